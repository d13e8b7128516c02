import type pg from 'pg'

/** Hot reads: one statement each, answered by PostgreSQL as JSON text; null means not signed in. */
export async function readProjectList(
  pool: pg.Pool,
  tokenHash: Buffer,
  page: {
    readonly jurisdiction: string
    readonly year: number
    readonly status: string | null
    readonly afterAt: string | null
    readonly afterId: string | null
    readonly limit: number
  },
): Promise<string | null> {
  const { rows } = await pool.query<{ answer: string | null }>({
    name: 'api_list_projects',
    text: 'select api_list_projects($1, $2, $3, $4, $5, $6, $7) as answer',
    values: [tokenHash, page.jurisdiction, page.year, page.status, page.afterAt, page.afterId, page.limit],
  })
  return rows[0]?.answer ?? null
}

/** A project's file; `{"project":null,…}` when the scope does not reach it. */
export async function readProjectFile(
  pool: pg.Pool,
  tokenHash: Buffer,
  project: { readonly jurisdiction: string; readonly id: string },
): Promise<string | null> {
  const { rows } = await pool.query<{ answer: string | null }>({
    name: 'api_project_file',
    text: 'select api_project_file($1, $2, $3) as answer',
    values: [tokenHash, project.jurisdiction, project.id],
  })
  return rows[0]?.answer ?? null
}
