import { sql, type Transaction } from 'kysely'
import { expect, test } from 'vitest'
import type { Schema } from '../../storage/schema.ts'
import { firstStagesIn } from '../testing/first-stages.ts'
import { type PersonName, useWorld } from '../testing/world.ts'

const world = useWorld()
const PLACE = '640221'
const SHUT = '42501'
/** A state that is missing: the door was open, but a step needs more than that. */
const INCOMPLETE = '23502'

async function begun(): Promise<{ recordId: string; projectId: string }> {
  const way = firstStagesIn(world)
  const projectId = await way.enter()
  const { recordId } = await way.begin('unit', 'targets.sheet', projectId)
  return { recordId, projectId }
}

/** In the scope of a person, about a record or about none. */
function within<T>(
  person: PersonName,
  wanted: string | null,
  work: (trx: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  return world.database.query.transaction().execute(async (trx) => {
    const { postId } = world.people[person]
    await sql`select open_call(null, ${postId}::uuid, null, ${wanted}::uuid)`.execute(trx)
    return work(trx)
  })
}

function through(door: string, record: { readonly place?: string; readonly id: string }) {
  const { place = PLACE, id } = record
  const asked = JSON.stringify({ jurisdictionId: place, recordId: id })
  if (door === 'rows') return sql`select record_parts(${place}, ${id}::uuid, 'targets.sheet')`
  if (door === 'leaf') return sql`select seal_source(${asked}::jsonb)`
  return sql`select ${sql.raw(door)}(${asked}::jsonb, null, null)`
}

const tried = (work: Promise<unknown>) =>
  work.then(
    () => 'open',
    (error: { readonly code: string }) => error.code,
  )

test('what belongs to a record is read, stepped and sealed only after its policies let the record through', async () => {
  const { recordId: id } = await begun()
  const tryDoor = (door: string, person: PersonName, wanted: string | null) =>
    tried(within(person, wanted, (trx) => through(door, { id }).execute(trx)))
  for (const door of ['rows', 'leaf', 'write_step', 'take_step']) {
    // Somebody whose scope does not reach it, though they ask for it.
    expect([door, await tryDoor(door, 'unit2', id)]).toEqual([door, SHUT])
  }
  for (const door of ['rows', 'leaf', 'write_step']) {
    // Somebody who could, and did not ask.
    expect([door, await tryDoor(door, 'unit', null)]).toEqual([door, SHUT])
  }
  expect(await tryDoor('rows', 'unit', id)).toBe('open')
  expect(await tryDoor('leaf', 'unit', id)).toBe('open')
  for (const door of ['write_step', 'take_step']) expect(await tryDoor(door, 'unit', id)).toBe(INCOMPLETE)
  // A step asks by itself where nobody asked before.
  expect(await tryDoor('take_step', 'unit', null)).toBe(INCOMPLETE)
})

test('a step without a record is refused at the door', async () => {
  const step = within('unit', null, (trx) => sql`select write_step('{}'::jsonb, null, null)`.execute(trx))
  expect(await tried(step)).toBe(SHUT)
})

test('who may read a record and not write it takes no step on it', async () => {
  const { rows } = await world.owner.query<{ id: string }>(
    `insert into record (jurisdiction_id, id, kind, fiscal_year, title, state, state_since, created_at, created_by)
     select $1, gen_random_uuid(), 'results.circular', 2022, '通报', 'sent', now(), now(), $2 returning id`,
    [PLACE, world.people.unit.personId],
  )
  const id = rows[0]?.id ?? ''
  const afterReading = (door: string) =>
    within('unit', null, async (trx) => {
      const { rows } = await sql<{ found: object | null }>`
        select read_record(${id}::uuid, false) as found`.execute(trx)
      expect(rows[0]?.found).not.toBeNull()
      return through(door, { id }).execute(trx)
    })
  expect(await tried(afterReading('rows'))).toBe('open')
  for (const door of ['write_step', 'take_step'])
    expect([door, await tried(afterReading(door))]).toEqual([door, SHUT])
})

test('a record at hand opens none of another place that has its id', async () => {
  const { recordId: id } = await begun()
  const place = '640324'
  await world.owner.query(
    `insert into record (jurisdiction_id, id, kind, fiscal_year, title, state, state_since, created_at, created_by)
     select $1, $2, 'targets.sheet', 2022, '别处', 'draft', now(), now(), $3
     where exists (select from jurisdiction where id = $1)`,
    [place, id, world.people.unit.personId],
  )
  const { rowCount } = await world.owner.query('select from record where id = $1', [id])
  expect(rowCount).toBe(2)
  for (const door of ['rows', 'leaf', 'write_step', 'take_step']) {
    const there = within('unit', id, (trx) => through(door, { place, id }).execute(trx))
    expect([door, await tried(there)]).toEqual([door, SHUT])
  }
})

test('a record at hand is forgotten with the scope: the next person of a connection does not find it open', async () => {
  const { recordId } = await begun()
  await within('unit', recordId, async (trx) => {
    const open = async () =>
      (
        await sql<{ read: boolean; written: boolean }>`
          select is_at_hand(${PLACE}, ${recordId}::uuid) as read, is_held(${PLACE}, ${recordId}::uuid) as written`.execute(
          trx,
        )
      ).rows[0]
    expect(await open()).toEqual({ read: true, written: true })
    await sql`select open_call(null, ${world.people.unit2.postId}::uuid, null, null)`.execute(trx)
    expect(await open()).toEqual({ read: false, written: false })
  })
})

test('a leaf tells of no file that whoever takes the step may not see, though the content names it', async () => {
  const { recordId, projectId } = await begun()
  const { unit } = world.people
  const others = (await begunBy('unit2')).projectId
  const attach = async (project: string, name: string) =>
    (
      await world.owner.query<{ id: string }>(
        `insert into attachment (jurisdiction_id, id, project_id, sha256, name, media_type, size_bytes, uploaded_by,
           uploaded_at)
         values ($1, gen_random_uuid(), $2, repeat('a', 64), $3, 'text/plain', 1, $4, now()) returning id`,
        [PLACE, project, name, unit.personId],
      )
    ).rows[0]?.id
  const files = [await attach(projectId, '本单位.txt'), await attach(others, '别的单位.txt')]
  const actId = '00000000-0000-4000-8000-000000000001'
  const step = {
    ...{ jurisdictionId: PLACE, recordId, actId, action: 'declare', fromState: 'draft', toState: 'declared' },
    ...{
      version: 2,
      personId: unit.personId,
      postId: unit.postId,
      role: 'unit',
      actedAt: '2022-09-01T00:00:00Z',
    },
    ...{ organisationId: null, frozenId: '00000000-0000-4000-8000-000000000002', digest: 'd' },
  }
  const asked = [{ jurisdictionId: PLACE, recordId, actId, contractId: recordId, bound: {} }]
  const { rows } = await within('unit', recordId, async (trx) => {
    await sql`select take_step(${JSON.stringify(step)}::jsonb, null, ${JSON.stringify({ files })}::jsonb)`.execute(
      trx,
    )
    return sql<{ name: string }>`
      select f->>'name' as name from read_seal_sources(${JSON.stringify(asked)}::jsonb) found,
        json_array_elements(found->'files'->'attachments') f`.execute(trx)
  })
  expect(rows).toEqual([{ name: '本单位.txt' }])
})

/** A project of somebody else of the place. */
async function begunBy(person: 'unit2'): Promise<{ projectId: string }> {
  const { rows } = await world.owner.query<{ id: string }>(
    `insert into project (jurisdiction_id, id, fiscal_year, code, name, unit_id, department_id, status, is_new,
       created_at, created_by)
     select $1, gen_random_uuid(), 2022, 'OTHER', '别的项目', p.organisation_id, p.organisation_id, 'entered', true,
       now(), p.person_id from post p where p.id = $2 returning id`,
    [PLACE, world.people[person].postId],
  )
  return { projectId: rows[0]?.id ?? '' }
}

test('the past is written by what supersedes it and by nobody else', async () => {
  const { rows } = await world.owner.query<{ name: string }>(
    `select p.proname as name from pg_proc p where p.proname like 'keep\\_superseded\\_%'
       and has_function_privilege('jiheng_app', p.oid, 'execute')
     union all
     select c.relname from pg_class c where c.relname like '%\\_history' and c.relkind = 'r'
       and has_table_privilege('jiheng_app', c.oid, 'insert')`,
  )
  expect(rows).toEqual([])
})
