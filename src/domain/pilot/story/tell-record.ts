import { type NameOf, labelContent } from '../../documents/label-content.ts'
import { formatDate } from '../../shared/dates.ts'
import { dayOf, roleTitle } from '../../workflow/sentences.ts'
import { columnTexts, endSentence, fieldSentences, rowsTable } from './form-words.ts'
import type { StageSource } from './stage-sources.ts'
import type { ToldAct, ToldLine, ToldParts, ToldRecord } from './told.ts'

/** What a stage report takes from one record: fields, tables, and every step that was taken on it. */
export function tellRecord(record: ToldRecord, source: StageSource, nameOf: NameOf): ToldParts {
  const content = labelContent(record.form, record.content, nameOf) as { readonly [field: string]: unknown }
  const { id: recordId, title, form } = record
  const sentences = (fields: readonly string[] | undefined): ToldLine[] =>
    (fields ?? []).flatMap((field) =>
      fieldSentences(form, content, [field]).map((text) => ({ text, sources: [{ recordId, field }] })),
    )
  const own = (text: string): ToldLine => ({ text, sources: [{ recordId }] })
  const outcome = sentences(source.outcome)
  return {
    work: [
      ...sentences(source.work),
      own(`${title}办理过程：`),
      ...record.acts.map((act) => ({
        text: actSentence(record, act),
        sources: [{ recordId, act: act.id }],
      })),
    ],
    outcome: outcome.length > 0 ? [own(`${title}（${stateTitle(record)}）：`), ...outcome] : [],
    problems: [...plainTexts(record, content, source.problems), ...returns(record)],
    suggestions: plainTexts(record, content, source.suggestions),
    tables: (source.tables ?? []).flatMap((table) =>
      rowsTable(form, content, table.field, table).map((facts) => ({
        ...facts,
        source: { recordId, field: table.field },
      })),
    ),
  }
}

function returns({ id: recordId, kind, title, acts }: ToldRecord): ToldLine[] {
  return acts.flatMap((act) =>
    kind.workflow.actions[act.action]?.isReturn && act.opinion
      ? [
          {
            text: `${title}办理中被退回：${endSentence(act.opinion)}`,
            sources: [{ recordId, act: act.id }],
          },
        ]
      : [],
  )
}

/** 2023年1月12日，示例县农业农村局初审通过：指标齐全。 */
function actSentence({ kind }: ToldRecord, act: ToldAct): string {
  const title = kind.workflow.actions[act.action]?.title ?? act.action
  const number = act.documentNumber ? `（${act.documentNumber}）` : ''
  const opinion = act.opinion ? `：${act.opinion}` : ''
  const who = act.organisationName ?? roleTitle(act.role)
  return endSentence(`${formatDate(dayOf(act.actedAt))}，${who}${title}${number}${opinion}`)
}

function stateTitle({ kind, state }: ToldRecord): string {
  return kind.workflow.states[state]?.title ?? state
}

/** Texts without their labels: the list they go into says what they are. */
function plainTexts(
  { id: recordId }: ToldRecord,
  content: { readonly [field: string]: unknown },
  sources: readonly string[] | undefined,
): ToldLine[] {
  return (sources ?? []).flatMap((source) => {
    const [field = '', column] = source.split('.')
    const value = content[field]
    const texts =
      column !== undefined ? columnTexts(content, field, column) : typeof value === 'string' ? [value] : []
    return texts
      .filter((text) => text.trim() !== '')
      .map((text) => ({ text: endSentence(text), sources: [{ recordId, field }] }))
  })
}
