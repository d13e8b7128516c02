import { rowsOf } from '../../../forms/form-index.ts'
import type { ContentRow } from '../../../forms/form.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import { targetInWords } from '../../../targets/index.ts'
import { allOf, type CaseRecord, newestOf } from '../../consistency/case.ts'
import { type ConsistencyFinding, inconsistent, type Relation } from '../../consistency/relation.ts'
import { sameValue, type Spot, spotAt } from '../../consistency/spot.ts'

/** PIL-148 绩效指标: monitoring, self-evaluation and adjustment carry the indicators as approved. */
export const PIL_148: RuleHeader = {
  id: 'PIL-148',
  name: '各阶段绩效指标一致',
  stage: 'pilot',
  kind: 'check',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（二）可衡量、可追溯的契约'),
}

export const sameIndicators: Relation = {
  header: PIL_148,
  check: (given) => {
    const sheet = newestOf(given, 'targets.sheet')
    if (!sheet) return []
    const measured = [
      ...allOf(given, 'monitoring.round').map((record) => ({ record, field: 'progress' })),
      ...allOf(given, 'evaluation.self').map((record) => ({ record, field: 'scores' })),
    ]
    return [
      ...measured.flatMap(({ record, field }) => compareRows(sheet, record, field)),
      ...allOf(given, 'evaluation.self').flatMap((record) => expectedGoal(sheet, record)),
      ...allOf(given, 'targets.adjustment').flatMap((record) => compareAdjustment(sheet, record)),
    ]
  },
}

/** What the sheet said when the record was begun. */
function inForce(sheet: CaseRecord, record: CaseRecord): CaseRecord['content'] {
  const begun = record.acts[0]?.actedAt ?? ''
  const made = sheet.versions.filter(({ action }) => action === 'approve' || action === 'adjust')
  const version = made.findLast(({ frozenAt }) => frozenAt <= begun) ?? made[0]
  return version?.content ?? sheet.content
}

/** 预期目标 of the self-evaluation is the goal of the year as approved. */
function expectedGoal(sheet: CaseRecord, record: CaseRecord): ConsistencyFinding[] {
  const value = inForce(sheet, record)['annualGoal']
  const agreed: Spot = { record: sheet, path: ['annualGoal'], value }
  return sameValue(PIL_148, spotAt(record, 'expectedGoal'), value ? agreed : undefined)
}

function compareRows(sheet: CaseRecord, record: CaseRecord, field: string): ConsistencyFinding[] {
  const agreed = rowsOf(inForce(sheet, record), 'indicators')
  const rows = rowsOf(record.content, field)
  const known = new Set(rows.map((row) => row['indicatorId']))
  const missing = agreed.filter((row) => row['id'] && !known.has(row['id']))
  return [
    ...missing.map((row) =>
      inconsistent(PIL_148, record.id, `“${record.title}”缺少批复的指标“${row['name']}”，请补齐。`),
    ),
    ...rows.flatMap((row, index) => {
      const at = agreed.findIndex(({ id }) => id === row['indicatorId'])
      const indicator = agreed[at]
      if (!indicator) return []
      return compareRow({ sheet, record, field }, { row, index }, { indicator, at })
    }),
  ]
}

function compareRow(
  { sheet, record, field }: { sheet: CaseRecord; record: CaseRecord; field: string },
  { row, index }: { row: ContentRow; index: number },
  { indicator, at }: { indicator: ContentRow; at: number },
): ConsistencyFinding[] {
  const own = (column: string): Spot => ({ record, path: [field, index, column], value: row[column] })
  const agreed = (column: string, value: unknown): Spot => ({
    record: sheet,
    path: ['indicators', at, column],
    value,
  })
  return [
    ...sameValue(PIL_148, own('name'), agreed('name', indicator['name'])),
    ...sameValue(PIL_148, own('weight_x100'), agreed('weight_x100', indicator['weight_x100'])),
    ...sameValue(PIL_148, own('targetText'), agreed('name', targetInWords(indicator as never))),
  ]
}

/** What an adjustment calls the old value is what the version says that it adjusts. */
function compareAdjustment(sheet: CaseRecord, record: CaseRecord): ConsistencyFinding[] {
  const base = sheet.versions.find(({ number }) => number === record.content['baseVersion'])
  if (!base) return []
  const agreed = rowsOf(base.content, 'indicators')
  const rows = rowsOf(record.content, 'changes').flatMap((row, index) => {
    const at = agreed.findIndex(({ id }) => id === row['indicatorId'])
    const indicator = agreed[at]
    if (!indicator) return []
    const own = (column: string): Spot => ({ record, path: ['changes', index, column], value: row[column] })
    const old = (column: string, value: unknown): Spot => ({
      record: sheet,
      path: ['indicators', at, column],
      value,
    })
    return [
      ...sameValue(PIL_148, own('name'), old('name', indicator['name'])),
      ...sameValue(PIL_148, own('oldText'), old('name', targetInWords(indicator as never))),
      ...sameValue(PIL_148, own('oldWeight_x100'), old('weight_x100', indicator['weight_x100'])),
    ]
  })
  const adjusted = sheet.versions.find(({ number, action }) => number > base.number && action === 'adjust')
  const newGoal = adjusted?.content['annualGoal']
  const goal = sameValue(
    PIL_148,
    spotAt(record, 'newAnnualGoal'),
    newGoal ? { record: sheet, path: ['annualGoal'], value: newGoal } : undefined,
  )
  return [
    ...rows,
    ...goal,
    ...compareOldWords(sheet, record, base.content),
    ...compareAmounts(sheet, record, base.content),
  ]
}

type Base = CaseRecord['content']

function compareOldWords(sheet: CaseRecord, record: CaseRecord, base: Base): ConsistencyFinding[] {
  const pair = (own: string, theirs: string) =>
    sameValue(
      PIL_148,
      { record, path: [own], value: record.content[own] ?? base[theirs] },
      { record: sheet, path: [theirs], value: base[theirs] },
    )
  return [...pair('oldAnnualGoal', 'annualGoal'), ...pair('oldPeriodGoal', 'periodGoal')]
}

function compareAmounts(sheet: CaseRecord, record: CaseRecord, base: Base): ConsistencyFinding[] {
  const amounts = rowsOf(record.content, 'amounts').flatMap((row, index) => {
    const item = String(row['item'])
    return sameValue(
      PIL_148,
      { record, path: ['amounts', index, 'old_fen'], value: row['old_fen'] },
      { record: sheet, path: [item], value: base[item] },
    )
  })
  const planned = rowsOf(base, 'quarterPlan')
  const quarters = rowsOf(record.content, 'quarters').flatMap((row, index) => {
    const at = planned.findIndex(({ quarter }) => quarter === row['quarter'])
    return sameValue(
      PIL_148,
      { record, path: ['quarters', index, 'old_fen'], value: row['old_fen'] },
      { record: sheet, path: ['quarterPlan', at, 'planned_fen'], value: planned[at]?.['planned_fen'] },
    )
  })
  return [...amounts, ...quarters]
}
