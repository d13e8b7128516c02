import type { PilotBlueprintUseContent } from '../../domain/forms/contents.ts'
import { contentOfRubric } from '../../domain/exante/index.ts'
import type { ExanteRubricContent } from '../../domain/forms/contents.ts'
import type { LocalVersion } from '../../domain/indicators/index.ts'
import type { ParameterId } from '../../domain/rules/parameter-values.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { type RuleBook, type Source, withPlaceValues } from '../../rules/index.ts'
import { findLocalVersions } from '../../storage/library-repository.ts'
import { findPlaceParameters, type PlaceParameter } from '../../storage/place-parameter-repository.ts'
import { findRecords } from '../../storage/record-repository.ts'
import { rubricAt } from '../exante/index.ts'
import type { Context } from '../kernel/context.ts'
import { placeValue } from '../kernel/place-rules.ts'
import type { RecordData } from '../records/record-data.ts'
import { indicatorText } from './compare-indicators.ts'
import { nextYear, readNow } from './compare-values.ts'
import { proposalOf, rubricText } from './propose-adoption.ts'
import { type Compared, type Proposal, rowOf } from './proposal.ts'

/**
 * What would change if a place gave up what it took over: each entry goes back to what would hold without it.
 * Nothing is deleted; what goes back is a newer version with its own reason.
 */
export async function proposeUndoing(context: Context, undone: RecordData): Promise<Proposal> {
  return proposalOf([
    ...(await valuesBack(context, undone)),
    ...(await indicatorsBack(context, undone)),
    ...(await rubricsBack(context, undone)),
  ])
}

async function valuesBack(context: Context, { record, content }: RecordData): Promise<Compared[]> {
  const rows = await findPlaceParameters(context.db)
  const own = rows.filter(({ recordId }) => recordId === record.id)
  const others = rows.filter(({ recordId }) => recordId !== record.id)
  const { book } = withPlaceValues(context.filedRules, others.map(placeValue))
  return own.map((one) => valueBack(context, book, one, content as PilotBlueprintUseContent))
}

function valueBack(
  context: Context,
  before: RuleBook,
  { jurisdictionId: jurisdiction, parameter, source }: PlaceParameter,
  { name, blueprintVersion }: PilotBlueprintUseContent,
): Compared {
  const { today } = context
  const place = { jurisdiction, today }
  const definition = before.parameters.find(({ id }) => id === parameter)
  const isByYear = definition?.selects === 'fiscal_year'
  const layer = before.layers.find(
    (each) => each.jurisdiction === jurisdiction && each.parameter === parameter,
  )
  const lastDay = `${nextYear(today)}-01-01`
  const entry = layer?.values.findLast(({ from }) => from <= (isByYear ? lastDay : today))
  const title = definition?.title ?? parameter
  const said = `停止采用《${name ?? ''}》${blueprintVersion ?? ''}版`
  const cited = entry && before.sources.find(({ id }) => id === entry.source.id)
  return {
    row: rowOf({
      part: 'parameters',
      itemId: parameter,
      title,
      currentText: readNow(context.rules, parameter as ParameterId, place)?.text ?? '没有取值',
      proposedText: readNow(before, parameter as ParameterId, place)?.text ?? '没有取值',
      outcome: 'different',
      why: '恢复为采用以前执行的取值。',
    }),
    value: {
      jurisdiction,
      parameter,
      value: entry?.value ?? null,
      source: cited ?? (source as unknown as Source),
      article: entry ? `${entry.source.article}（${said}）` : said,
      standing: entry?.standing ?? 'proposal',
      origin: `“${title}”`,
    },
  }
}

async function indicatorsBack(context: Context, { record, content }: RecordData): Promise<Compared[]> {
  const { jurisdictionId } = record
  const { name, blueprintVersion } = content as PilotBlueprintUseContent
  const versions = await findLocalVersions(context.db, [jurisdictionId])
  const own = await findVersionsOf(context, record.id, versions)
  return own.map((made) => {
    const earlier = versions.findLast(
      ({ indicatorId, version }) => indicatorId === made.indicatorId && version < made.version,
    )
    const base = context.library.indicators.find(({ id }) => id === made.indicatorId)
    const before = earlier?.change === 'retire' ? undefined : (earlier?.indicator ?? base)
    const indicator = before ?? made.indicator
    return {
      row: rowOf({
        part: 'indicators',
        itemId: made.indicatorId,
        title: made.indicator.name,
        currentText: indicatorText(made.indicator),
        proposedText: before ? indicatorText(before) : '停用',
        outcome: 'different',
        why: before ? '恢复为采用以前的版本。' : '采用以前没有这个指标，停用后不再推荐选用。',
      }),
      indicator: {
        id: made.indicatorId,
        change: before ? ('revise' as const) : ('retire' as const),
        indicator: {
          ...indicator,
          sourceId: 'local',
          sourceText: `停止采用《${name ?? ''}》${blueprintVersion ?? ''}版，恢复原指标`,
        },
      },
    }
  })
}

/** Those the record made and nobody changed since. */
async function findVersionsOf(
  context: Context,
  recordId: string,
  versions: readonly LocalVersion[],
): Promise<LocalVersion[]> {
  const made = await context.db
    .selectFrom('library_indicator')
    .where('record_id', '=', recordId)
    .select(['indicator_id', 'version'])
    .execute()
  const newest = (id: string) => versions.findLast(({ indicatorId }) => indicatorId === id)
  return made.flatMap(({ indicator_id, version }) => {
    const last = newest(indicator_id)
    return last?.version === version ? [last] : []
  })
}

async function rubricsBack(context: Context, { record, acts }: RecordData): Promise<Compared[]> {
  const { jurisdictionId } = record
  const made = await findRecords(context.db, {
    jurisdictionId,
    kind: 'exante.rubric',
    subjectId: record.id,
  })
  const approved = acts.findLast(({ action }) => action === 'approve')
  const before = new Date(Date.parse(approved?.actedAt ?? context.now) - 1000).toISOString()
  const compared: Compared[] = []
  for (const { content } of made) {
    const { subject = 'project', items } = content as ExanteRubricContent
    if (!subject) continue
    const earlier = await rubricAt(context, { jurisdictionId, subject, at: before })
    const back = contentOfRubric(subject, earlier)
    compared.push({
      row: rowOf({
        part: 'rubrics',
        itemId: subject,
        title: earlier.title,
        currentText: rubricText((items ?? []) as never),
        proposedText: rubricText((back.items ?? []) as never),
        outcome: 'different',
        why: `恢复为${dayOf(before)}执行的评分指标体系。`,
      }),
      rubric: { ...back, basisText: '停止采用蓝本，恢复原评分指标体系' },
    })
  }
  return compared
}
