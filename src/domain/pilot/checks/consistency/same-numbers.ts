import { dayOf } from '../../../workflow/sentences.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import type { ToldAct } from '../../story/told.ts'
import { ARRANGING, arrangingAct } from '../../consistency/arranged-money.ts'
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
      ...quotes(line, 'budgetDocumentNumber', line, arrangingAct(line)),
      ...quotesDay(line, 'arrangedOn', line, arrangingAct(line)),
      ...sharesNumber(line, sheet),
      ...['results.task', 'results.followUp']
        .flatMap((kind) => allOf(given, kind))
        .flatMap((record) => quotes(record, 'noticeNumber', notice, lastAct(notice, 'issue'))),
      ...allOf(given, 'targets.adjustment').flatMap((record) => {
        const base = arrangingAct(sheet, record.createdAt)
        return [...quotes(record, 'baseNumber', sheet, base), ...quotesDay(record, 'baseOn', sheet, base)]
      }),
    ]
  },
}

function lastAct(record: CaseRecord | undefined, action: string): ToldAct | undefined {
  return record?.acts.findLast((one) => one.action === action)
}

function quotes(
  record: CaseRecord | undefined,
  field: string,
  other: CaseRecord | undefined,
  act: ToldAct | undefined,
): ConsistencyFinding[] {
  return compare(spotAt(record, field), other, act?.documentNumber)
}

function quotesDay(
  record: CaseRecord | undefined,
  field: string,
  other: CaseRecord | undefined,
  act: ToldAct | undefined,
): ConsistencyFinding[] {
  return compare(spotAt(record, field), other, act ? dayOf(act.actedAt) : undefined)
}

/** Budget and target are approved and adjusted together under one number; a target adjusted alone has a later one. */
function sharesNumber(line: CaseRecord | undefined, sheet: CaseRecord | undefined): ConsistencyFinding[] {
  const own = spotAt(line, 'budgetDocumentNumber')
  const theirs = sheet?.acts.filter(({ action }) => ARRANGING.includes(action)) ?? []
  if (theirs.some(({ documentNumber }) => documentNumber === own?.value)) return []
  return compare(own, sheet, theirs.at(-1)?.documentNumber)
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
