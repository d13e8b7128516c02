import { assembleReport, type AssembledReport } from '../../../domain/results/index.ts'
import type { Content, ContentRow } from '../../../domain/forms/form.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import { findJurisdictions, type Jurisdiction } from '../../../storage/organisation-repository.ts'
import { findEvidenceLines, findYearResults } from '../../../storage/year-result-repository.ts'
import type { Context } from '../../kernel/context.ts'

/** Whose report of which year. */
export type ReportOf = { readonly jurisdictionId: string; readonly fiscalYear: number }

/** The place of a report; the region's own is about all places. */
export async function placeOf(context: Pick<Context, 'db'>, jurisdictionId: string): Promise<Jurisdiction> {
  const place = (await findJurisdictions(context.db)).find(({ id }) => id === jurisdictionId)
  if (!place) throw new DomainError('NOT_FOUND', '没有找到这个地区，请核对行政区划代码。')
  return place
}

/**
 * What the confirmed records of a place and year say now, assembled for a day: today, or the day a draft was made.
 * @throws DomainError ACTION_NOT_AVAILABLE while nothing is confirmed (RES-931)
 */
export async function assembleFor(
  context: Context,
  { jurisdictionId, fiscalYear }: ReportOf,
  asOf = context.today,
): Promise<AssembledReport> {
  const place = await placeOf(context, jurisdictionId)
  const isProvincial = place.level === 'province'
  const results = await findYearResults(context.db, {
    fiscalYear,
    ...(isProvincial ? {} : { jurisdictionId }),
  })
  if (results.length === 0) {
    const message = `${fiscalYear}年度还没有确认的财政绩效评价结果，请先确认评价结果，再起草专报或通报。`
    throw new DomainError('ACTION_NOT_AVAILABLE', message, { ruleId: 'RES-931' })
  }
  const rules = context.rules.at({ date: context.today, jurisdiction: jurisdictionId, fiscalYear })
  return assembleReport({ fiscalYear, placeName: place.name, isProvincial, results, rules, asOf })
}

/** The assembled part as content of the form, the index of evidence with it. */
export async function assembledContent(
  context: Context,
  of: ReportOf,
  texts: readonly (keyof AssembledReport)[],
): Promise<Content> {
  const report = await assembleFor(context, of)
  const evidence = await findEvidenceLines(
    context.db,
    report.results.map(({ projectId }) => projectId),
  )
  return {
    ...Object.fromEntries(texts.map((field) => [field, report[field] as string])),
    assembledOn: context.today,
    results: report.results.map(rowOf),
    applications: report.applications.map(rowOf),
    figures: report.figures.map(rowOf),
    evidence: evidence.map(rowOf),
  }
}

/** A row without what is not known. */
function rowOf(line: object): ContentRow {
  return Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null && value !== undefined))
}
