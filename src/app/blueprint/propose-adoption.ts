import type { Pack, PackRubric } from '../../domain/blueprint/index.ts'
import type { ExanteRubricContent, ExanteRubricItemsRow } from '../../domain/forms/contents.ts'
import { checkRubric } from '../../domain/exante/checks/index.ts'
import { type Rubric, RUBRIC_SUBJECTS } from '../../domain/exante/index.ts'
import { canonicalJson } from '../../domain/ledger/canonical-json.ts'
import { entryKey } from '../../domain/pilot/checks/index.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Source } from '../../rules/index.ts'
import { rubricAt } from '../exante/index.ts'
import { readLocalLibrary } from '../indicators/local-library.ts'
import type { Context } from '../kernel/context.ts'
import { compareIndicator } from './compare-indicators.ts'
import { blueprintSource, compareValue } from './compare-values.ts'
import { type Compared, type Proposal, rowOf } from './proposal.ts'

/** Room in the forms. */
const ROWS_MAX = 500
const BASIS_MAX = 200

/** What would change at a place if it took over a blueprint, and what cannot. */
export async function proposeAdoption(context: Context, jurisdiction: string, pack: Pack): Promise<Proposal> {
  const source = blueprintSource(pack.manifest, pack.digest.sha256)
  const place = { jurisdiction, today: context.today }
  const { entries } = await readLocalLibrary(context, jurisdiction)
  const sectors = context.library.sectors.map(({ id }) => id)
  const compared: (Compared | undefined)[] = [
    ...(['parameters', 'templates', 'calendars'] as const).flatMap((part) =>
      pack.parts[part].map((entry) => compareValue(context.rules, { part, entry, source }, place)),
    ),
    ...pack.parts.indicators.map((entry) => compareIndicator(entry, entries, { sectors, source })),
  ]
  for (const rubric of pack.parts.rubrics) {
    compared.push(await compareRubric(context, jurisdiction, rubric, source))
  }
  for (const { id, title, definition } of pack.parts.forms) {
    compared.push(compareForm(context, { id, title, definition }))
  }
  return proposalOf(compared)
}

/** Sorts what was compared by what each would put in force. */
export function proposalOf(compared: readonly (Compared | undefined)[]): Proposal {
  const differing = compared.filter((one) => one !== undefined)
  if (differing.length > ROWS_MAX) {
    throw new DomainError(
      'RULE_VIOLATED',
      `蓝本与现行规定有${differing.length}处不同，超过${ROWS_MAX}处，多半是系统版本不同；请先升级系统再装入。`,
    )
  }
  const keyed = differing.map((one) => [entryKey(one.row), one] as const)
  return {
    rows: new Map(keyed.map(([key, { row }]) => [key, row])),
    sameCount: compared.length - differing.length,
    values: new Map(keyed.flatMap(([key, { values }]) => (values ? [[key, values]] : []))),
    indicators: new Map(keyed.flatMap(([key, { indicator }]) => (indicator ? [[key, indicator]] : []))),
    rubrics: new Map(keyed.flatMap(([key, { rubrics }]) => (rubrics ? [[key, rubrics]] : []))),
  }
}

async function compareRubric(
  context: Context,
  jurisdictionId: string,
  given: PackRubric,
  source: Source,
): Promise<Compared | undefined> {
  const { subject } = given
  const current = await rubricAt(context, { jurisdictionId, subject, at: context.now })
  const [here, there] = [linesOf(current), saidOf(given)]
  if (canonicalJson(here) === canonicalJson(there)) return undefined
  const rubric = {
    subject,
    dimensions: given.dimensions,
    items: given.items,
    basisText: `来自蓝本：《${source.title}》（${source.number ?? ''}），原依据${given.basis}`.slice(
      0,
      BASIS_MAX,
    ),
  } as ExanteRubricContent
  const [fault] = checkRubric(rubric)
  const row = rowOf({
    part: 'rubrics',
    itemId: subject,
    title: `${RUBRIC_SUBJECTS[subject]}评分指标体系`,
    currentText: onlyIn(here, there),
    proposedText: onlyIn(there, here),
    outcome: fault ? 'kept' : 'different',
    why: fault ? fault.message : '从生效日期起组织的评分采用，此前已组织的不变。',
  })
  return fault ? { row } : { row, rubrics: [rubric] }
}

/** The lines of a rubric as they are read: points and words of each, under the name of its dimension. */
function linesOf({ items }: Rubric): string[] {
  return items.map((one) => lineText(one.dimensionLabel, one))
}

function saidOf({ dimensions, items }: PackRubric): string[] {
  const names = new Map(dimensions.map(({ code, name }) => [code, name]))
  return items.map((one) => lineText(names.get(one.dimension) ?? one.dimension, one))
}

function lineText(dimension: string, one: Omit<PackRubric['items'][number], 'dimension'>): string {
  return `${one.itemCode} ${dimension}：${one.item} ${one.weight_x100 / 100}分`
}

function onlyIn(one: readonly string[], other: readonly string[]): string {
  return one.filter((line) => !other.includes(line)).join('\n') || '其余要点相同'
}

export function rubricText(items: readonly ExanteRubricItemsRow[]): string {
  return items
    .map(({ itemCode, item, weight_x100 }) => `${itemCode ?? ''} ${item ?? ''} ${(weight_x100 ?? 0) / 100}分`)
    .join('\n')
}

/** Forms come with the system: a place's variants are values (ADR 19), and those are compared as such. */
function compareForm(
  context: Context,
  { id, title, definition }: { readonly id: string; readonly title: string; readonly definition: unknown },
): Compared | undefined {
  const own = context.forms.get(id)
  if (own && canonicalJson(JSON.parse(JSON.stringify(own))) === canonicalJson(definition)) return undefined
  return {
    row: rowOf({
      part: 'forms',
      itemId: id,
      title,
      currentText: own ? '本系统版本的表单' : '没有这张表单',
      proposedText: '蓝本发布时的表单',
      outcome: 'kept',
      why: '表单随系统版本提供，不由蓝本改动；要一致请升级系统。各地可调的分值、栏目和自带指标在参数中比较。',
    }),
  }
}
