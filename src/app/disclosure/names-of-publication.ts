import { findNamesOfPlace } from '../../storage/name-repository.ts'
import { findProject, findProjectIds } from '../../storage/project-repository.ts'
import { findRecords } from '../../storage/record-repository.ts'
import type { Context } from '../kernel/context.ts'
import { findRecordData, getRecordData } from '../records/record-data.ts'
import { departmentWhole, policyTarget } from '../../domain/targets/index.ts'
import { knownNames } from './known-names.ts'
import { stableId } from './stable-id.ts'

/** Records behind what is public of a project; names stand in their personal fields and among their acts. */
const BEHIND = [
  'targets.sheet',
  'evaluation.self',
  'evaluation.finance',
  'results.task',
  'results.budgetDecision',
  'results.disclosure',
]

/** Names that must not appear in an answer to the public: of the project behind it and of all officials of the place. */
export async function namesOfPublication(
  context: Context,
  { jurisdictionId, publicationId }: { readonly jurisdictionId: string; readonly publicationId: string },
): Promise<string[]> {
  const officials = await findNamesOfPlace(context.db, jurisdictionId)
  const ids = await findProjectIds(context.db, jurisdictionId)
  const projectId = ids.find((id) => stableId(id) === publicationId)
  const project = projectId ? await findProject(context.db, projectId) : undefined
  if (!project) return [...officials, ...(await namesOfOffice(context, { jurisdictionId, publicationId }))]
  const records = await Promise.all(
    BEHIND.map((kind) => findRecordData(context, { jurisdictionId, projectId: project.id, kind })),
  )
  return [...officials, ...(await knownNames(context, records.flat()))]
}

/** Of the target of a department or a policy, where one is behind the number. */
async function namesOfOffice(
  context: Context,
  { jurisdictionId, publicationId }: { readonly jurisdictionId: string; readonly publicationId: string },
): Promise<string[]> {
  for (const { kind } of [departmentWhole, policyTarget]) {
    const records = await findRecords(context.db, { jurisdictionId, kind })
    const record = records.find(({ id }) => stableId(id) === publicationId)
    if (record) return knownNames(context, [await getRecordData(context, record.id)])
  }
  return []
}
