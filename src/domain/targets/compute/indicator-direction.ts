/** Less is better for these, whatever the level they stand under. */
const LESS_IS_BETTER =
  /成本|受害率|成灾率|死亡率|病死率|发病率|致残率|事故|投诉|差错率|故障率|失业率|返贫率|变动率|调整率|结余率|结转|工期|时限|周期|用时|耗时|响应时间|等待时间|办理时间|经费控制|补助标准|供养人员控制率|(?:三公|公用|人员|经费|费用|支出|投资|造价).{0,4}控制率/
/** Words that turn a cost into something of which more is better. */
const MORE_IS_BETTER =
  /节约|节省|降低|下降|压减|压降|减少|完成率|执行率|到位率|支付率|兑付率|合格率|达标率|及时率|处理率|办结率|处置率|回复率|满意/
/** Nobody sets a floor for these: a missing sign leaves no doubt. */
const CLEARLY_LESS = /受害率|成灾率|死亡率|病死率|发病率|致残率|事故|投诉|差错率|故障率|失业率|返贫率/

export type IndicatorWords = { readonly name?: string; readonly level2?: string; readonly level1?: string }

/** Whether it is a cost: by its level or by its name. */
export function isCost({ name = '', level2 = '', level1 = '' }: IndicatorWords): boolean {
  return (
    (/[Cc]ost|成本/.test(level2) || /^成本/.test(level1) || /成本/.test(name)) && !MORE_IS_BETTER.test(name)
  )
}

/**
 * Which way is good when no sign was printed: less for costs, time limits and rates of harm, more for
 * everything else.
 * @returns `isClear` is false where the words allow both, so that nobody is blamed on a guess
 */
export function assumeDirection(words: IndicatorWords): {
  readonly operator: 'ge' | 'le'
  readonly isClear: boolean
} {
  const name = words.name ?? ''
  if (CLEARLY_LESS.test(name) && !MORE_IS_BETTER.test(name)) return { operator: 'le', isClear: true }
  const isLess = isCost(words) || (LESS_IS_BETTER.test(name) && !MORE_IS_BETTER.test(name))
  return isLess ? { operator: 'le', isClear: false } : { operator: 'ge', isClear: true }
}
