import { rowsOf } from '../../../forms/form-index.ts'
import { findFen } from '../../../shared/money.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import { type ArrangedMoney, arrangedMoney, moneyAt } from '../../consistency/arranged-money.ts'
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

const IN_SELF = { table: 'funds', column: 'initial_fen', what: '自评年初预算数合计' }
const IN_ROUND = { table: 'execution', column: 'budget_fen', what: '监控年初预算数合计' }

export const sameMoney: Relation = {
  header: PIL_146,
  check: (given) => {
    const history = arrangedMoney(given)
    const now = history.at(-1)?.spot
    if (!now) return []
    const equal = (right: Spot | undefined, left = now) => sameValue(PIL_146, right, left)
    const self = newestOf(given, 'evaluation.self')
    const decision = newestOf(given, 'results.budgetDecision')
    return [
      ...equal(spotAt(agreed(given), 'total_fen')),
      ...equal(headerSpot(given)),
      ...equal(spotAt(decision, 'current_fen'), moneyAt(history, decision?.createdAt ?? '')),
      ...atTheBeginning(given, history, self, IN_SELF),
      ...allOf(given, 'monitoring.round').flatMap((round) => atTheBeginning(given, history, round, IN_ROUND)),
      ...spent(given, self),
      ...budgeted(newestOf(given, 'evaluation.finance'), self, now),
      ...adjusted(given, history, self),
    ]
  },
}

/**
 * 年初预算数 is what had been arranged by the time the record was begun: as approved, or as adjusted before
 * anybody had to write it down. What a continuing project carried over was arranged in the year before.
 */
function atTheBeginning(
  { project }: ConsistencyCase,
  history: readonly ArrangedMoney[],
  record: CaseRecord | undefined,
  { table, column, what }: { readonly table: string; readonly column: string; readonly what: string },
): ConsistencyFinding[] {
  if (!record) return []
  const rows = rowsOf(record.content, table)
  const parts = columnSpots(record, table, column).filter(
    ({ path }) => project.isNew || rows[Number(path[1])]?.['fund'] !== 'carryOver',
  )
  const known = history.filter(({ since }, index) => index === 0 || since <= record.createdAt)
  const found = known.map(({ spot }) => sameSum(PIL_146, spot, parts, what))
  return found.some(({ length }) => length === 0) ? [] : (found.at(-1) ?? [])
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
  const total = spotAt(newestOf(given, 'evaluation.finance'), 'spent_fen')
  return sameSum(PIL_146, total, columnSpots(self, 'funds', 'executed_fen'), '自评全年执行数合计')
}

/** What monitoring took away during the year, or an adjustment of the target, is missing in the adjusted budget. */
function adjusted(
  given: ConsistencyCase,
  history: readonly ArrangedMoney[],
  self: CaseRecord | undefined,
): ConsistencyFinding[] {
  if (!self) return []
  const reductions = allOf(given, 'monitoring.finding').filter(
    ({ state, content }) => state === 'closed' && content['opinionType'] === 'reduce',
  )
  if (reductions.length === 0) return []
  const sum = (column: string) => fenSum(rowsOf(self.content, 'funds').map((row) => row[column]))
  const less = sum('initial_fen') - sum('adjusted_fen')
  const taken = fenSum(reductions.map(({ content }) => content['verifiedAmount_fen']))
  const [first, now] = [history[0], history.at(-1)].map((money) => fenSum([money?.spot.value]))
  const changed = (first ?? 0n) - (now ?? 0n)
  // The reduction may be carried out by the adjustment, or come on top of one.
  if ([taken, taken + changed].includes(less) || (changed >= taken && less === changed)) return []
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

/** The evaluators may count the budget as first arranged, as adjusted, or as the project now has it. */
function budgeted(
  finance: CaseRecord | undefined,
  self: CaseRecord | undefined,
  now: Spot,
): ConsistencyFinding[] {
  const own = spotAt(finance, 'budget_fen')
  const first = sameSum(PIL_146, own, columnSpots(self, 'funds', 'initial_fen'), '自评年初预算数合计')
  const others = [
    sameSum(PIL_146, own, columnSpots(self, 'funds', 'adjusted_fen')),
    sameValue(PIL_146, own, now),
  ]
  return others.some(({ length }) => length === 0) ? [] : first
}
