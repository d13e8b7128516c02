import type { Content } from '../../../forms/form.ts'
import { findFen } from '../../../shared/money.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import { arrangedMoney } from '../../consistency/arranged-money.ts'
import { type CaseRecord, type ConsistencyCase, newestOf } from '../../consistency/case.ts'
import { type ConsistencyFinding, inconsistent, type Relation } from '../../consistency/relation.ts'
import { momentOf } from '../../consistency/retell.ts'
import { columnSpots, sameSum, sameValue, type Spot, spotAt, spotWords } from '../../consistency/spot.ts'

/** PIL-147 资金合计: totals are their parts, wherever a form holds both. */
export const PIL_147: RuleHeader = {
  id: 'PIL-147',
  name: '资金合计与分项一致',
  stage: 'pilot',
  kind: 'check',
  severity: 'error',
  source: cite('jiheng-default'),
}

export const moneyAddsUp: Relation = {
  header: PIL_147,
  check: (given) => {
    const sheet = newestOf(given, 'targets.sheet')
    const line = newestOf(given, 'project.budgetLine')
    const exante = newestOf(given, 'exante.evaluation')
    const entry = { id: given.project.id, title: '项目档案', form: given.entryForm }
    const project = { ...entry, content: given.project.content } as NonNullable<typeof sheet>
    const spots = (...fields: readonly string[]) => fields.map((field) => spotAt(sheet, field))
    return [
      ...sameSum(PIL_147, spotAt(sheet, 'total_fen'), spots('fiscal_fen', 'other_fen')),
      ...sameSum(PIL_147, spotAt(sheet, 'periodTotal_fen'), spots('periodFiscal_fen', 'periodOther_fen')),
      ...sameSum(PIL_147, spotAt(sheet, 'total_fen'), columnSpots(sheet, 'quarterPlan', 'planned_fen')),
      ...sameSum(PIL_147, spotAt(project, 'annual_fen'), columnSpots(project, 'fundSources', 'annual_fen')),
      ...sameSum(PIL_147, spotAt(project, 'total_fen'), columnSpots(project, 'fundSources', 'total_fen')),
      ...asEntered(given, exante),
      ...sameSum(PIL_147, spotAt(exante, 'requested_fen'), [
        spotAt(exante, 'suggested_fen'),
        ...columnSpots(exante, 'cutLines', 'cut_fen'),
      ]),
      ...asDeclared(line, sheet),
      ...withinControl(given, line),
    ]
  },
}

/** What was evaluated is what the project was entered with, then or now: the unit may lower the entry afterwards. */
function asEntered(given: ConsistencyCase, exante: CaseRecord | undefined): ConsistencyFinding[] {
  const entry = (content: Content): Spot | undefined =>
    spotAt({ id: given.project.id, title: '项目档案', form: given.entryForm, content }, 'annual_fen')
  const frozen = exante?.versions.flatMap(({ project }) => (project ? [project.content] : [])) ?? []
  const found = [given.project.content, ...frozen].map((content) =>
    sameValue(PIL_147, entry(content), spotAt(exante, 'requested_fen')),
  )
  return found.some(({ length }) => length === 0) ? [] : (found[0] ?? [])
}

/** The unit applies for the money of the target as it was declared by then (同步申报). */
function asDeclared(line: CaseRecord | undefined, sheet: CaseRecord | undefined): ConsistencyFinding[] {
  const applied = line && momentOf(line, 'apply')
  if (!sheet || applied === undefined) return []
  const declared = sheet.versions.findLast(({ frozenAt }) => frozenAt <= applied)
  if (!declared) return []
  const { number, content } = declared
  const then = { ...sheet, content, title: `${sheet.title}第${number}版` }
  return sameValue(PIL_147, spotAt(line, 'requested_fen'), spotAt(then, 'total_fen'))
}

/**
 * 控制数 is an upper bound for what is arranged with the budget, unless a reason is given; an adjustment in the
 * year has its own document and is not held to it.
 */
function withinControl(given: ConsistencyCase, line: CaseRecord | undefined): ConsistencyFinding[] {
  const control = spotAt(line, 'control_fen')
  const first = arrangedMoney(given)[0]?.spot ?? spotAt(line, 'arranged_fen')
  if (!line || !control || !first || line.content['deviationReason']) return []
  const [limit, arranged] = [control, first].map(({ value }) => findFen(String(value)))
  if (limit === undefined || arranged === undefined || arranged <= limit) return []
  const message = `${spotWords(first)}，超过${spotWords(control)}，没有写明原因，请核对。`
  return [inconsistent(PIL_147, line.id, message)]
}
