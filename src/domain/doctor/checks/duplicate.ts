import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { isUnitWord, normaliseTargetText } from '../../targets/compute/index.ts'
import { nameRow, reportRow } from '../finding.ts'
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
  const named = new Map<string, StudiedRow>()
  const figured = new Map<string, StudiedRow>()
  const helped = new Map<string, StudiedRow>()
  return rows.flatMap((row) => {
    if (row.isPart || row.name === '') return []
    const level = `${row.row.level1}\n${row.row.level2}`
    const twin = firstOf(named, nameKey(row, level), row)
    const same =
      firstOf(figured, figureKey(row, level, digits), row) ??
      firstOf(helped, figureKey(row, HELPED, digits), row, isCountedTwice)
    if (twin) {
      const message = `${nameRow(row)}与第 ${twin.index + 1} 行的名称和指标值相同，是同一个指标。请合并，或区分名称。`
      return [reportRow(CHK_DUPLICATE, row, 'name', message)]
    }
    if (!same) return []
    const message = `${nameRow(row)}与第 ${same.index + 1} 行“${shorten(same.row.name)}”的指标值都是“${shorten(row.row.target)}”，像是同一个数当作两个指标。请核对口径，或只保留一个。`
    return [reportRow(CHK_DUPLICATE, row, 'target_text', message)]
  })
}

/** The row that had this key first; the row itself becomes the first where there is none. */
function firstOf(
  seen: Map<string, StudiedRow>,
  key: string | undefined,
  row: StudiedRow,
  isSame: (first: StudiedRow, row: StudiedRow) => boolean = () => true,
) {
  if (key === undefined) return undefined
  const first = seen.get(key)
  if (!first) seen.set(key, row)
  return first && isSame(first, row) ? first : undefined
}

/** Over all levels one figure is one quantity only where people are counted. */
const HELPED = '受益'

/** 补助学生1102人 as an output and 受益人口1102人 as a benefit: those helped are the benefit, counted twice. */
function isCountedTwice(first: StudiedRow, row: StudiedRow): boolean {
  const isBenefit = ({ level1, name }: StudiedRow) =>
    level1 === 'benefit' && /受益|惠及|覆盖|帮扶|带动/.test(name)
  const isPeople = ({ target: { parsed } }: StudiedRow) =>
    parsed.kind === 'quant' && /^万?(人|人次|户|名)$/.test(parsed.unit)
  return isPeople(row) && isBenefit(row) !== isBenefit(first)
}

/** Bare numbers as names are another fault. */
function nameKey({ name, row }: StudiedRow, level: string): string | undefined {
  if (name.length < 2 || /^\d+$/.test(name) || row.target === null) return undefined
  // 演练次数(次) is 演练次数.
  const plain = name.replace(/\(([^()]*)\)$/, (bracket, unit: string) => (isUnitWord(unit) ? '' : bracket))
  return `${level}\n${plain}\n${normaliseTargetText(row.target)}`
}

/** A figure so particular that two things hardly share it by chance: 1102人, 22.35公里, 80万元. */
function figureKey({ target, level2 }: StudiedRow, level: string, digits: number): string | undefined {
  const { parsed } = target
  if (parsed.kind !== 'quant' || parsed.upper !== undefined) return undefined
  const { value, unit } = parsed
  if (unit === '' || /[%‰/]|^每/.test(unit)) return undefined
  const significant = value.replace('.', '').replace(/^0+|0+$/g, '').length
  const isParticular = significant >= digits || (isMoneyUnit(unit) && level2 === 'economic')
  return isParticular ? `${level}\n${value}\n${unit}` : undefined
}
