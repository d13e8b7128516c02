import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { formatBp } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const RES_008: RuleHeader = {
  id: 'RES-008',
  name: '屡查屡犯问题',
  stage: 'results',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（五）以评促改'),
  standing: 'proposal',
  parameters: ['results.repeat_similarity'],
}

export type EarlierProblem = { readonly year: number; readonly problem: string }

export type RepeatedProblem = {
  /** Places in the two lists. */
  readonly now: number
  readonly earlier: number
  readonly year: number
  readonly similarity_bp: number
}

/**
 * RES-008: a problem found again although an earlier year already named it, in the same or in other
 * words: the pairs of neighbouring characters two texts share, twice over, through all they have (Dice).
 * A likeness is shown to a person; it decides nothing by itself.
 */
export function computeRepeatedProblems(
  input: { readonly now: readonly string[]; readonly earlier: readonly EarlierProblem[] },
  rules: ParameterReader,
): Explained<{ readonly repeated: readonly RepeatedProblem[] }> {
  const parameter = rules.value('results.repeat_similarity')
  const known = input.earlier.map(({ problem }) => pairsOf(problem))
  const repeated = input.now.flatMap((problem, now): RepeatedProblem[] => {
    const own = pairsOf(problem)
    const likeness = known.map((pairs) => similarity(own, pairs))
    const similarity_bp = Math.max(0, ...likeness)
    const earlier = likeness.indexOf(similarity_bp)
    const found = input.earlier[earlier]
    return found && similarity_bp >= parameter.value.share_bp
      ? [{ now, earlier, year: found.year, similarity_bp }]
      : []
  })
  const words = repeated.map(
    ({ now, year, similarity_bp }) =>
      `“${short(input.now[now] ?? '')}”与${year}年的问题相似${formatBp(similarity_bp)}`,
  )
  return {
    repeated,
    explanation: explain(RES_008, {
      sentence: words.length > 0 ? `${words.join('；')}，请核对是否屡查屡犯。` : '没有与以前年度相似的问题。',
      inputs: [
        { label: '本年问题', value: `${input.now.length}个` },
        { label: '以前年度问题', value: `${input.earlier.length}个` },
      ],
      parameters: [parameter],
      formula: '相似度 = 2 × 相同的相邻两字 ÷ 两段文字相邻两字之和',
      result: words.length > 0 ? `${repeated.length}个相似` : '没有',
      rounding: '相似度四舍五入到万分之一',
    }),
  }
}

/** Neighbouring characters without marks and spaces; a text of one character is its own pair. */
function pairsOf(text: string): readonly string[] {
  const letters = [...text.normalize('NFKC').replace(/[\p{P}\p{S}\s]/gu, '')]
  if (letters.length < 2) return letters
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}

function similarity(one: readonly string[], other: readonly string[]): number {
  if (one.length + other.length === 0) return 0
  const left = new Map<string, number>()
  for (const pair of one) left.set(pair, (left.get(pair) ?? 0) + 1)
  let common = 0
  for (const pair of other) {
    const rest = left.get(pair) ?? 0
    if (rest > 0) {
      left.set(pair, rest - 1)
      common += 1
    }
  }
  return Math.round((20_000 * common) / (one.length + other.length))
}

function short(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}……` : text
}
