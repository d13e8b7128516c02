/** First level → its second levels; 88号 puts 成本 under 产出, 101号 makes it a level of its own. */
export const LEVELS = {
  cost: {
    title: '成本指标',
    level2: { economicCost: '经济成本指标', socialCost: '社会成本指标', ecologicalCost: '生态环境成本指标' },
  },
  output: {
    title: '产出指标',
    level2: {
      quantity: '数量指标',
      quality: '质量指标',
      timeliness: '时效指标',
      outputCost: '成本指标',
    },
  },
  benefit: {
    title: '效益指标',
    level2: {
      economic: '经济效益指标',
      social: '社会效益指标',
      ecological: '生态效益指标',
      sustainability: '可持续影响指标',
    },
  },
  satisfaction: { title: '满意度指标', level2: { serviceSatisfaction: '服务对象满意度指标' } },
} as const satisfies Readonly<Record<string, { title: string; level2: Readonly<Record<string, string>> }>>

export type Level1 = keyof typeof LEVELS

/** `Object.hasOwn` is younger than the oldest browser this runs in. */
export function isLevel1(code: string): code is Level1 {
  return Object.keys(LEVELS).includes(code)
}

/** Whether the second level stands under the first. */
export function isLevelPair(level1: string, level2: string): boolean {
  return isLevel1(level1) && Object.keys(LEVELS[level1].level2).includes(level2)
}

/** 产出指标 / 数量指标 — unknown codes are shown as they are. */
export function levelTitles(level1: string, level2: string): readonly [string, string] {
  if (!isLevel1(level1)) return [level1, level2]
  const { title, level2: second } = LEVELS[level1]
  return [title, (second as Readonly<Record<string, string>>)[level2] ?? level2]
}

/** A sheet without cost as a first level writes a cost indicator as 产出 / 成本. */
export function isCost(level1: string | null | undefined, level2: string | null | undefined): boolean {
  return level1 === 'cost' || level2 === 'outputCost'
}
