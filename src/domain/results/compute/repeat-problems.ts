import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { formatBp } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { type Likeness, likenessOf, type Typed } from './repeats/likeness.ts'
import { makeTraitReader } from './repeats/problem-traits.ts'

export { makeTraitReader }

export const RES_008: RuleHeader = {
  id: 'RES-008',
  name: '屡查屡犯问题',
  stage: 'results',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（五）以评促改'),
  standing: 'proposal',
  parameters: ['results.repeat_similarity', 'results.problem_words'],
}

export type ProblemText = Typed & { readonly problem: string }
export type EarlierProblem = ProblemText & {
  readonly year: number
  /** What was promised then; a problem may come back in the words of its own remedy. */
  readonly promise?: string | null
}

export type RepeatedProblem = {
  /** Places in the two lists. */
  readonly now: number
  readonly earlier: number
  readonly year: number
  readonly similarity_bp: number
  /** Whether the words of the promise were nearer than those of the problem. */
  readonly isByPromise: boolean
  /** By what they are alike, in words. */
  readonly reason: string
}

/**
 * RES-008: a problem found again although an earlier year already named it or promised to end it, in the
 * same or in other words. Words that say the same are grouped (`results.problem_words`); what is left is
 * compared by its characters; the same indicator and kind of requirement count a little. How many it finds
 * and how often it errs is measured (`npm run bench:repeats`). A likeness is shown to a person; it decides
 * nothing by itself.
 * @param read of the words of the same rules; given by whoever asks about the same texts more than once
 */
export function computeRepeatedProblems(
  input: { readonly now: readonly ProblemText[]; readonly earlier: readonly EarlierProblem[] },
  rules: ParameterReader,
  read: Reader = makeTraitReader(rules.value('results.problem_words').value),
): Explained<{ readonly repeated: readonly RepeatedProblem[] }> {
  const line = rules.value('results.repeat_similarity')
  const words = rules.value('results.problem_words')
  const compare = makeComparison(input.earlier, read)
  const repeated = input.now.flatMap((problem, now): RepeatedProblem[] => {
    const best = compare(problem)
    return best && best.similarity_bp >= line.value.share_bp ? [{ now, ...best }] : []
  })
  const sentences = repeated.map(
    ({ now, year, reason }) => `“${short(input.now[now]?.problem ?? '')}”与${year}年的问题相近（${reason}）`,
  )
  return {
    repeated,
    explanation: explain(RES_008, {
      sentence:
        sentences.length > 0 ? `${sentences.join('；')}，请核对是否屡查屡犯。` : '没有与以前年度相近的问题。',
      inputs: [
        { label: '本年问题', value: `${input.now.length}个` },
        { label: '以前年度问题', value: `${input.earlier.length}个` },
      ],
      parameters: [line, words],
      formula: '相近程度 = 相同的词组、毛病和文字 × 2 ÷ 两个问题全部的词组、毛病和文字，按权重计',
      result: sentences.length > 0 ? `${repeated.length}个相近` : '没有',
      rounding: '相近程度四舍五入到万分之一',
    }),
  }
}

type Reader = ReturnType<typeof makeTraitReader>

/** The earlier problem nearest to a problem; the first of several as near. */
function makeComparison(earlier: readonly EarlierProblem[], read: Reader) {
  const known = earlier.map((one) => ({
    problem: { ...read(one.problem), ...typedOf(one) },
    promise: one.promise ? { ...read(one.promise), ...typedOf(one) } : undefined,
  }))
  return (problem: ProblemText): Omit<RepeatedProblem, 'now'> | undefined => {
    const own = { ...read(problem.problem), ...typedOf(problem) }
    let best: Omit<RepeatedProblem, 'now'> | undefined
    for (const [at, { problem: before, promise }] of known.entries()) {
      const found = likenessOf(own, before)
      const promised = promise && likenessOf(own, promise)
      const isByPromise = promised !== undefined && promised.similarity_bp > found.similarity_bp
      const { similarity_bp, shared } = isByPromise ? promised : found
      if (best && similarity_bp <= best.similarity_bp) continue
      const reason = reasonOf({ similarity_bp, shared }, isByPromise)
      best = { earlier: at, year: earlier[at]?.year ?? 0, similarity_bp, isByPromise, reason }
    }
    return best
  }
}

function typedOf({ requirementType, indicator }: Typed): Typed {
  return { requirementType: requirementType ?? null, indicator: indicator ?? null }
}

function reasonOf({ similarity_bp, shared }: Likeness, isByPromise: boolean): string {
  const what = shared.length > 0 ? `都说到${shared.map((name) => `“${name}”`).join('、')}，` : ''
  return `${isByPromise ? '与当时的整改措施相近，' : ''}${what}相近程度${formatBp(similarity_bp)}`
}

function short(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}……` : text
}
