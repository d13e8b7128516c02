import type { PilotBlueprintUseContent } from '../../domain/forms/contents.ts'
import { canonicalJson } from '../../domain/ledger/canonical-json.ts'
import { entryKey } from '../../domain/pilot/checks/index.ts'
import type { ParameterId } from '../../domain/rules/parameter-values.ts'
import { type PlaceValue, type RuleBook, type Source, withPlaceValues } from '../../rules/index.ts'
import { findPlaceParameters, type PlaceParameter } from '../../storage/place-parameter-repository.ts'
import type { Context } from '../kernel/context.ts'
import { placeValue } from '../kernel/place-rules.ts'
import type { RecordData } from '../records/record-data.ts'
import { readNow } from './compare-values.ts'
import { type Compared, rowOf } from './proposal.ts'
import { type GivenUp, type Said, turnBack } from './turn-back.ts'

type SaidValue = Pick<PlaceValue, 'value' | 'source' | 'article' | 'standing'>

/** Parameters an adoption set, each with what holds without it from a day on; what nothing changes is left out. */
export async function valuesBack(
  context: Context,
  undone: RecordData,
  day: string,
  givenUp: (key: string) => GivenUp,
): Promise<Compared[]> {
  const { id, jurisdictionId } = undone.record
  const rows = await findPlaceParameters(context.db)
  const own = rows.filter(({ recordId }) => recordId === id)
  return [...new Set(own.map(({ parameter }) => parameter))].flatMap((parameter) => {
    const key = entryKey({ part: 'parameters', itemId: parameter })
    const said = saidOf(context.filedRules, rows, { jurisdictionId, parameter })
    const turned = turnBack(said, day, givenUp(key), isSameValue)
    const source = own[0]?.source as unknown as Source
    const values = turned.map(({ from, to }) =>
      backValue(context, { jurisdiction: jurisdictionId, parameter, from, source }, undone, to?.value),
    )
    return values.length > 0 ? [comparedOf(context, rows, values)] : []
  })
}

/** What the place says of a parameter: its files, then what was approved, oldest first. */
function saidOf(
  filed: RuleBook,
  rows: readonly PlaceParameter[],
  { jurisdictionId, parameter }: { readonly jurisdictionId: string; readonly parameter: string },
): Said<SaidValue>[] {
  const layers = filed.layers.filter(
    (layer) => layer.jurisdiction === jurisdictionId && layer.parameter === parameter,
  )
  const sources = new Map(filed.sources.map((source) => [source.id, source]))
  const inFiles = layers.flatMap(({ values }) =>
    values.flatMap(({ from, value, source: { id, article }, standing }) => {
      const source = sources.get(id)
      return source ? [{ from, value: { value, source, article, standing }, useId: null }] : []
    }),
  )
  const approved = rows
    .filter((row) => row.jurisdictionId === jurisdictionId && row.parameter === parameter)
    .map((row) => ({ from: row.effectiveFrom, value: placeValue(row), useId: row.recordId }))
  return [...inFiles, ...approved]
}

function isSameValue(one: SaidValue | undefined, other: SaidValue | undefined): boolean {
  return canonicalJson(one?.value ?? null) === canonicalJson(other?.value ?? null)
}

function backValue(
  context: Context,
  of: Pick<PlaceValue, 'jurisdiction' | 'parameter' | 'from' | 'source'>,
  undone: RecordData,
  to: SaidValue | undefined,
): PlaceValue {
  const { name, blueprintVersion } = undone.content as PilotBlueprintUseContent
  const said = `停止采用《${name ?? ''}》${blueprintVersion ?? ''}版`
  const title = context.rules.parameters.find(({ id }) => id === of.parameter)?.title ?? of.parameter
  return {
    ...of,
    value: to?.value ?? null,
    source: to?.source ?? of.source,
    article: to ? `${to.article}（${said}）` : said,
    standing: to?.standing ?? 'proposal',
    approvedOn: context.today,
    origin: `“${title}”`,
  }
}

function comparedOf(
  context: Context,
  rows: readonly PlaceParameter[],
  values: readonly PlaceValue[],
): Compared {
  const [first] = values as [PlaceValue, ...PlaceValue[]]
  const { parameter, jurisdiction } = first
  const { book } = withPlaceValues(context.filedRules, [...rows.map(placeValue), ...values])
  const textOn = (one: RuleBook, today: string) =>
    readNow(one, parameter as ParameterId, { jurisdiction, today })?.text ?? '没有取值'
  return {
    row: rowOf({
      part: 'parameters',
      itemId: parameter,
      title: context.rules.parameters.find(({ id }) => id === parameter)?.title ?? parameter,
      currentText: textOn(context.rules, first.from),
      proposedText: values
        .map(({ from }) => (values.length > 1 ? `${from}起：` : '') + textOn(book, from))
        .join('\n'),
      outcome: 'different',
      why: `自${first.from}起，恢复为不采用蓝本时执行的取值。`,
    }),
    values,
  }
}
