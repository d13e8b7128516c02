import { Type } from 'typebox'
import type { Content } from '../../domain/forms/form.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
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
  }),
  run: async (context, { unitId, departmentId, name, content, values = {} }) => {
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
    const recordId = await plant(context, 'pilot.acceptance', ['request', 'inspect', 'accept'], {})
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
