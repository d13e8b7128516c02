import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import { newestOf } from '../../consistency/case.ts'
import type { Relation } from '../../consistency/relation.ts'
import { columnSpots, sameSum, sameValue, spotAt } from '../../consistency/spot.ts'

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
      ...sameValue(PIL_147, spotAt(project, 'annual_fen'), spotAt(exante, 'requested_fen')),
      ...sameSum(PIL_147, spotAt(exante, 'requested_fen'), [
        spotAt(exante, 'suggested_fen'),
        ...columnSpots(exante, 'cutLines', 'cut_fen'),
      ]),
      ...sameValue(PIL_147, spotAt(line, 'requested_fen'), spotAt(line, 'control_fen')),
      ...sameValue(PIL_147, spotAt(line, 'control_fen'), spotAt(line, 'arranged_fen')),
    ]
  },
}
