import { Type } from 'typebox'
import { rowsOf } from '../../domain/forms/form-index.ts'
import type { Content } from '../../domain/forms/form.ts'
import { toHex } from '../../domain/ledger/bytes.ts'
import { OVERSIGHT_READERS } from '../../domain/oversight/readers.ts'
import { type FigureLine, fieldTitle, rectificationTask } from '../../domain/results/index.ts'
import { RES_003, RES_005, RES_021, RES_060, RES_061 } from '../../domain/results/compute/index.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { findEvidence } from '../../storage/attachment-repository.ts'
import { findFrozen } from '../../storage/frozen-repository.ts'
import { findLeavesOf } from '../../storage/ledger-repository.ts'
import { noteReading } from '../../storage/oversight-repository.ts'
import { findProject } from '../../storage/project-repository.ts'
import { findRecord } from '../../storage/record-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import { completeRecord, type RecordData } from '../records/record-data.ts'
import { valueOfProject, valueOfRecord } from './figure-value.ts'
import { readingOf } from './reading.ts'
import { getReport } from './view-report.ts'

const Text = Type.String()
const MaybeText = Type.Union([Type.String(), Type.Null()])
const Line = Type.Object({ number: Type.Integer(), label: Text, text: Text })

/** 追查数字: from a figure of a report to the record, its frozen version, the reason, the files and the ledger. */
export function defineFollowFigure(behaviours: () => ReadonlyMap<string, RecordBehaviour>) {
  return defineUseCase({
    id: 'oversight.followFigure',
    title: '追查数字出处',
    stage: 'shell',
    kind: 'query',
    by: OVERSIGHT_READERS,
    input: Type.Object(
      { recordId: Type.String({ format: 'uuid' }), number: Type.Integer({ minimum: 1, maximum: 9000 }) },
      { additionalProperties: false },
    ),
    output: Type.Object({
      line: Line,
      rule: Type.Union([Type.Object({ id: Text, name: Text, source: Text }), Type.Null()]),
      /** The lines it was computed from; each can be followed in its turn. */
      inputs: Type.Array(Line),
      source: Type.Union([
        Type.Object({
          recordId: MaybeText,
          recordTitle: Text,
          projectId: MaybeText,
          projectName: MaybeText,
          fieldTitle: Text,
          version: Type.Integer(),
          frozenOn: MaybeText,
          digest: MaybeText,
          /** As it was fixed, by the frozen version or by the signed report; and as it stands today. */
          value: Text,
          valueNow: MaybeText,
          isSame: Type.Boolean(),
          act: MaybeText,
          explanation: Type.Unknown(),
          attachments: Type.Array(Type.Object({ id: Text, name: Text, places: Type.Array(Text) })),
          leaves: Type.Array(Type.Object({ number: Type.Integer(), type: Text, sm3: Text, sha256: Text })),
        }),
        Type.Null(),
      ]),
    }),
    run: async (context, { recordId, number }) => {
      const report = await getReport(context, recordId)
      const lines = rowsOf(report.content, 'figures') as unknown as readonly FigureLine[]
      const line = lines.find((one) => one.number === number)
      if (!line) throw new DomainError('NOT_FOUND', '专报中没有这个数字，请从正文中的数字点入。')
      await noteReading(
        context.db,
        readingOf(context, {
          ...{ useCase: 'oversight.followFigure', title: '追查数字出处' },
          jurisdictionId: report.data.record.jurisdictionId,
          ...{
            subjectKind: report.data.kind.kind,
            subjectId: recordId,
            asked: { number, label: line.label },
          },
        }),
      )
      const inputs = new Set((line.inputs ?? '').split('、').filter(Boolean).map(Number))
      const rule = [RES_003, RES_005, RES_021, RES_060, RES_061].find(({ id }) => id === line.rule)
      return {
        line: briefOf(line),
        rule: rule ? { id: rule.id, name: rule.name, source: rule.source.title } : null,
        inputs: lines.filter((one) => inputs.has(one.number)).map(briefOf),
        source: line.recordId ? await sourceOf(context, line, behaviours()) : null,
      }
    },
  })
}

function briefOf({ number, label, text }: FigureLine) {
  return { number, label, text }
}

async function sourceOf(
  context: Context,
  line: FigureLine,
  behaviours: ReadonlyMap<string, RecordBehaviour>,
) {
  const { recordId = '', recordTitle = '', version = 0, field = '' } = line
  const row = await findRecord(context.db, recordId)
  const of = { recordTitle, version, fieldTitle: fieldTitle(field) }
  if (!row) return { ...of, ...(await projectSource(context, line)) }
  const data = await completeRecord(context, row)
  const [versions, files, leaves, assessed] = await Promise.all([
    findFrozen(context.db, row),
    findEvidence(context.db, row),
    findLeavesOf(context.db, { recordId }),
    behaviours.get(row.kind)?.assess?.(context, data),
  ])
  // A task is told as it stands, by the version of its record; everything else by the number it was frozen under.
  const frozen =
    row.kind === rectificationTask.kind ? undefined : versions.find(({ number }) => number === version)
  const content = (frozen?.content as { content: Content } | undefined)?.content
  const act = data.acts.findLast(({ action }) => action === frozen?.action)
  return {
    ...of,
    recordId,
    projectId: row.projectId,
    projectName: data.project?.name ?? null,
    frozenOn: frozen ? dayOf(frozen.frozenAt) : null,
    digest: frozen?.digest ?? null,
    ...valueOfRecord(line, data, content),
    act: act ? sentenceOf(data, act) : null,
    explanation: assessed?.explanations[field] ?? null,
    attachments: files.map(({ id, name, places }) => ({ id, name, places: [...places] })),
    leaves: leaves.map(({ idx, type, sm3, sha256 }) => ({
      number: Number(idx) + 1,
      type,
      ...{ sm3: toHex(sm3), sha256: toHex(sha256) },
    })),
  }
}

/** Who acted, as an office: no name of a person. */
function sentenceOf({ kind }: RecordData, act: RecordData['acts'][number]): string {
  const title = kind.workflow.actions[act.action]?.title ?? act.action
  const number = act.documentNumber ? `，${act.documentNumber}` : ''
  return `${dayOf(act.actedAt)} ${act.organisationName ?? ''}${title}${number}`
}

async function projectSource(context: Context, line: FigureLine) {
  const project = await findProject(context.db, line.recordId ?? '')
  return {
    ...{ recordId: null, projectId: project?.id ?? null, projectName: project?.name ?? null },
    ...{ frozenOn: null, digest: null, act: null, ...valueOfProject(line, project) },
    ...{ explanation: null, attachments: [], leaves: [] },
  }
}
