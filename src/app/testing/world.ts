import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import type { Role } from '../../domain/org/roles.ts'
import { openFileStore } from '../../storage/file-store.ts'
import { type TestDatabase, useTestDatabase } from '../../storage/testing.ts'
import type { Call } from '../kernel/run.ts'
import type { UseCase } from '../kernel/use-case.ts'
import { openProduct, type Product } from '../product.ts'
import { populateWorld, type WorldPeople } from './populate.ts'

export type World = {
  readonly product: Product
  readonly database: TestDatabase
  readonly people: WorldPeople
  /** Past every wall: for tests that spoil what is stored or look behind it. */
  readonly owner: pg.Pool
  /** Sets the day the product believes it is: `YYYY-MM-DD`. */
  setToday(day: string): void
  /** Runs a use case in a post; gives the parsed answer or throws what the use case refused with. */
  as<Output = Record<string, never>>(
    person: PersonName,
    useCase: object,
    input: unknown,
    call?: Partial<Call>,
  ): Promise<Output>
}

/** One person per role in 示例县; `unit2` sits in another unit, the outsiders in another county. */
export type PersonName =
  | Role
  | 'expert2'
  | 'unit2'
  | 'department2'
  | 'agency2'
  | 'outsider'
  | 'outsiderUnit'
  | 'outsiderDepartment'
  | 'province2'

/**
 * A made-up county on a database of its own, for the test file that calls it at top level.
 * @param options.isDemo whether overlays marked as examples take effect
 */
export function useWorld(today = '2022-09-01', options: { readonly isDemo?: boolean } = {}): World {
  const database = useTestDatabase()
  let now = today
  let opened: { product: Product; people: WorldPeople; folder: string } | undefined
  beforeAll(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-files-'))
    const clock = () => new Date(`${now}T02:00:00Z`)
    const storage = { database, files: openFileStore(folder) }
    const first = await openProduct(storage as never, { clock, isDemo: options.isDemo ?? false })
    const people = await populateWorld(database, first, today)
    opened = { product: first, people, folder }
  }, 60_000)
  afterAll(() => opened && rmSync(opened.folder, { recursive: true, force: true }))
  const world = () => {
    if (!opened) throw new Error('useWorld: the world exists only inside tests and after beforeAll')
    return opened
  }
  return {
    database,
    get product() {
      return world().product
    },
    get people() {
      return world().people
    },
    get owner() {
      return database.owner
    },
    setToday(day) {
      now = day
    },
    async as(person, useCase, input, call = {}) {
      const credentials = { postId: world().people[person].postId }
      const answer = await world().product.run(useCase as UseCase, input, { credentials, ...call })
      return JSON.parse(answer.body)
    },
  }
}
