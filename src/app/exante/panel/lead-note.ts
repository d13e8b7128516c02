import { exanteLeadNote } from '../../../domain/exante/index.ts'
import type { ExanteEvaluationContent, ExanteLeadNoteContent } from '../../../domain/forms/contents.ts'
import type { ParameterReader } from '../../../domain/rules/parameter-values.ts'
import type { Context } from '../../kernel/context.ts'
import { defineAct } from '../../records/act.ts'
import { beginRecord } from '../../records/begin-record.ts'
import type { RecordBehaviour } from '../../records/behaviour.ts'
import { findRecordData, type RecordData } from '../../records/record-data.ts'
import { agreementOf, panelOf, type SubmittedSheet } from '../score-sheets.ts'

/** 签署组长说明: of the lead expert alone; the sheet is invisible to everybody else until then. */
export const signLeadNote = defineAct(exanteLeadNote, 'sign')

export const exanteLeadNoteBehaviour: RecordBehaviour = { kind: exanteLeadNote.kind }

/** What in the scores asks for the lead expert's word; empty when nothing does. */
export function noteReasons(sheets: readonly SubmittedSheet[], rules: ParameterReader): string[] {
  const { spread } = panelOf(sheets, rules)
  const { outliers } = agreementOf(sheets, rules)
  return [...(spread.needsNote ? [spread.explanation.sentence] : []), ...outliers.reasons]
}

/** Lays the note before the lead expert, where the scores ask for one. */
export async function requestLeadNote(
  context: Context,
  { project, record, content }: RecordData,
  sheets: readonly SubmittedSheet[],
  rules: ParameterReader,
): Promise<void> {
  const reasons = noteReasons(sheets, rules)
  const lead = (content as ExanteEvaluationContent).experts?.find(({ isLead }) => isLead)?.person
  if (reasons.length === 0 || !lead || !project) return
  await beginRecord(context, exanteLeadNote, exanteLeadNoteBehaviour, {
    project,
    subjectId: record.id,
    privateTo: lead,
    content: { reasons: reasons.join('\n') },
  })
}

export type SignedNote = { readonly text: string; readonly personName: string; readonly signedAt: string }

/** The signed word of the lead expert on an evaluation; nothing until it is signed. */
export async function findSignedNote(
  context: Context,
  { record }: Pick<RecordData, 'record'>,
): Promise<SignedNote | undefined> {
  const notes = await findRecordData(context, {
    jurisdictionId: record.jurisdictionId,
    kind: exanteLeadNote.kind,
    subjectId: record.id,
  })
  for (const { acts, content } of notes) {
    const act = acts.find(({ action }) => action === 'sign')
    const { note } = content as ExanteLeadNoteContent
    if (act) return { text: note ?? '', personName: act.personName, signedAt: act.actedAt }
  }
  return undefined
}
