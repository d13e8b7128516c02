/** What things of this field are counted and measured in; longer words first. */
const WORDS = [
  '个百分点|百分点|个工作日|工作日|平方公里|平方千米|立方米|平方米|千瓦时|个月|小时|分钟|公里|千米|厘米|毫米|公顷|公斤|千克',
  '人次|人天|户次|台套|台次|套次|批次|场次|次数|km2|hm2|m2|m3|km|hm|kg|cm|mm',
  '个|件|次|期|人|名|位|户|家|台|套|辆|艘|座|处|条|篇|份|册|场|批|项|所|间|栋|幢|口|眼|盏|根|棵|株|头|只|羽|匹|本|种|类|对|组|支|块|面|扇|张|宗|起|例|部|幅|米|方|亩|吨|克|斤|升|度|元|天|日|周|月|年|等|级|m|t|%|‰',
].join('|')

/** A unit alone, with its power of ten and what it is per: 万平方米, 元/人·月. For use inside a pattern. */
export const UNIT_PATTERN = `(?:[百千万亿]{0,2}(?:${WORDS})|万|亿)(?:/[^()\\d]{1,6}|每[\\u4e00-\\u9fff]{1,2})?`

const WHOLE = new RegExp(`^${UNIT_PATTERN}$`, 'i')

/** Whether the text is a unit and nothing else. */
export function isUnitWord(text: string): boolean {
  return WHOLE.test(text)
}
