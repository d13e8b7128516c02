import type { ParameterReader } from '../../rules/parameter-values.ts'
import { outlineOf } from './outline.ts'
import type { ReportFacts, ReportPart, StudiedReport } from './report.ts'
import { readScoreTable } from './score-table.ts'

/** Reads the parts of a report once for all checks. Pure: the same parts give the same study. */
export function studyReport(
  parts: readonly ReportPart[],
  facts: ReportFacts,
  rules: ParameterReader,
): StudiedReport {
  const outline = rules.value('evaluation.report_outline').value.parts
  const texts = parts.map((part) =>
    'paragraph' in part ? { text: part.paragraph } : { isTable: true as const },
  )
  const grids = parts.flatMap((part) => ('table' in part ? [part.table] : []))
  return {
    facts,
    ...outlineOf(texts, outline),
    tables: grids.flatMap((grid) => readScoreTable(grid) ?? []),
    cells: grids.flatMap((grid) => grid.rows.flat().filter((cell) => cell !== '')),
  }
}
