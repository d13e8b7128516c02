import { Type } from 'typebox'
import { rowsOf } from '../../domain/forms/form-index.ts'
import { withoutHidden } from '../../domain/forms/shown.ts'
import { isId } from '../../domain/shared/ids.ts'
import { isChosen } from '../../domain/workflow/chosen-roles.ts'
import { handsOf, roleTitle } from '../../domain/workflow/sentences.ts'
import { availableActions } from '../../domain/workflow/workflow.ts'
import { findEvidence } from '../../storage/attachment-repository.ts'
import { findFrozen, type Frozen } from '../../storage/frozen-repository.ts'
import { findNames } from '../../storage/name-repository.ts'
import type { Context } from '../kernel/context.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { actsOfThisRound } from './act.ts'
import { type Assessment, NOTHING_TO_SAY, type RecordBehaviour } from './behaviour.ts'
import { kindPath, presentAct, presentProject, presentSummary } from './present.ts'
import { editableSections } from './own-fields.ts'
import { getRecordData, type RecordData } from './record-data.ts'
import { rulesOf } from './rules-of.ts'
import { RecordView } from './views.ts'

const Input = Type.Object(
  { recordId: Type.String({ format: 'uuid' }), asOf: Type.Optional(Type.String({ format: 'date-time' })) },
  { additionalProperties: false },
)

/** 查看办理事项: everything a page about one record needs, in one answer. */
export function defineViewRecord(behaviours: ReadonlyMap<string, RecordBehaviour>) {
  return defineUseCase({
    id: 'records.view',
    title: '查看办理事项',
    stage: 'shell',
    kind: 'query',
    by: BUSINESS,
    input: Input,
    output: RecordView,
    run: async (context, input: Type.Static<typeof Input>) => {
      const data = await getRecordData(context, input.recordId, input.asOf ? { asOf: input.asOf } : {})
      const assessment = await assess(context, data, behaviours.get(data.kind.kind))
      return presentRecord(context, data, assessment, input.asOf)
    },
  })
}

async function assess(
  context: Context,
  data: RecordData,
  behaviour: RecordBehaviour | undefined,
): Promise<Assessment> {
  return (await behaviour?.assess?.(context, data)) ?? NOTHING_TO_SAY
}

async function presentRecord(
  context: Context,
  data: RecordData,
  assessment: Assessment,
  asOf: string | undefined,
) {
  const { record, kind, form, project } = data
  const [allFrozen, attachments, names] = await Promise.all([
    findFrozen(context.db, record),
    findEvidence(context.db, record),
    findNames(context.db, idsIn(data)),
  ])
  const lastAct = data.acts.at(-1)?.actedAt ?? ''
  const frozen = asOf ? allFrozen.filter(({ frozenAt }) => frozenAt <= lastAct) : allFrozen
  return {
    record: presentSummary(record, rulesOf(context, data)),
    project: project ? presentProject(project) : null,
    jurisdictionId: record.jurisdictionId,
    fiscalYear: record.fiscalYear,
    form,
    content: data.content,
    ...assessment,
    availableActions: asOf ? [] : offerActions(context, data),
    editableSections: asOf ? [] : editableSections(context, data),
    history: data.acts.map(presentAct),
    frozen: frozen.map((version) => presentFrozen(data, version)),
    documents: kind.documents.map(({ document, title, frozenBy }) => ({
      document,
      title,
      docx: `/api/records/${record.id}/documents/${document}.docx`,
      pdf: `/api/records/${record.id}/documents/${document}.pdf`,
      isOfficial: frozen.some((version) => version.action === frozenBy),
    })),
    attachments: attachments.map(({ id, name, mediaType, size_bytes, uploadedAt, places }) => ({
      id,
      name,
      mediaType,
      size_bytes,
      uploadedAt,
      places: [...places],
    })),
    names,
    isDemo: context.isDemo,
  }
}

function presentFrozen(data: RecordData, version: Frozen) {
  const { content } = version.content as { content: unknown }
  return {
    id: version.id,
    number: version.number,
    action: version.action,
    actionTitle: data.kind.workflow.actions[version.action]?.title ?? version.action,
    digest: version.digest,
    frozenAt: version.frozenAt,
    content,
  }
}

/** The buttons: what this person may do now, what it needs and in whose hands it is then. */
function offerActions(context: Context, data: RecordData) {
  const { kind, record } = data
  const rules = rulesOf(context, data)
  const past = actsOfThisRound(data)
  const open = availableActions(kind.workflow, record.state, context.actor, past, data.content)
  return open.flatMap((action) => {
    const definition = kind.workflow.actions[action] as NonNullable<(typeof kind.workflow.actions)[string]>
    const { calledBy } = definition
    if (!isChosen(definition, context.actor.role, rules)) return []
    if (calledBy !== undefined && rowsOf(data.content, calledBy).length === 0) return []
    return {
      action,
      title: definition.title,
      url: `${kindPath(kind)}/${record.id}/${action}`,
      opinion: definition.opinion ?? ('none' as const),
      isLegalAct: definition.isLegalAct ?? false,
      isReturn: definition.isReturn ?? false,
      isNumbered: definition.isNumbered ?? false,
      leadsTo: kind.workflow.states[definition.to]?.title ?? definition.to,
      nextHands: handsOf(kind, definition.to, rules, withoutHidden(data.form, data.content)).map(roleTitle),
    }
  })
}

/** Ids of people and organisations in the content, so that the page can show their names. */
export function idsIn(data: RecordData): string[] {
  const fields = data.form.sections.flatMap((section) => section.fields)
  return fields.flatMap((field) => {
    const value = data.content[field.id]
    if (field.type === 'person' || field.type === 'organisation')
      return typeof value === 'string' && isId(value) ? [value] : []
    if (field.type !== 'rows' || !Array.isArray(value)) return []
    const columns = (field.columns ?? []).filter(({ type }) => type === 'person' || type === 'organisation')
    return (value as readonly Record<string, unknown>[]).flatMap((row) =>
      columns.map(({ id }) => row[id]).filter((id): id is string => typeof id === 'string' && isId(id)),
    )
  })
}
