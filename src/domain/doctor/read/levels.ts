/** First levels as codes, by the many names official and local forms print for them. */
const LEVEL1 = [
  [/满意/, 'satisfaction'],
  [/^成本/, 'cost'],
  [/产出|完成指标/, 'output'],
  [/效益|(?<!实施)效果/, 'benefit'],
] as const
const LEVEL2 = [
  [/满意/, 'serviceSatisfaction'],
  [/数量/, 'quantity'],
  [/质量/, 'quality'],
  [/时效|时限/, 'timeliness'],
  [/经济成本/, 'economicCost'],
  [/社会成本/, 'socialCost'],
  [/生态环境成本/, 'ecologicalCost'],
  [/成本/, 'outputCost'],
  [/经济/, 'economic'],
  [/社会/, 'social'],
  [/生态|环境/, 'ecological'],
  [/可持续/, 'sustainability'],
] as const

export type Level1 = (typeof LEVEL1)[number][1]
export type Level2 = (typeof LEVEL2)[number][1]

/** 产出指标(50分), 项目完成指标 → `output`; what is no known name is `undefined`. */
export function readLevel1(printed: string | null): Level1 | undefined {
  return LEVEL1.find(([words]) => words.test(printed ?? ''))?.[1]
}

/** 数量指标(必填) → `quantity`; `产出指标40分 数量指标15分` → `quantity`. */
export function readLevel2(printed: string | null): Level2 | undefined {
  return LEVEL2.find(([words]) => words.test(printed ?? ''))?.[1]
}

/** The weight printed in a level cell; `产出指标(40-50)分` gives both ends. */
export type LevelWeight = { readonly from: string; readonly to: string }

/**
 * Reads the points a level cell carries: 产出指标(50分), 数量指标 15 分, 产出指标(50). Of two titles in
 * one cell the last one counts, because it is the nearer one.
 */
export function readLevelWeight(printed: string | null): LevelWeight | undefined {
  const text = (printed ?? '').normalize('NFKC').replace(/\s/g, '')
  const found = [
    ...text.matchAll(/(\d+(?:\.\d+)?)(?:[-~—](\d+(?:\.\d+)?))?\)?分|\((\d+(?:\.\d+)?)\)$/g),
  ].pop()
  if (!found) return undefined
  const from = found[1] ?? found[3] ?? ''
  return { from, to: found[2] ?? from }
}
