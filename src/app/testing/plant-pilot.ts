import { Type } from 'typebox'
import type { Content } from '../../domain/forms/form.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { insertLocalVersion } from '../../storage/library-repository.ts'
import { insertPlaceParameters } from '../../storage/place-parameter-repository.ts'
import { findProject, insertProject, updateProjectSummary } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { performSystemAct } from '../records/act.ts'
import { beginRecord } from '../records/begin-record.ts'
import { getRecordData } from '../records/record-data.ts'

/** A pilot at the place of whoever plants it: one project with a self-evaluation, accepted by the region. */
export const plantPilot = defineUseCase({
  id: 'test.plantPilot',
  title: '测试试点',
  stage: 'shell',
  kind: 'command',
  by: 'everyone',
  input: Type.Object({
    unitId: Type.String(),
    departmentId: Type.String(),
    name: Type.String(),
    /** Of the self-evaluation. */
    content: Type.Record(Type.String(), Type.Unknown()),
    /** Parameter → value the place set for itself. */
    values: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    /** A version of its rubric. */
    rubric: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    /** What it says otherwise of an indicator of the library. */
    indicator: Type.Optional(Type.Object({ id: Type.String(), name: Type.String(), example: Type.String() })),
  }),
  run: async (context, { unitId, departmentId, name, content, values = {}, rubric, indicator }) => {
    const { jurisdictionId, personId } = context.actor
    const id = context.newId()
    await insertProject(context.db, {
      ...{ jurisdictionId, id, unitId, departmentId, personId, name },
      code: 'P-1',
      fiscalYear: 2023,
      isNew: true,
      isMajor: true,
      isClassified: false,
      budget_fen: 800_000_000n,
      content: {},
      now: context.now,
    })
    await updateProjectSummary(context.db, { jurisdictionId, id }, { is_pilot: true })
    await plant(context, 'evaluation.self', ['submit'], content as Content, id)
    await plant(context, 'pilot.acceptance', ['request', 'inspect', 'accept'], {})
    const recordId = await plant(context, 'pilot.blueprintUse', ['propose', 'approve'], {})
    if (rubric) await plant(context, 'exante.rubric', ['propose', 'approve'], rubric as Content)
    if (indicator) await revise(context, indicator, recordId)
    await insertPlaceParameters(
      context.db,
      Object.entries(values).map(([parameter, value]) => ({
        ...{ jurisdictionId, parameter, value, recordId },
        id: context.newId(),
        effectiveFrom: '2024-01-01',
        source: { id: 'local-rule', title: '另一县办法', issuer: '另一县财政局', text: 'full' },
        article: '第三条',
        standing: 'seen' as const,
        approvedOn: '2024-01-01',
      })),
    )
    return { recordId }
  },
})

/** What the place of whoever plants it says otherwise of an indicator of the library. */
export const plantIndicator = defineUseCase({
  id: 'test.plantIndicator',
  title: '测试指标修订',
  stage: 'shell',
  kind: 'command',
  by: 'everyone',
  input: Type.Object({ id: Type.String(), name: Type.String() }),
  run: async (context, { id, name }) => {
    const recordId = await plant(context, 'pilot.blueprintUse', ['propose', 'approve'], {})
    await revise(context, { id, name, example: '≥85%' }, recordId)
    return {}
  },
})

async function plant(
  context: Context,
  kind: string,
  acts: readonly string[],
  content: Content,
  projectId?: string,
): Promise<string> {
  const project = projectId ? await findProject(context.db, projectId) : undefined
  const { record } = await beginRecord(context, getRecordKind(kind), { kind }, { project, content })
  for (const action of acts) await performSystemAct(context, await getRecordData(context, record.id), action)
  return record.id
}

async function revise(
  context: Context,
  { id, name, example }: { readonly id: string; readonly name: string; readonly example: string },
  recordId: string,
): Promise<void> {
  const known = context.library.indicators.find((one) => one.id === id)
  if (!known) throw new Error(`no indicator ${id}`)
  await insertLocalVersion(context.db, {
    id: context.newId(),
    jurisdictionId: context.actor.jurisdictionId,
    indicatorId: id,
    version: known.version + 1,
    change: 'revise',
    basedOn: known.version,
    approvedOn: context.today,
    recordId,
    indicator: {
      ...known,
      ...{ name, example },
      version: known.version + 1,
      sourceId: 'local',
      sourceText: '另一县指标修订意见',
    },
  })
}
