import { rowsOf } from '../../../forms/form-index.ts'
import { findFen } from '../../../shared/money.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import { allOf, type CaseRecord, type ConsistencyCase, newestOf } from '../../consistency/case.ts'
import { inconsistent, type ConsistencyFinding, type Relation } from '../../consistency/relation.ts'
import { columnSpots, sameSum, sameValue, type Spot, spotAt } from '../../consistency/spot.ts'

/** PIL-146 预算金额: what was arranged is the money of target, monitoring, self-evaluation and decision. */
export const PIL_146: RuleHeader = {
  id: 'PIL-146',
  name: '各阶段预算金额一致',
  stage: 'pilot',
  kind: 'check',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（二）同步申报、同步审核、同步批复、同步公开'),
}

export const sameMoney: Relation = {
  header: PIL_146,
  check: (given) => {
    const line = newestOf(given, 'project.budgetLine')
    if (line?.state !== 'approved') return []
    const arranged = spotAt(line, 'arranged_fen')
    const equal = (right: Spot | undefined) => sameValue(PIL_146, right, arranged)
    const self = newestOf(given, 'evaluation.self')
    return [
      ...equal(spotAt(agreed(given), 'total_fen')),
      ...equal(headerSpot(given)),
      ...equal(spotAt(newestOf(given, 'results.budgetDecision'), 'current_fen')),
      ...sameSum(PIL_146, arranged, columnSpots(self, 'funds', 'initial_fen'), '自评年初预算数合计'),
      ...allOf(given, 'monitoring.round').flatMap((round) =>
        sameSum(PIL_146, arranged, columnSpots(round, 'execution', 'budget_fen'), '监控年初预算数合计'),
      ),
      ...spent(given, self),
      ...adjusted(given, self),
    ]
  },
}

/** The target sheet once it is approved; before that its money is only asked for. */
function agreed(given: ConsistencyCase): CaseRecord | undefined {
  const sheet = newestOf(given, 'targets.sheet')
  return sheet && ['approved', 'published'].includes(sheet.state) ? sheet : undefined
}

function headerSpot({ project, entryForm }: ConsistencyCase): Spot {
  const record = { id: project.id, title: '项目档案', form: entryForm }
  return { record, path: ['annual_fen'], value: project.budget_fen }
}

/** What the unit spent by its own account is what the evaluators found. */
function spent(given: ConsistencyCase, self: CaseRecord | undefined): ConsistencyFinding[] {
  const finance = newestOf(given, 'evaluation.finance')
  return [
    ...sameSum(
      PIL_146,
      spotAt(finance, 'spent_fen'),
      columnSpots(self, 'funds', 'executed_fen'),
      '自评全年执行数合计',
    ),
    ...budgeted(finance, self),
  ]
}

/** What monitoring took away during the year is missing in the adjusted budget. */
function adjusted(given: ConsistencyCase, self: CaseRecord | undefined): ConsistencyFinding[] {
  if (!self) return []
  const reductions = allOf(given, 'monitoring.finding').filter(
    ({ state, content }) => state === 'closed' && content['opinionType'] === 'reduce',
  )
  if (reductions.length === 0) return []
  const sum = (column: string) => fenSum(rowsOf(self.content, 'funds').map((row) => row[column]))
  const [before, after] = [sum('initial_fen'), sum('adjusted_fen')]
  const taken = fenSum(reductions.map(({ content }) => content['verifiedAmount_fen']))
  if (before - after === taken) return []
  const message =
    '“项目支出绩效自评表”年初预算数减全年预算数，与监控整改核实调减的金额不一致，' +
    '请核对预算调整文件；另有其他调整的，在自评表中写明。'
  return [inconsistent(PIL_146, self.id, message, 'warning')]
}

function fenSum(values: readonly unknown[]): bigint {
  return values.reduce<bigint>(
    (sum, value) => sum + (findFen(typeof value === 'string' ? value : null) ?? 0n),
    0n,
  )
}

/** The evaluators may count the budget as first arranged or as adjusted, and nothing else. */
function budgeted(finance: CaseRecord | undefined, self: CaseRecord | undefined): ConsistencyFinding[] {
  const compare = (column: string, what: string) =>
    sameSum(PIL_146, spotAt(finance, 'budget_fen'), columnSpots(self, 'funds', column), what)
  const first = compare('initial_fen', '自评年初预算数合计')
  const adjusted = compare('adjusted_fen', '自评全年预算数合计')
  return first.length === 0 || adjusted.length === 0 ? [] : first
}
