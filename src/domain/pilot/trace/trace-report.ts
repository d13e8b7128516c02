import { traceNumerals } from '../../documents/trace-numerals.ts'
import type { CaseRecord, ConsistencyCase } from '../consistency/case.ts'
import type { SourcedFigure } from './figure-pool.ts'

/** A numeral of a printed report with what vouches for it. */
export type ReportNumeral = {
  /** Line of the printed text, counted from 1. */
  readonly line: number
  readonly text: string
  readonly numeral: string
  /** Whether a person wrote the paragraph it stands in. */
  readonly isWritten: boolean
  /** Record and field, version, act or rule; nothing where no figure of the records is the same. */
  readonly source: string | undefined
}

/**
 * Walks every numeral of a printed report and finds its source: for a line the product wrote, the records the
 * line was told from; else any figure of the records with the same value and unit. In paragraphs people
 * wrote, one without a source is shown to them; in what the product wrote there must be none.
 * @param lines the printed text
 * @param written the lines people wrote, as `writtenLines` finds them
 */
export function traceReport(
  lines: readonly string[],
  figures: readonly SourcedFigure[],
  written: ReadonlySet<string>,
): ReportNumeral[] {
  const told = new Map(figures.flatMap(({ text, source, isLine }) => (isLine ? [[text, source]] : [])))
  const starts = startsOf(lines)
  let line = 0
  return traceNumerals(lines.join('\n'), figures).map(({ numeral, figure }) => {
    while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= numeral.place) line += 1
    const text = lines[line] ?? ''
    return {
      ...{ line: line + 1, text, numeral: numeral.text, isWritten: written.has(text.trim()) },
      source: told.get(text.trim()) ?? figure?.source,
    }
  })
}

function startsOf(lines: readonly string[]): number[] {
  let at = 0
  return lines.map((text) => {
    const start = at
    at += text.length + 1
    return start
  })
}

/** Numerals nothing vouches for. */
export function untracedOf(numerals: readonly ReportNumeral[]): ReportNumeral[] {
  return numerals.filter(({ source }) => source === undefined)
}

const REPORTS = ['pilot.stageReport', 'pilot.integratedReport', 'pilot.countyReport']

/**
 * The lines of the reports of a project and its place that a person wrote or rewrote: all that stand in them
 * and are not what the records tell.
 * @param figures as `figurePool` gives them
 */
export function writtenLines(given: ConsistencyCase, figures: readonly SourcedFigure[]): Set<string> {
  const told = new Set(figures.flatMap(({ text, isLine }) => (isLine ? [text] : [])))
  const reports = given.records.filter(({ kind }) => REPORTS.includes(kind.kind))
  return new Set(reports.flatMap(textLines).filter((line) => line !== '' && !told.has(line)))
}

function textLines({ content, form }: CaseRecord): string[] {
  const fields = form.sections.flatMap((section) => section.fields).filter(({ type }) => type === 'longtext')
  return fields.flatMap(({ id }) => {
    const text = content[id]
    return typeof text === 'string' ? text.split('\n').map((line) => line.trim()) : []
  })
}
