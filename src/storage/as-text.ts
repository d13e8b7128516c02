import { type RawBuilder, sql } from 'kysely'

/**
 * A stored row with every column as text, exactly as PostgreSQL writes it, so that numbers lose no digit: the
 * database's `text_columns` without what calling it costs, twenty times for a leaf.
 * @param row a jsonb object
 */
export function asText(row: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select json_object_agg(key, value) from jsonb_each_text(${row}))`
}
