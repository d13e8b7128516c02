import { dayOf } from '../../../workflow/sentences.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import { allOf, type CaseRecord, newestOf } from '../../consistency/case.ts'
import type { ConsistencyFinding, Relation } from '../../consistency/relation.ts'
import { sameValue, type Spot, spotAt } from '../../consistency/spot.ts'

/** PIL-151 文号和日期: where one record names the number or the day of another's act. */
export const PIL_151: RuleHeader = {
  id: 'PIL-151',
  name: '引用的文号和日期一致',
  stage: 'pilot',
  kind: 'check',
  severity: 'error',
  source: cite('jiheng-default'),
}

export const sameNumbers: Relation = {
  header: PIL_151,
  check: (given) => {
    const line = newestOf(given, 'project.budgetLine')
    const sheet = newestOf(given, 'targets.sheet')
    const notice = newestOf(given, 'results.notice')
    return [
      ...quotes(line, 'budgetDocumentNumber', line, 'approve'),
      ...quotes(line, 'budgetDocumentNumber', sheet, 'approve'),
      ...quotesDay(line, 'arrangedOn', line, 'approve'),
      ...['results.task', 'results.followUp']
        .flatMap((kind) => allOf(given, kind))
        .flatMap((record) => quotes(record, 'noticeNumber', notice, 'issue')),
      ...allOf(given, 'targets.adjustment').flatMap((record) => [
        ...quotes(record, 'baseNumber', sheet, 'approve'),
        ...quotesDay(record, 'baseOn', sheet, 'approve'),
      ]),
    ]
  },
}

function quotes(
  record: CaseRecord | undefined,
  field: string,
  other: CaseRecord | undefined,
  action: string,
): ConsistencyFinding[] {
  const act = other?.acts.find((one) => one.action === action)
  return compare(spotAt(record, field), other, act?.documentNumber)
}

function quotesDay(
  record: CaseRecord | undefined,
  field: string,
  other: CaseRecord | undefined,
  action: string,
): ConsistencyFinding[] {
  const act = other?.acts.find((one) => one.action === action)
  return compare(spotAt(record, field), other, act ? dayOf(act.actedAt) : undefined)
}

function compare(
  own: Spot | undefined,
  other: CaseRecord | undefined,
  value: string | null | undefined,
): ConsistencyFinding[] {
  if (!own || !other || !value) return []
  const theirs: Spot = { record: { ...other, title: `${other.title}办理经过` }, path: own.path, value }
  return sameValue(PIL_151, own, { ...theirs, record: { ...theirs.record, form: own.record.form } })
}
