import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { nameRow, reportRow } from '../finding.ts'
import { isFilled } from '../read/cells.ts'
import { isMoneyUnit } from '../read/units.ts'
import type { ReportFinding } from '../report.ts'
import { shorten } from '../score/compare.ts'
import type { StudiedRow, Study } from '../study.ts'

/** CHK-DUPLICATE 指标重复: one thing counted twice earns its points twice. */
export const CHK_DUPLICATE: RuleHeader = {
  id: 'CHK-DUPLICATE',
  name: '指标重复',
  stage: 'doctor',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2021-101', '指标应相互独立'),
  parameters: ['doctor.same_figure'],
}

export function checkDuplicate({ rows, rules }: Study): ReportFinding[] {
  const { digits } = rules.value('doctor.same_figure').value
  return rows.flatMap((row) => {
    if (row.isPart || row.name === '') return []
    const others = rows.slice(0, row.index).filter((other) => !other.isPart && isSameLevel(other, row))
    const twin = others.find((other) => isTwin(other, row))
    if (twin) {
      const message = `${nameRow(row)}与第 ${twin.index + 1} 行的名称和指标值相同，是同一个指标。请合并，或区分名称。`
      return [reportRow(CHK_DUPLICATE, row, 'name', message)]
    }
    const same = others.find((other) => isSameFigure(other, row, digits))
    if (!same) return []
    const message = `${nameRow(row)}与第 ${same.index + 1} 行“${shorten(same.row.name)}”的指标值都是“${shorten(row.row.target)}”，像是同一个数当作两个指标。请核对口径，或只保留一个。`
    return [reportRow(CHK_DUPLICATE, row, 'target_text', message)]
  })
}

function isSameLevel(one: StudiedRow, other: StudiedRow): boolean {
  return one.row.level1 === other.row.level1 && one.row.level2 === other.row.level2
}

/** Bare numbers as names are another fault. */
function isTwin(one: StudiedRow, other: StudiedRow): boolean {
  if (one.name !== other.name || other.name.length < 2 || /^\d+$/.test(other.name)) return false
  if (one.row.target === null || other.row.target === null) return false
  return one.row.target.trim() === other.row.target.trim()
}

/** A figure so particular that two things hardly share it by chance: 1102人, 22.35公里, 80万元. */
function isSameFigure(one: StudiedRow, other: StudiedRow, digits: number): boolean {
  const [a, b] = [one.target.parsed, other.target.parsed]
  if (a.kind !== 'quant' || b.kind !== 'quant' || !isFilled(other.row.target)) return false
  if (a.value !== b.value || a.unit !== b.unit || a.unit === '' || /[%‰]/.test(a.unit)) return false
  if (/^每/.test(a.unit) || a.unit.includes('/')) return false
  const significant = a.value.replace('.', '').replace(/^0+|0+$/g, '').length
  return significant >= digits || (isMoneyUnit(a.unit) && one.level2 === 'economic')
}
