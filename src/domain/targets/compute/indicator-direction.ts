/** Harm: nobody sets a floor for it, so a missing sign leaves no doubt. */
const HARM =
  /(受害|成灾|死亡|病死|发病|致残|失业|返贫|贫困发生|撂荒|流失|辍学|空置|闲置|破损|感染|误报|漏报|纠错|返工|退件|差错|故障|超标|违规|违法|逾期|漏损|损耗|误差|偏差|事故(发生)?|投诉|信访|上访)(率|数|数量|次数|起数|件数|人数|量)?$/
/** Money and time, of which less is usually better. */
const SPENT =
  /成本|变动率|调整率|结余率|结转|工期|时限|周期|用时|耗时|响应时间|等待时间|办理时间|经费控制|补助标准|供养人员控制率|(?:三公|公用|人员|经费|费用|支出|投资|造价).{0,4}控制率/
/** Words that turn a cost into something of which more is better. */
const MORE_IS_BETTER =
  /节约|节省|降低|下降|压减|压降|减少|(?:办结|处理|处置|查处|化解|调处|受理|整改|整治|接待).{0,8}(?:投诉|信访|上访|违法|违规|事故|故障|差错)|(?:完成|执行|到位|支付|兑付|合格|达标|及时|处理|办结|处置|回复|覆盖|满意)率|满意/
/** Amounts, which may be a promise to do much or to spend little. */
const MONEY = /(资金|金额|投资|费用|经费|预算|支出|造价|价格|单价|费)(总额|金额|数|额)?$/
const TIME_UNIT = /^(个?工作日|天|日|周|月|个月|年|小时|分钟)$/

export type IndicatorWords = { readonly name?: string; readonly level2?: string; readonly level1?: string }

/** Whether it is a cost: by its level or by its name. */
export function isCost({ name = '', level2 = '', level1 = '' }: IndicatorWords): boolean {
  const isNamed = /[Cc]ost|成本/.test(level2) || /^成本/.test(level1) || /成本/.test(name)
  return isNamed && !MORE_IS_BETTER.test(name)
}

/**
 * Which way is good when no sign was printed: less for costs, time limits and harm, more for everything
 * else.
 * @param unit of the value, where it is known: days under 时效 are a time limit
 * @returns `isClear` is false where the words allow both, so that nobody is blamed on a guess
 */
export function assumeDirection(
  words: IndicatorWords,
  unit = '',
): { readonly operator: 'ge' | 'le'; readonly isClear: boolean } {
  const name = (words.name ?? '').replace(/\([^()]*\)$|（[^（）]*）$/, '')
  const isMore = MORE_IS_BETTER.test(name)
  if (!isMore && HARM.test(name)) return { operator: 'le', isClear: true }
  const isTime = TIME_UNIT.test(unit) && !/数量|quantity/.test(words.level2 ?? '')
  const isLimit = isTime && /时效|timeliness/.test(words.level2 ?? '')
  if (isCost(words) || (!isMore && (isLimit || SPENT.test(name)))) return { operator: 'le', isClear: false }
  return { operator: 'ge', isClear: isMore || !(MONEY.test(name) || isTime) }
}
