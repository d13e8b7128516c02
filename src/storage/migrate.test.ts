import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { type Migration, migrate, readMigrations, shippedMigrations } from './migrate.ts'
import { useTestDatabase } from './testing.ts'

const step = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
})

describe('migrations', () => {
  const database = useTestDatabase()
  afterEach(async () => {
    await database.owner.query(`drop table if exists thing; delete from jiheng_migration where name > '9'`)
  })

  it('finds nothing to do on a migrated database', async () => {
    expect(await migrate(database.owner, await shippedMigrations())).toEqual([])
  })

  it('applies each step once, also when two runners start together', async () => {
    const steps = [
      ...(await shippedMigrations()),
      step('9001_create_thing.sql', 'create table thing (id int)'),
    ]
    const done = await Promise.all([migrate(database.owner, steps), migrate(database.owner, steps)])
    expect(done.flat()).toEqual(['9001_create_thing.sql'])
  })

  it('takes back a step that fails half way and names file and line', async () => {
    const bad = step('9001_create_thing.sql', 'create table thing (id int);\nselect nonsense;')
    await expect(migrate(database.owner, [...(await shippedMigrations()), bad])).rejects.toThrow(
      /9001_create_thing\.sql.*nonsense.*第 2 行/,
    )
    const { rows } = await database.owner.query(`select to_regclass('thing') as thing`)
    expect(rows).toEqual([{ thing: null }])
  })

  it('refuses a step that was edited after it ran, and a database from a newer version', async () => {
    const shipped = await shippedMigrations()
    const first = step('9001_create_thing.sql', 'create table thing (id int)')
    await migrate(database.owner, [...shipped, first])
    const edited = step('9001_create_thing.sql', 'create table thing (id bigint)')
    await expect(migrate(database.owner, [...shipped, edited])).rejects.toThrow('被改动过')
    await expect(migrate(database.owner, shipped)).rejects.toThrow('数据库比程序新')
  })

  it('reads only numbered files', async () => {
    const names = (await readMigrations(`${import.meta.dirname}/migrations`)).map(({ name }) => name)
    expect(names[0]).toMatch(/^0001_/)
  })
})
