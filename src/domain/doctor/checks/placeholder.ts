import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { nameRow, report, reportWeak } from '../finding.ts'
import { isFilled } from '../read/cells.ts'
import { isTemplateName } from '../read/names.ts'
import { isInstruction, isPlaceholder } from '../read/placeholder.ts'
import type { ReportFinding } from '../report.ts'
import { shorten } from '../score/compare.ts'
import type { StudiedRow, Study } from '../study.ts'

/** CHK-PLACEHOLDER 模板没有填: what the form had printed is still there. */
export const CHK_PLACEHOLDER: RuleHeader = {
  id: 'CHK-PLACEHOLDER',
  name: '模板内容没有替换',
  stage: 'doctor',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2015-88', '附件填报说明'),
}

export function checkPlaceholder(study: Study): ReportFinding[] {
  return [...study.rows.flatMap((row) => checkRow(study, row)), ...checkWords(study)]
}

function checkRow(study: Study, row: StudiedRow): ReportFinding[] {
  const { name, target, actual } = row.row
  const found = (field: 'name' | 'target_text' | 'actual_text', words: string) => [
    reportWeak(CHK_PLACEHOLDER, study, row, field, `${nameRow(row)}${words}`),
  ]
  // An unused line of the template is no fault; one with a weight or a value is.
  if (isTemplateName(name)) {
    const isUsed = [target, actual, row.row.weight, row.row.score].some(isFilled)
    return isUsed ? found('name', '没有写指标名称，却有分值或数值。请补填名称，不用的行请删去。') : []
  }
  if (target !== null && isPlaceholder(target)) {
    return found('target_text', `的指标值栏还是模板内容“${shorten(target)}”，没有数值。请填写指标值。`)
  }
  if (actual !== null && isPlaceholder(actual)) {
    return found('actual_text', `的实际完成值栏还是模板内容“${shorten(actual)}”。请填写实际完成情况。`)
  }
  if (/^[^\d]*[xX×]{2,}[^\d]*$/.test(name ?? ''))
    return found('name', '的名称还带有模板记号“XX”。请换成实际内容。')
  return []
}

/** Instruction sentences and bare numbering where the goal or the conclusion belongs. */
function checkWords({ table }: Study): ReportFinding[] {
  const fields = [
    ['annual_goal', '年度总体目标', table.annualGoal],
    ['conclusions', '结论', table.conclusions],
  ] as const
  return fields.flatMap(([field, title, text]) => {
    const plain = (text ?? '').trim().slice(0, 200)
    if (plain === '') return []
    const isLeft =
      isInstruction(plain.slice(0, 40)) ||
      /^(目标\s*\d\s*[:：]?\s*[….]*\s*)+$/.test(plain) ||
      /[xX×]{3,}/.test(plain)
    if (!isLeft) return []
    return [
      report(CHK_PLACEHOLDER, { field }, `${title}还是模板的填写说明或空白编号，没有写实际内容。请补填。`),
    ]
  })
}
