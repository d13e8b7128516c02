import type { TargetsSheetIndicatorsRow } from '../forms/contents.ts'
import type { LibraryIndicator } from './indicator.ts'
import { isCost } from './levels.ts'

type Row = TargetsSheetIndicatorsRow
const SCORING = {
  quant: 'proportion',
  qual: 'band',
  date: 'yesno',
  yesno: 'yesno',
} as const satisfies Readonly<Record<LibraryIndicator['kind'], Row['scoringRule']>>

/**
 * What taking an indicator from the library writes into a row of the target sheet. The value, the
 * weight and the owner stay the unit's; a scoring rule already chosen stays.
 * @param rows the rows of the sheet, which tell whether it counts cost under output
 * @param hasCostLevel what the catalogue of the place says of it, where it is known
 */
export function fillRow(
  indicator: LibraryIndicator,
  row: Row,
  rows: readonly Row[],
  hasCostLevel?: boolean,
): Row {
  const { level1, level2, kind } = indicator
  const isCostUnderOutput =
    level1 === 'cost' &&
    (hasCostLevel === undefined
      ? row.level2 === 'outputCost' || (!isCost(row.level1, row.level2) && usesOutputCost(rows))
      : !hasCostLevel)
  const scoringRule = level1 === 'satisfaction' ? 'satisfaction' : SCORING[kind]
  return {
    ...(isCostUnderOutput
      ? { level1: 'output', level2: 'outputCost' }
      : { level1, level2: level2 as NonNullable<Row['level2']> }),
    name: indicator.name,
    kind,
    operator: indicator.operator ?? null,
    unit: indicator.unit ?? null,
    accumulation: indicator.count ?? null,
    explanation: `${indicator.definition}\n公式：${indicator.formula}`,
    basis: indicator.basis,
    obtaining: indicator.obtaining,
    source: indicator.dataSource,
    evidence: indicator.evidence,
    evidenceClass: indicator.evidenceClass,
    frequency: indicator.frequency,
    scoringRule: row.scoringRule ?? scoringRule,
    libraryId: indicator.id,
  }
}

function usesOutputCost(rows: readonly Row[]): boolean {
  return rows.some(({ level2 }) => level2 === 'outputCost')
}
