import { Type } from 'typebox'
import { maskPersonal } from '../../domain/forms/mask-personal.ts'
import { OVERSIGHT_READERS } from '../../domain/oversight/readers.ts'
import type { Role } from '../../domain/org/roles.ts'
import { dayOf, roleTitle } from '../../domain/workflow/sentences.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { findFrozen } from '../../storage/frozen-repository.ts'
import { findNames } from '../../storage/name-repository.ts'
import { findChangesSince, findEvidenceAsOf, noteReading } from '../../storage/oversight-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { getRecordData, type RecordData } from '../records/record-data.ts'
import { idsIn } from '../records/view-record.ts'
import { AsOf, momentOf, readingOf } from './reading.ts'

const Text = Type.String()
const MaybeText = Type.Union([Type.String(), Type.Null()])
const Content = Type.Record(Text, Type.Unknown())

/** 打开某日的事项: a record as it stood on a day beside what it is today, who changed it since and by which act. */
export const openRecord = defineUseCase({
  id: 'oversight.openRecord',
  title: '查阅事项某日内容',
  stage: 'shell',
  kind: 'query',
  by: OVERSIGHT_READERS,
  input: Type.Object(
    { recordId: Type.String({ format: 'uuid' }), asOf: AsOf },
    { additionalProperties: false },
  ),
  output: Type.Object({
    recordId: Text,
    projectId: MaybeText,
    projectName: MaybeText,
    jurisdictionId: Text,
    title: Text,
    form: Type.Unknown(),
    asOf: Text,
    past: Type.Object({ stateTitle: Text, version: Type.Integer(), content: Content }),
    present: Type.Object({ stateTitle: Text, version: Type.Integer(), content: Content }),
    names: Type.Record(Text, Text),
    history: Type.Array(
      Type.Object({ title: Text, organisationName: MaybeText, documentNumber: MaybeText, on: Text }),
    ),
    changes: Type.Array(Type.Object({ on: MaybeText, title: Text, by: Text, fields: Type.Array(Text) })),
    frozen: Type.Array(Type.Object({ number: Type.Integer(), actionTitle: Text, digest: Text, on: Text })),
    attachments: Type.Array(
      Type.Object({
        id: Text,
        name: Text,
        mediaType: Text,
        size_bytes: Text,
        uploadedAt: Text,
        places: Type.Array(Text),
      }),
    ),
  }),
  run: async (context, { recordId, asOf }) => {
    const now = await getRecordData(context, recordId)
    const { jurisdictionId } = now.record
    const moment = await momentOf(context, jurisdictionId, asOf)
    await noteReading(
      context.db,
      readingOf(context, {
        ...{ useCase: 'oversight.openRecord', title: '查阅事项某日内容', jurisdictionId },
        ...{ subjectKind: now.kind.kind, subjectId: recordId, asked: { asOf } },
      }),
    )
    const then = await getThen(context, recordId, moment, asOf)
    const [frozen, attachments, names, changes] = await Promise.all([
      findFrozen(context.db, now.record),
      findEvidenceAsOf(context.db, recordId, moment),
      findNames(context.db, organisationIds(then, now)),
      findChangesSince(context.db, recordId, moment),
    ])
    const lastAct = then.acts.at(-1)?.actedAt ?? ''
    return {
      ...{ recordId, jurisdictionId, asOf, attachments, names },
      projectId: now.record.projectId,
      projectName: then.project?.name ?? null,
      title: then.record.title,
      form: then.form,
      past: shown(then),
      present: shown(now),
      history: then.acts.map((act) => ({
        title: actTitle(now, act.action),
        organisationName: act.organisationName,
        documentNumber: act.documentNumber,
        on: dayOf(act.actedAt),
      })),
      changes: changes.map(({ at, title, role, organisationName, fields }) => ({
        on: at === null ? null : dayOf(at),
        title,
        by: [organisationName, role ? roleTitle(role as Role) : null].filter(Boolean).join(' ') || '系统',
        fields: fields.map((field) => labelOf(now, field)),
      })),
      frozen: frozen
        .filter(({ frozenAt }) => frozenAt <= lastAct)
        .map(({ number, action, digest, frozenAt }) => ({
          ...{ number, digest },
          actionTitle: actTitle(now, action),
          on: dayOf(frozenAt),
        })),
    }
  },
})

/** @throws DomainError NOT_FOUND for a day before the record was begun */
async function getThen(
  context: Context,
  recordId: string,
  moment: string,
  asOf: string,
): Promise<RecordData> {
  try {
    return await getRecordData(context, recordId, { asOf: moment })
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'NOT_FOUND') throw error
    throw new DomainError('NOT_FOUND', `${asOf.slice(0, 10)}还没有这个事项，请选择更晚的日期。`)
  }
}

function shown({ record, kind, form, content }: RecordData) {
  return {
    stateTitle: kind.workflow.states[record.state]?.title ?? record.state,
    version: record.version,
    content: maskPersonal(form, content),
  }
}

function actTitle({ kind }: RecordData, action: string): string {
  return kind.workflow.actions[action]?.title ?? action
}

/** Offices by name; people stay masked. */
function organisationIds(...both: readonly RecordData[]): string[] {
  return both.flatMap((data) => idsIn({ ...data, content: maskPersonal(data.form, data.content) }))
}

function labelOf({ form }: RecordData, field: string): string {
  const found = form.sections.flatMap(({ fields }) => fields).find(({ id }) => id === field)
  return found?.label ?? { state: '办理环节', opinion: '意见' }[field] ?? field
}
