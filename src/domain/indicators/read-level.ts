import { isLevel1, isLevelPair, LEVELS, type Level1 } from './levels.ts'

/** Old and local words for the same levels, longest first; what a printed table may say. */
const LEVEL1_WORDS: readonly (readonly [string, Level1])[] = [
  ['满意', 'satisfaction'],
  ['成本', 'cost'],
  ['完成', 'output'],
  ['产出', 'output'],
  ['效益', 'benefit'],
  ['效果', 'benefit'],
]
const LEVEL2_WORDS: readonly (readonly [string, string])[] = [
  ['数量', 'quantity'],
  ['质量', 'quality'],
  ['时效', 'timeliness'],
  ['经济成本', 'economicCost'],
  ['社会成本', 'socialCost'],
  ['环境成本', 'ecologicalCost'],
  ['成本', 'economicCost'],
  ['经济效益', 'economic'],
  ['社会效益', 'social'],
  ['生态效益', 'ecological'],
  ['环境效益', 'ecological'],
  ['可持续', 'sustainability'],
  ['满意', 'serviceSatisfaction'],
]

export type ReadLevels = { readonly level1?: Level1; readonly level2?: string }

/**
 * Codes of the levels of a row, from codes or from printed words (`产出指标(50分)`, `质量指标`).
 * The second level decides the first where the two disagree or the first is missing.
 */
export function readLevels(
  printed1: string | null | undefined,
  printed2: string | null | undefined,
): ReadLevels {
  const level2 = readLevel2(printed2 ?? '')
  const owner = (Object.keys(LEVELS) as Level1[]).find((code) => level2 && isLevelPair(code, level2))
  const first = printed1 ?? ''
  const level1 = owner ?? (isLevel1(first) ? first : LEVEL1_WORDS.find(([word]) => first.includes(word))?.[1])
  return { ...(level1 ? { level1 } : {}), ...(level2 ? { level2 } : {}) }
}

function readLevel2(printed: string): string | undefined {
  if (printed === 'outputCost') return 'economicCost'
  if (LEVEL2_WORDS.some(([, code]) => code === printed)) return printed
  return LEVEL2_WORDS.find(([word]) => printed.includes(word))?.[1]
}
