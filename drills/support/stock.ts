import type pg from 'pg'
import type { UseCase } from '../../src/app/kernel/use-case.ts'
import type { Product } from '../../src/app/product.ts'
import { firstStagesIn } from '../../src/app/testing/first-stages.ts'
import type { WorldPeople } from '../../src/app/testing/populate.ts'
import type { World } from '../../src/app/testing/world.ts'

/** A target that waits for nothing but its approval. */
export type WaitingSheet = { readonly recordId: string; readonly version: number }

/** How far a copied target has come: begun by its unit and still empty, or waiting for its approval. */
export type Stage = 'begun' | 'waiting'

/**
 * Many targets ready for approval, or only begun: one is taken there by its people, step by step; the
 * others are its copies, put in at once, so that a drill spends its time on what it is about.
 */
export async function stockSheets(
  owner: pg.Pool,
  product: Product,
  people: WorldPeople,
  count: number,
  stage: Stage = 'waiting',
): Promise<WaitingSheet[]> {
  const way = firstStagesIn(worldOf(product, people))
  const projectId = await way.enter({ isNew: false, isMajor: false })
  const { recordId } =
    stage === 'begun'
      ? await way.begin('unit', 'targets.sheet', projectId)
      : { recordId: await way.declareTarget(projectId) }
  if (stage === 'waiting') {
    await way.recheckTarget(recordId)
    await way.arrangeBudget(await way.applyBudget(projectId))
  }
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query(
      `create temp table copy on commit drop as select n, gen_random_uuid() as project, gen_random_uuid() as sheet,
         gen_random_uuid() as line from generate_series(1, $1::int) n`,
      [count],
    )
    await copyRows(
      client,
      'project',
      'o.id = $1',
      projectId,
      `'id', c.project, 'code', o.code || '-' || c.n, 'name', o.name || c.n`,
    )
    const records = `'id', case o.kind when 'targets.sheet' then c.sheet else c.line end, 'project_id', c.project`
    await copyRows(client, 'record', 'o.project_id = $1', projectId, records)
    const ids = `'id', gen_random_uuid(), 'project_id', c.project, 'record_id',
      case when o.record_id = '${recordId}' then c.sheet else c.line end`
    await copyRows(client, 'indicator', 'o.project_id = $1', projectId, ids)
    await copyRows(client, 'score', 'o.project_id = $1', projectId, ids)
    await copyRows(
      client,
      'act',
      'o.project_id = $1',
      projectId,
      `${ids}, 'recorded_tx', pg_current_xact_id()::text::bigint`,
    )
    await client.query(
      `insert into audit (id, use_case, title, outcome) values (gen_random_uuid(), 'drill.stock', '演练备料', 'done')`,
    )
    const { rows } = await client.query<WaitingSheet>(
      `select c.sheet as "recordId", r.version from copy c join record r on r.id = c.sheet order by c.n`,
    )
    await client.query('commit')
    return rows
  } finally {
    client.release()
  }
}

async function copyRows(
  client: pg.PoolClient,
  table: string,
  where: string,
  projectId: string,
  changes: string,
): Promise<void> {
  await client.query(
    `insert into ${table} select (jsonb_populate_record(null::public.${table}, to_jsonb(o) || jsonb_build_object(${changes}))).*
     from ${table} o cross join copy c where ${where} and not exists (select from copy x where x.project = $1)`,
    [projectId],
  )
}

/** What the steps of the tests need of a world: people and how to act as each. */
function worldOf(product: Product, people: WorldPeople): World {
  return {
    product,
    people,
    setToday: () => undefined,
    async as(person: keyof WorldPeople, useCase: object, input: unknown) {
      const credentials = { postId: people[person].postId }
      return JSON.parse((await product.run(useCase as UseCase, input, { credentials })).body)
    },
  } as unknown as World
}
