import { normaliseTargetText } from '../../targets/compute/index.ts'

const UNIT_ONLY =
  /^[≥≤=<>]*(%|‰|公里|千米|平方米|米|亩|万亩|公顷|吨|个|件|户|人|人次|名|次|期|家|台|套|座|处|元|万元|亿元|天|日|月|个月|年|元\/.{1,4})?$/
const WORDS = /^(好坏|高低|优良中差|有无|是否|是\/否|有\/无|好\/坏|待定|待填|略|同上|示例|样例)$/
const INSTRUCTION =
  /请.{0,12}(填写|填报|勾选|输入)|请(选择|如实)|填(写|报)(说明|要求|内容|示例)|^(说明|注|备注)[:：]|此处填/

/** What the template had in the cell, left where a value belongs. A blank cell is no placeholder. */
export function isPlaceholder(printed: string): boolean {
  const text = normaliseTargetText(printed)
  if (text === '') return false
  if (/^[…]+$|^\.{3,}$/.test(text)) return true
  return (
    UNIT_ONLY.test(text) || WORDS.test(text) || isInstruction(text) || /^[≥≤=<>]?[xX×*]{2,}[^\d]*$/.test(text)
  )
}

/** A sentence that tells how to fill in the form, not one that fills it in. */
export function isInstruction(text: string): boolean {
  return INSTRUCTION.test(text)
}
