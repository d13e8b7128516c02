import { type Conflict, findConflicts } from '../../../domain/exante/checks/index.ts'
import type { ExanteExpertEntryContent } from '../../../domain/forms/contents.ts'
import type { ParameterReader } from '../../../domain/rules/parameter-values.ts'
import { findOwnExpertEntry } from '../../../storage/panel-repository.ts'
import type { ProjectRow } from '../../../storage/project-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { findExpertFacts, judgedProject } from './expert-facts.ts'

/** What the register of the place, the account and the project say against the expert who asks. */
export async function findOwnConflicts(
  context: Context,
  project: ProjectRow,
  evaluationId: string | undefined,
  rules: ParameterReader,
): Promise<Conflict[]> {
  const entry = await findOwnExpertEntry(context.db, project.jurisdictionId)
  const register = entry ? [{ content: entry as ExanteExpertEntryContent }] : []
  const [facts] = await findExpertFacts(context, project, [context.actor.personId], register, evaluationId)
  if (!facts) return []
  return findConflicts(facts, await judgedProject(context, project, evaluationId), rules)
}
