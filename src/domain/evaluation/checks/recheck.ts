import type { EvaluationSelfContent } from '../../forms/contents.ts'
import { found, foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { formatWeight } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

/** EVA-064 复核评分: a rechecked row is on the form, named once, and has no more points than its weight. */
export const EVA_064: RuleHeader = {
  id: 'EVA-064',
  name: '自评复核评分',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '复核得分不超过分值'),
}

/** EVA-065 必须复核: a form whose risk asks for it does not pass without a word on what was looked at. */
export const EVA_065: RuleHeader = {
  id: 'EVA-065',
  name: '列入复核的自评表须写明复核情况',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '按风险抽查自评结果'),
  parameters: ['evaluation.self_recheck'],
}

/** The two posts that look at a self-evaluation again, each with its own section of the form. */
export const RECHECKS = {
  department: { section: 'departmentRecheck', rows: 'departmentScores', note: 'departmentNote' },
  finance: { section: 'financeRecheck', rows: 'financeScores', note: 'financeNote' },
} as const
export type Rechecker = keyof typeof RECHECKS

export function checkRecheckScores(content: EvaluationSelfContent, by: Rechecker): Finding[] {
  const { section, rows: field } = RECHECKS[by]
  const entries = content[field] ?? []
  return entries.flatMap((entry, index) => {
    const where = { section, field, row: index }
    const number = entry.row ?? 0
    const row = content.scores?.[number - 1]
    if (!row) return [found(EVA_064, `没有第 ${number} 项指标，请核对序号。`, { ...where, column: 'row' })]
    const isTwice = entries.findIndex((other) => other.row === number) < index
    const most = row.weight_x100 ?? 0
    return [
      ...foundIf(isTwice, EVA_064, `第 ${number} 项指标重复，请合并。`, { ...where, column: 'row' }),
      ...foundIf(
        (entry.score_x100 ?? 0) > most,
        EVA_064,
        `第 ${number} 项指标分值 ${formatWeight(most)} 分，复核得分不能超过分值，请改正。`,
        { ...where, column: 'score_x100' },
      ),
    ]
  })
}

/** @param risk in words why the form must be rechecked; nothing when it need not be */
export function checkRecheckNote(
  content: EvaluationSelfContent,
  by: Rechecker,
  risk: string | undefined,
): Finding[] {
  const { section, note } = RECHECKS[by]
  const message = `这份自评表必须复核：${risk ?? ''}。请逐项核对佐证，改动得分或填写“复核情况”。`
  return foundIf(risk !== undefined && !isWritten(content[note]), EVA_065, message, { section, field: note })
}
