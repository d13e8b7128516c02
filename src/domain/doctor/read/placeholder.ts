import { isUnitWord, normaliseTargetText } from '../../targets/compute/index.ts'

const SIGNS = /^[≥≤=<>]+/
/** Where a number shall be written: ≥**人, ≥()%, ___元, ○○个, XX%, N户. */
const GAP = /^(?:[*xX×_○〇□△]+|\(\)|N)(.*?)(?:及?以[上下内]|左右)?$/
const WORDS = /^(待定|待填|待补充|待完善|略|同上|示例|样例|举例|指标值|目标值|年度指标值|实际完成值)$/
const INSTRUCTION =
  /请.{0,12}(填写|填报|勾选|输入)|请(选择|如实)|填(写|报)(说明|要求|内容|示例)|^(说明|注|备注)[:：]|此处填/
/** In a value cell even the bare word is an instruction: 填写具体数值, 根据实际情况填写, 见填表说明. */
const CELL_INSTRUCTION =
  /(?:实际|据实|如实|此处|此栏|自行|按要求).{0,6}填写|填写.{0,8}(?:数值|数字|内容|情况|指标值|目标值|单位)|填(?:表|写)说明|^(?:见|详见|参见).{0,6}说明$/
/** Both ends of a scale in one cell: 好坏, 高中低, 优/良/中/差, 是或否. Somebody should have chosen. */
const SCALE = /^[优良中差高低好坏有无是否强弱大小多少一般较]+$/
const ENDS = ['好坏', '高低', '优差', '有无', '是否', '强弱', '大小', '多少']

/** What the template had in the cell, left where a value belongs. A blank cell is no placeholder. */
export function isPlaceholder(printed: string): boolean {
  const text = normaliseTargetText(printed)
  if (text === '') return false
  if (/^[…]+$|^\.{3,}$/.test(text)) return true
  const bare = text.replace(SIGNS, '')
  return (
    (bare === '' && bare !== text) ||
    isUnitWord(bare) ||
    isGap(bare) ||
    WORDS.test(text) ||
    isChoice(text) ||
    isInstruction(text) ||
    (!/\d/.test(text) && CELL_INSTRUCTION.test(text))
  )
}

function isGap(text: string): boolean {
  const unit = GAP.exec(text)?.[1]
  return unit !== undefined && (unit === '' ? text.length > 1 : isUnitWord(unit))
}

function isChoice(text: string): boolean {
  const plain = text.replace(/[/、,或和|\-()]/g, '')
  return (
    SCALE.test(plain) && ENDS.some(([one = '', other = '']) => plain.includes(one) && plain.includes(other))
  )
}

/** A sentence that tells how to fill in the form, not one that fills it in. */
export function isInstruction(text: string): boolean {
  return INSTRUCTION.test(text)
}
