import { Decimal } from '../../shared/decimal.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { formatWeight } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import { report } from '../finding.ts'
import { isBlank } from '../read/cells.ts'
import { readLevelWeight } from '../read/levels.ts'
import { readPoints } from '../read/numbers.ts'
import type { ReportFinding } from '../report.ts'
import { shorten } from '../score/compare.ts'
import type { StudiedRow, Study } from '../study.ts'

/** CHK-WEIGHT-SUM 分值合计: all weights make 100, and the rows of a group make the group's title. */
export const CHK_WEIGHT_SUM: RuleHeader = {
  id: 'CHK-WEIGHT-SUM',
  name: '分值合计不等',
  stage: 'doctor',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2020-10', '附件1填报说明（分值合计100分）'),
  parameters: ['doctor.weight_totals', 'evaluation.execution_points'],
}

export function checkWeightSum(study: Study): ReportFinding[] {
  return [...checkTotal(study), ...checkGroups(study, 'level1'), ...checkGroups(study, 'level2')]
}

function checkTotal({ table, rows, execution, rules }: Study): ReportFinding[] {
  if (!table.isComplete || rows.some(isUnknown)) return []
  const weights = rows.flatMap(({ weight }) => (weight ? [weight.value] : []))
  if (weights.length === 0) return []
  const sum = Decimal.sum(...weights)
  const own = execution?.weight?.value ?? new Decimal(0)
  const printed = readPoints(table.totalWeight)?.value
  const all = sum.plus(own)
  const form = { isDeclaration: table.kind === 'target_declaration', hasExecution: own.gt(0) }
  if (accepted(form, printed, rules).some((total) => all.eq(total))) return []
  const words = own.gt(0)
    ? `各指标分值合计 ${sum.toFixed()} 分，加预算执行率 ${own.toFixed()} 分`
    : '各指标分值'
  const expected = printed ? `表中印的总分值是 ${printed.toFixed()} 分` : '应为 100 分'
  const message = `${words}共 ${all.toFixed()} 分，${expected}，相差 ${all
    .minus(printed ?? 100)
    .abs()
    .toFixed()} 分。请核对各行分值，或改正总分值。`
  return [report(CHK_WEIGHT_SUM, { field: 'total_weight' }, message)]
}

type Form = { readonly isDeclaration: boolean; readonly hasExecution: boolean }

/** The printed total; without one the usual totals, 90 where the ten points of execution come later. */
function accepted(form: Form, printed: Decimal | undefined, rules: Study['rules']): readonly Decimal[] {
  const totals = rules.value('doctor.weight_totals').value
  const usual = (
    form.isDeclaration || !form.hasExecution ? totals.declaration_x100 : totals.evaluation_x100
  ).map((points) => new Decimal(formatWeight(points)))
  if (!printed) return usual
  // A target form may print 100 over rows of 90; 92 over rows of 90 is a wrong sum there, too.
  if (form.isDeclaration) return usual.some((total) => total.eq(printed)) ? usual : [printed]
  return form.hasExecution ? [printed] : [printed, withoutPoints(printed, rules)]
}

/** Where no weight of execution can be seen, its points may be what the rows lack. */
function withoutPoints(printed: Decimal, rules: Study['rules']): Decimal {
  return printed.minus(formatWeight(rules.value('evaluation.execution_points').value.points_x100))
}

/** Cut off, or printed as something that is no number: the sum would be a guess. */
function isUnknown({ row, weight }: StudiedRow): boolean {
  return row.weight === null || (!weight && !isBlank(row.weight))
}

/** 产出指标(50分) against its rows; the last group of a cut table may miss rows, so it may be short. */
function checkGroups({ table, rows }: Study, level: 'level1' | 'level2'): ReportFinding[] {
  return groupsOf(rows, level).flatMap((group) => {
    const title = group[0]?.row[level] ?? null
    const points = readLevelWeight(title)
    const isLast = group[group.length - 1]?.index === rows.length - 1
    if (!points || group.some(isUnknown)) return []
    const weights = group.flatMap(({ weight }) => (weight ? [weight.value] : []))
    if (weights.length === 0) return []
    const sum = Decimal.sum(...weights)
    const isShort = sum.lt(points.from)
    if (table.isOcr) return []
    if ((isShort && (!isLast || table.isComplete)) || sum.gt(points.to)) {
      const range = points.from === points.to ? points.from : `${points.from}—${points.to}`
      const message = `“${shorten(title)}”标明 ${range} 分，其下各行分值合计 ${sum.toFixed()} 分。请核对本组各行分值或标题中的分值。`
      return [report(CHK_WEIGHT_SUM, { row: group[0]?.index ?? 0, field: level }, message)]
    }
    return []
  })
}

/** Rows under one title; a title that comes again is the same group. */
function groupsOf(rows: readonly StudiedRow[], level: 'level1' | 'level2'): StudiedRow[][] {
  const groups = new Map<string | null, StudiedRow[]>()
  for (const studied of rows) {
    const { row } = studied
    const title = level === 'level1' ? row.level1 : `${row.level1}\n${row.level2}`
    const known = groups.get(title)
    if (known) known.push(studied)
    else groups.set(title, [studied])
  }
  return [...groups.values()]
}
