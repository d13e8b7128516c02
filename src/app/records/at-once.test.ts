import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { BoundTable, ContentRow } from '../../domain/forms/form.ts'
import { findActs } from '../../storage/act-repository.ts'
import { boundColumns, findBoundRows, replaceBoundRows } from '../../storage/bound-rows.ts'
import { kyselyOn } from '../../storage/connection.ts'
import { findProject } from '../../storage/project-repository.ts'
import { findRecord } from '../../storage/record-repository.ts'
import { updateRecordContent } from '../../storage/store-content.ts'
import { findStoredRecord } from '../../storage/stored-record.ts'
import { firstStagesIn } from '../testing/first-stages.ts'
import { useWorld } from '../testing/world.ts'
import { saveDraft } from './save-draft.ts'

const world = useWorld()
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** A value for every column that the form shows, and something it keeps beside them. */
const ROWS: Readonly<Record<BoundTable, readonly ContentRow[]>> = {
  indicator: [
    {
      ...{ id: id(1), level1: 'output', level2: 'quantity', name: '1.50', kind: 'quant', operator: 'ge' },
      ...{ value: '95.250000', unit: '个', weight_x100: 900, basis: '任务书' },
    },
    { id: id(2), level1: '', level2: '', name: '' },
  ],
  observation: [{ id: id(3), indicatorId: id(1), actual: '12.500000', note: '中期' }],
  execution: [
    {
      ...{ id: id(4), fund: 'fiscal', budget_fen: '900719925474099300', adjusted_fen: '2', paid_fen: '3' },
      ...{ expected_fen: '4', reason: '进度' },
    },
  ],
  score: [
    {
      ...{ id: id(5), itemCode: 'a', weight_x100: 1000, score_x100: 900, computedScore_x100: 950 },
      ...{ scoringMethod: 'ratio' },
    },
  ],
}

async function begun(): Promise<{ recordId: string; version: number; projectId: string }> {
  const way = firstStagesIn(world)
  const projectId = await way.enter()
  const { recordId } = await way.begin('unit', 'targets.sheet', projectId)
  return { recordId, version: 1, projectId }
}

test('a record read at once says of every part what the part says by itself', async () => {
  const { recordId, projectId } = await begun()
  const db = kyselyOn(world.owner)
  const record = await findRecord(db, recordId)
  if (!record) throw new Error('no record')
  const { jurisdictionId, fiscalYear } = record
  const owner = { jurisdictionId, projectId, recordId, fiscalYear, month: 6 }
  // A kind has rows in one or two tables; for once this one has them in all.
  await world.owner.query(
    `insert into kind_rows select 'targets.sheet', unnest($1::text[]) on conflict do nothing`,
    [Object.keys(ROWS)],
  )
  for (const [table, rows] of Object.entries(ROWS))
    await replaceBoundRows(db, table as BoundTable, owner, rows)
  const stored = await findStoredRecord(db, recordId)
  expect(stored?.record).toEqual(record)
  expect(stored?.project).toEqual(await findProject(db, projectId))
  expect(stored?.acts).toEqual(await findActs(db, { jurisdictionId, recordId }))
  for (const table of Object.keys(ROWS) as BoundTable[]) {
    const rows = await findBoundRows(db, table, { jurisdictionId, recordId })
    expect(stored?.rows[table], table).toEqual(rows)
    // Every column that the form shows is filled above, so that a forgotten one is seen.
    const { rows: raw } = await world.owner.query(
      `select * from ${table} where record_id = $1 order by ordinal`,
      [recordId],
    )
    for (const column of boundColumns(table)) expect(raw[0]?.[column], `${table}.${column}`).not.toBeNull()
  }
  expect(stored?.rows.indicator[0]).toMatchObject({ name: '1.50', value: '95.25' })
  expect(stored?.rows.execution[0]).toMatchObject({ budget_fen: '900719925474099300' })
})

