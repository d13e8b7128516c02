import { Type } from 'typebox'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { findProject } from '../../storage/project-repository.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { performSystemAct } from '../records/act.ts'
import { beginRecord } from '../records/begin-record.ts'
import { getRecordData } from '../records/record-data.ts'
import type { World } from './world.ts'

const PATHS = {
  'results.disclosure': ['propose', 'check', 'publish'],
  'results.notice': ['propose', 'issue', 'close'],
  'results.budgetDecision': ['propose', 'decide'],
} as const

const finish = defineUseCase({
  id: 'test.finishResults',
  title: '测试办结结果应用',
  stage: 'shell',
  kind: 'command',
  by: 'everyone',
  input: Type.Object({ projectId: Type.String() }),
  run: async (context, { projectId }) => {
    const project = await findProject(context.db, projectId)
    for (const [kind, actions] of Object.entries(PATHS)) {
      const { record } = await beginRecord(context, getRecordKind(kind), { kind }, { project })
      for (const action of actions)
        await performSystemAct(context, await getRecordData(context, record.id), action)
    }
    return {}
  },
})

/** Takes disclosure, rectification notice and budget decision of a project to their ends. */
export async function finishResults(world: World, projectId: string): Promise<void> {
  await world.as('finance_performance', finish, { projectId })
}
