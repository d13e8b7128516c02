import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** Words for the codes of an indicator's row, by column and code. */
export type IndicatorWords = Readonly<Record<string, Readonly<Record<string, string>>>>

const PAGE = 4000

/**
 * The indicators of the newest target sheets of a year, as far as the reader's scope reaches, in the order of
 * place, project and row; read page by page through a cursor, so that no page of them is kept.
 * @param signs what stands between the cells of a row, and between rows
 * @returns each page as one text
 */
export async function* readIndicatorLines(
  db: Kysely<Schema>,
  where: { readonly year: number; readonly jurisdictionId?: string | undefined },
  words: IndicatorWords,
  signs: { readonly cell: string; readonly row: string },
): AsyncGenerator<string> {
  const code = (column: string) =>
    sql`coalesce(${JSON.stringify(words[column] ?? {})}::jsonb ->> ${sql.ref(`i.${column}`)}, ${sql.ref(`i.${column}`)}, '')`
  const place = where.jurisdictionId ?? null
  await sql`declare indicator_lines no scroll cursor for
    select concat_ws(${signs.cell}, j.name, p.fiscal_year::text, p.code, p.name, u.name, d.name,
      ${code('level1')}, ${code('level2')}, coalesce(i.name, ''), ${code('operator')},
      coalesce(trim_scale(i.value)::text, i.content->>'valueText', i.content->>'dateValue', ''), coalesce(i.unit, ''),
      coalesce(trim_scale(i.weight_x100::numeric / 100)::text, '')) as line
    from project p
    join jurisdiction j on j.id = p.jurisdiction_id
    join organisation u on u.id = p.unit_id
    join organisation d on d.id = p.department_id
    join lateral (
      select r.id from record r
      where r.jurisdiction_id = p.jurisdiction_id and r.project_id = p.id and r.kind = 'targets.sheet'
      order by r.created_at desc, r.id desc limit 1) sheet on true
    join indicator i on i.jurisdiction_id = p.jurisdiction_id and i.record_id = sheet.id
    where p.fiscal_year = ${where.year}
      and (${place}::text is null or p.jurisdiction_id = ${place}::text)
    order by p.jurisdiction_id, p.code, p.id, i.ordinal`.execute(db)
  for (;;) {
    const { rows } = await sql<{ readonly line: string }>`
      fetch ${sql.raw(String(PAGE))} from indicator_lines`.execute(db)
    const lines = rows.map(({ line }) => line)
    if (lines.length > 0) yield lines.join(signs.row)
    if (lines.length < PAGE) break
  }
  await sql`close indicator_lines`.execute(db)
}