test('rows of another record, and a row that stands twice, are refused and nothing is written', async () => {
  const { recordId, version } = await begun()
  const other = await begun()
  const row = { name: '建成', level1: 'output', level2: 'quantity' }
  await world.as('unit', saveDraft, { recordId, version, content: { indicators: [{ ...row, id: id(11) }] } })
  const steal = (rows: object[]) =>
    world.as('unit', saveDraft, { recordId: other.recordId, version: 1, content: { indicators: rows } })
  await expect(steal([{ ...row, id: id(11) }])).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(
    steal([
      { ...row, id: id(12) },
      { ...row, id: id(12) },
    ]),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  const { rows } = await world.owner.query(`select record_id from indicator where id = any($1)`, [
    [id(11), id(12)],
  ])
  expect(rows).toEqual([{ record_id: recordId }])
})

test('what did not change makes no version; what changed makes one, what is gone stays in the past', async () => {
  const { recordId, projectId } = await begun()
  const db = kyselyOn(world.owner)
  const store = async (rows: readonly ContentRow[]) => {
    const record = await findRecord(db, recordId)
    if (!record) throw new Error('no record')
    const { jurisdictionId, fiscalYear } = record
    const owner = { jurisdictionId, projectId, recordId, fiscalYear, month: 6 }
    return updateRecordContent(db, record, {}, [{ table: 'indicator', owner, rows }])
  }
  const past = async () =>
    (
      await world.owner.query(
        `select name from indicator_history where record_id = $1 order by recorded_to, name`,
        [recordId],
      )
    ).rows.map(({ name }) => name)
  const row = (n: number, name: string) => ({ id: id(n), level1: 'output', level2: 'quantity', name })
  const first = await store([row(21, '甲'), row(22, '乙')])
  expect(await store([row(21, '甲'), row(22, '乙')])).toBe(first + 1)
  expect(await past()).toEqual([])
  await store([row(21, '甲改'), row(23, '丙')])
  expect(await past()).toEqual(['乙', '甲'])
})

test('of a saved sheet only the rows that changed make a version, and the version counts on by one', async () => {
  const { recordId } = await begun()
  const save = async (version: number, indicators: readonly ContentRow[]) =>
    (await world.as<{ version: number }>('unit', saveDraft, { recordId, version, content: { indicators } }))
      .version
  const row = (n: number, more: object) => ({ id: id(n), level1: 'output', level2: 'quantity', ...more })
  const typed = { name: '甲', kind: 'quant', operator: 'ge', value: '95.250', unit: '个', weight_x100: 900 }
  expect(await save(1, [row(31, typed), row(32, { name: '乙' }), row(33, { name: '丙' })])).toBe(2)
  expect(
    await save(2, [
      row(31, { ...typed, value: '95.25' }),
      row(33, { name: '丙改' }),
      row(34, { name: '丁' }),
    ]),
  ).toBe(3)
  const of = async (table: string) =>
    (await world.owner.query(`select name from ${table} where record_id = $1 order by name`, [recordId])).rows
  expect(await of('indicator')).toEqual([{ name: '丁' }, { name: '丙改' }, { name: '甲' }])
  // 甲 moved nowhere and is worth the same; 丙 moved up a line and changed its name; 乙 is gone.
  expect(await of('indicator_history')).toEqual([{ name: '丙' }, { name: '乙' }])
  expect(await save(3, [])).toBe(4)
  expect(await of('indicator')).toEqual([])
})

test('the project at hand opens nothing else, and is forgotten with the scope and with any change of a project', async () => {
  const { recordId, projectId } = await begun()
  const { unit, unit2 } = world.people
  await world.database.query.transaction().execute(async (trx) => {
    const seen = async () =>
      (
        await sql<{ n: number }>`select count(*)::integer as n from record where id = ${recordId}`.execute(
          trx,
        )
      ).rows[0]?.n
    const atHand = async () =>
      (await sql<{ id: string | null }>`select scope_project() as id`.execute(trx)).rows[0]?.id
    const open = (postId: string) =>
      sql`select open_call(null, ${postId}::uuid, null, ${recordId}::uuid)`.execute(trx)
    await open(unit.postId)
    expect([await atHand(), await seen()]).toEqual([projectId, 1])
    await sql`update project set name = name where id = ${projectId}`.execute(trx)
    expect([await atHand(), await seen()]).toEqual([null, 1])
    await open(unit.postId)
    await open(unit2.postId)
    expect([await atHand(), await seen()]).toEqual([null, 0])
  })
})
