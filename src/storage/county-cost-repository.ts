import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** One nameless place: what it spent and reached in one output; money in fen as text. */
export type PlaceCostRow = {
  readonly name: string
  readonly unit: string
  readonly spent_fen: string
  readonly reached: string
}

/**
 * What other places spent and reached in the wanted outputs by their confirmed self-evaluations; nothing of
 * an output that fewer than five (or `least`) other places have. The database holds to it, not the caller.
 * @param wanted.names names as `normalize('NFKC')` without blanks
 */
export async function findCostsElsewhere(
  db: Kysely<Schema>,
  place: string,
  wanted: { readonly names: readonly string[]; readonly units: readonly string[]; readonly least: number },
): Promise<PlaceCostRow[]> {
  const { rows } = await sql<PlaceCostRow>`
    select name, unit, spent_fen::text as "spent_fen", reached::text as reached
    from output_costs_elsewhere(${place}, ${wanted.names}::text[], ${wanted.units}::text[], ${wanted.least}::integer)`.execute(
    db,
  )
  return rows
}
