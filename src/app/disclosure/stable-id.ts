import { createHash } from 'node:crypto'

/**
 * The number under which a project is public for ever: `/p/3f9c…`. It is made from the id of the project, says
 * nothing about it, and is the same for each of its publications.
 */
export function stableId(projectId: string): string {
  return createHash('sha256').update(`jiheng-public:${projectId}`).digest('hex').slice(0, 12)
}
