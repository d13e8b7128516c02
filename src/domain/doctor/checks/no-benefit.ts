import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { report } from '../finding.ts'
import { isFilled } from '../read/cells.ts'
import { isTemplateName } from '../read/names.ts'
import type { ReportFinding } from '../report.ts'
import type { StudiedRow, Study } from '../study.ts'
import type { TableKind } from '../table.ts'

/** CHK-NO-BENEFIT 没有效益指标. */
export const CHK_NO_BENEFIT: RuleHeader = {
  id: 'CHK-NO-BENEFIT',
  name: '没有效益指标',
  stage: 'doctor',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2015-88', '附件填报说明（产出、效益、满意度指标）'),
}

/** Forms that must have every kind of indicator; reports, monitoring and ex-ante sheets need not. */
export const ASKED: readonly TableKind[] = ['target_declaration', 'self_evaluation', 'department_overall']

export function checkNoBenefit({ table, rows }: Study): ReportFinding[] {
  const isAsked = ASKED.includes(table.kind)
  if (
    !table.isComplete ||
    !isAsked ||
    !rows.some(isUsed) ||
    rows.some((row) => isUsed(row) && isBenefit(row))
  )
    return []
  if (rows.every(({ level1 }) => level1 === undefined)) return []
  const message =
    '全表没有效益指标（经济、社会、生态效益或可持续影响），看不出钱花了有什么用。请至少设一个效益指标。'
  return [report(CHK_NO_BENEFIT, {}, message)]
}

/** A line somebody filled in, not an unused one of the template. */
export function isUsed({ row }: StudiedRow): boolean {
  const isNamed = isFilled(row.name) && !isTemplateName(row.name)
  return isNamed || [row.target, row.actual, row.score].some(isFilled)
}

/** 满意度 under 效益 is the older place of satisfaction, not a benefit. */
function isBenefit({ level1, level2, row }: StudiedRow): boolean {
  if (level2 === 'serviceSatisfaction') return false
  const isEffect =
    level2 === 'economic' || level2 === 'social' || level2 === 'ecological' || level2 === 'sustainability'
  return isEffect || level1 === 'benefit' || /效益|效果|影响/.test(row.level2 ?? '')
}
