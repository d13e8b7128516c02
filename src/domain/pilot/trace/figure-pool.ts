import type { Printed } from '../../documents/trace-numerals.ts'
import { columnsOf, fieldsOf } from '../../forms/form-index.ts'
import type { Content, ContentRow, FieldDefinition, FormDefinition } from '../../forms/form.ts'
import { formatDate } from '../../shared/dates.ts'
import { formatWanYuan } from '../../shared/money.ts'
import { dayOf } from '../../workflow/sentences.ts'
import type { CaseRecord, ConsistencyCase } from '../consistency/case.ts'
import { placeWords } from '../consistency/place-words.ts'
import { accountOf, momentOf, retellStage, stageReportsOf } from '../consistency/retell.ts'
import { valueWords } from '../story/form-words.ts'
import { tellEffects, tellOverview, tellPlace } from '../story/tell-account.ts'
import { tellPublicity } from '../story/tell-publicity.ts'
import type { ToldLine } from '../story/told.ts'

/** A figure as some report may print it, with where it stands: record and field, version, act or rule. */
export type SourcedFigure = Printed & {
  readonly recordId: string
  readonly source: string
  /** A whole line the product wrote. */
  readonly isLine?: boolean
}

/** What a report says of itself in words that no record holds. */
const FIXED = ['五个', '四个', '一个', '两个', '五名']

/** Every figure the records of a project can vouch for. */
export function figurePool(given: ConsistencyCase): SourcedFigure[] {
  const all = [
    ...figuresTold(given),
    ...given.records.flatMap(figuresOfRecord),
    ...figuresOfProject(given),
    ...countsOf(given),
    ...FIXED.map((text) => ({ text, recordId: given.project.id, source: '试点方案的固定表述' })),
  ]
  const first = new Map<string, SourcedFigure>()
  for (const figure of all) if (!first.has(figure.text)) first.set(figure.text, figure)
  return [...first.values()].filter(({ text }) => HAS_NUMERAL.test(text))
}

const HAS_NUMERAL = /[\d一二两三四五六七八九十百千万亿]/

function figuresOfRecord(record: CaseRecord): SourcedFigure[] {
  const { id: recordId, title, form } = record
  const own = (text: string, source: string) => ({ text, recordId, source: `“${title}”${source}` })
  const contents = [
    { content: record.content, name: '' },
    ...record.versions.map(({ content, number }) => ({ content, name: `第${number}版定稿` })),
  ]
  return [
    own(title, '名称'),
    ...contents.flatMap(({ content, name }) =>
      figuresOfContent(form, content).map(({ text, source }) => own(text, `${name}${source}`)),
    ),
    ...record.acts.flatMap((act) => {
      const step = `办理经过“${record.kind.workflow.actions[act.action]?.title ?? act.action}”`
      return [formatDate(dayOf(act.actedAt)), act.documentNumber ?? '', act.opinion ?? '']
        .filter((text) => text !== '')
        .map((text) => own(text, step))
    }),
    ...record.versions.flatMap(({ number, frozenAt, digest }) => [
      own(formatDate(dayOf(frozenAt)), `第${number}版定稿`),
      own(`内容摘要${digest.slice(0, 16)}`, `第${number}版定稿摘要`),
    ]),
  ]
}

type Found = { readonly text: string; readonly source: string }

function figuresOfContent(form: FormDefinition, content: Content): Found[] {
  return [...fieldsOf(form).values()].flatMap(({ field }) => {
    const value = content[field.id]
    if (value === undefined || value === null) return []
    if (field.type !== 'rows')
      return printings(field, value).map((text) => ({ text, source: placeWords(form, [field.id]) }))
    return (value as readonly ContentRow[]).flatMap((row, index) =>
      columnsOf(field).flatMap((column) =>
        printings(column, row[column.id]).map((text) => ({
          text,
          source: placeWords(form, [field.id, index, column.id]),
        })),
      ),
    )
  })
}

/** All ways a report may print one value: with its unit and, in a table that names the unit, without. */
function printings(field: FieldDefinition, value: unknown): string[] {
  const words = valueWords(field, value)
  if (words === '') return []
  if (field.type === 'money') return [words, `${words}万元`]
  if (field.id.endsWith('_x100')) return [words, `${words}分`]
  return [words, ...(field.unit ? [`${words}${field.unit}`] : [])]
}

function figuresOfProject({ project, entryForm, placeName, pilots }: ConsistencyCase): SourcedFigure[] {
  const own = (text: string, source: string) => ({ text, recordId: project.id, source })
  const money = formatWanYuan(project.budget_fen)
  return [
    own(project.name, '项目名称'),
    own(`${project.fiscalYear}年度`, '项目年度'),
    own(money, '项目预算'),
    own(`${money}万元`, '项目预算'),
    own(project.unitName, '实施单位'),
    own(placeName, '地区'),
    ...pilots.map(({ name }) => own(name, '项目名称')),
    ...figuresOfContent(entryForm, project.content).map(({ text, source }) => own(text, `项目档案${source}`)),
  ]
}

/** Lines the product wrote, each with its records and the rule that computed it. */
function figuresTold(given: ConsistencyCase): SourcedFigure[] {
  const lines: ToldLine[] = stageReportsOf(given).flatMap(({ stage, report }) => {
    const { work, outcome, problems, suggestions } = retellStage(given, stage, report)
    return [...work, ...outcome, ...problems, ...suggestions]
  })
  const reports = given.records.filter(({ kind }) =>
    ['pilot.integratedReport', 'pilot.countyReport'].includes(kind.kind),
  )
  const accounts = reports.flatMap((report) => {
    const account = accountOf(given, momentOf(report, 'approve'))
    return [...tellOverview(account), ...tellEffects(account)]
  })
  const place = tellPlace(given.placeName, given.pilots)
  const sources = [{ recordId: given.project.id }]
  const publicity = given.publicity.flatMap((sum) => {
    const text = tellPublicity(sum)
    const one = { isLine: true, recordId: given.project.id, source: '绩效宣传活动登记' }
    return text ? [{ ...one, text }] : []
  })
  const told = [...lines, ...accounts, { text: place, sources }].map(({ text, sources: from }) => ({
    text: text.trim(),
    isLine: true,
    recordId: from[0]?.recordId ?? given.project.id,
    source: from.map((one) => sourceWords(given, one)).join('、'),
  }))
  return [...told, ...publicity]
}

function sourceWords(
  { records }: ConsistencyCase,
  { recordId, field, rule }: ToldLine['sources'][number],
): string {
  const record = records.find(({ id }) => id === recordId)
  const place = record && field ? placeWords(record.form, [field]) : ''
  return `${record ? `“${record.title}”` : '项目档案'}${place}${rule ? `（按${rule}计算）` : ''}`
}

/** 共办理91个环节, 试点项目1个: counted from the records. */
function countsOf(given: ConsistencyCase): SourcedFigure[] {
  const { records, pilots, project } = given
  const counted = records
    .filter(({ kind }) => kind.stage === 'pilot')
    .map(({ id, createdAt }) => {
      const acts = records
        .filter(({ projectId }) => projectId !== null)
        .flatMap((record) => record.acts)
        .filter(({ actedAt }) => actedAt <= createdAt)
      return { text: `${acts.length}个`, recordId: id, source: '起草时已办理的环节数' }
    })
  return [...counted, { text: `${pilots.length}个`, recordId: project.id, source: '试点项目数' }]
}
