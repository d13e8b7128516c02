import type { HotLane } from './hot-lane.ts'

/**
 * A hot read: one statement checks the session, reads the stamp and, unless the caller has the answer
 * of that stamp already, makes the answer. Same stamp and same question: same answer, to the byte.
 */
export type Stamped =
  | { readonly isKnown: true }
  | { readonly isKnown: false; readonly stamp: string; readonly answer: string }

export type PageQuestion = {
  readonly jurisdiction: string
  readonly year: number
  readonly status: string | null
  readonly afterAt: string | null
  readonly afterId: string | null
  readonly limit: number
}

/** A page of the project list as JSON text; null when not signed in. */
export async function readProjectList(
  hot: HotLane,
  tokenHash: Buffer,
  knownStamp: string | null,
  page: PageQuestion,
): Promise<Stamped | null> {
  const { jurisdiction, year, status, afterAt, afterId, limit } = page
  const { rows } = await hot.query<{ said: string | null }>({
    name: 'api_list_projects',
    text: 'select api_list_projects($1, $2, $3, $4, $5, $6, $7, $8) as said',
    values: [tokenHash, knownStamp, jurisdiction, year, status, afterAt, afterId, limit],
  })
  return stamped(rows[0]?.said ?? null)
}

/** A project's file, `{"project" : null, …}` when the scope does not reach it; null when not signed in. */
export async function readProjectFile(
  hot: HotLane,
  tokenHash: Buffer,
  knownStamp: string | null,
  project: { readonly jurisdiction: string; readonly id: string },
): Promise<Stamped | null> {
  const { rows } = await hot.query<{ said: string | null }>({
    name: 'api_project_file',
    text: 'select api_project_file($1, $2, $3, $4) as said',
    values: [tokenHash, knownStamp, project.jurisdiction, project.id],
  })
  return stamped(rows[0]?.said ?? null)
}

/** PostgreSQL says null, nothing (the known stamp holds), or stamp, line feed, answer. */
function stamped(said: string | null): Stamped | null {
  if (said === null) return null
  if (said === '') return { isKnown: true }
  const cut = said.indexOf('\n')
  return { isKnown: false, stamp: said.slice(0, cut), answer: said.slice(cut + 1) }
}
