import { checkConsistency } from '../../../domain/pilot/consistency/check-consistency.ts'
import type { ConsistencyFinding } from '../../../domain/pilot/consistency/relation.ts'
import { findProject } from '../../../storage/project-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { loadCase } from './load-case.ts'

/** What does not agree in the records of a project, as far as the reader sees them. */
export async function findInconsistencies(
  context: Context,
  projectId: string,
): Promise<ConsistencyFinding[]> {
  const project = await findProject(context.db, projectId)
  return project ? checkConsistency(await loadCase(context, project)) : []
}
