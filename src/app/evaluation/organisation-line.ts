import type { Line } from '../../domain/org/checks/index.ts'
import { findOrganisation } from '../../storage/organisation-repository.ts'
import type { Context } from '../kernel/context.ts'

/** An organisation and those above it, nearest first. */
export async function lineOf(context: Context, id: string): Promise<Line> {
  const above: string[] = []
  let parentId = (await findOrganisation(context.db, id))?.parentId ?? null
  while (parentId !== null && !above.includes(parentId)) {
    above.push(parentId)
    parentId = (await findOrganisation(context.db, parentId))?.parentId ?? null
  }
  return { id, above }
}
