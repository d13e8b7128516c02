import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { passwordProblem } from '../../domain/org/password.ts'
import { migrate, shippedMigrations } from '../../storage/migrate.ts'
import type { Schema } from '../../storage/schema.ts'
import type { ProductStorage } from '../product.ts'
import { hashPassword } from '../session/password-hash.ts'
import { FINISHED } from './build-demo.ts'
import { noteDemo } from './populate.ts'
import { readDemo } from './read-demo.ts'
import { makeId } from '../../domain/shared/ids.ts'

/** What a database holds: nothing, the whole demonstration, an interrupted build, or somebody's real data. */
export type DemoState = 'empty' | 'finished' | 'unfinished' | 'other'

export async function demoState({ database }: ProductStorage): Promise<DemoState> {
  const { rows } = await database.owner.query<{ isDemo: boolean; isFinished: boolean }>(
    `select is_demo as "isDemo", exists (select 1 from audit where use_case = $1) as "isFinished" from installation`,
    [FINISHED],
  )
  const [installation] = rows
  if (!installation) return 'empty'
  if (!installation.isDemo) return 'other'
  return installation.isFinished ? 'finished' : 'unfinished'
}

/**
 * Takes everything out of a demonstration's database and file store, so that it can be built anew.
 * @throws Error when the database holds anything but a demonstration
 */
export async function emptyDemo(storage: ProductStorage): Promise<void> {
  if ((await demoState(storage)) === 'other') throw new Error('not a demonstration: nothing is removed')
  const { owner } = storage.database
  await owner.query(
    'drop schema if exists disclosure cascade; drop schema public cascade; create schema public',
  )
  await migrate(owner, await shippedMigrations())
  await rm(storage.files.directory, { recursive: true, force: true })
}

/** A password that only chance knows, easy to read out: four groups of letters and digits. */
export function makePassword(): string {
  for (;;) {
    const groups = Array.from({ length: 4 }, () => randomBytes(3).toString('base64url'))
    const isReadable = !groups.some((group) => /[-_Il1O0]/.test(group))
    if (isReadable && !passwordProblem(groups.join('-'), '')) return groups.join('-')
  }
}

/** Gives the accounts of a demonstration another password, when nobody knows the old one any more. */
export async function renewPassword({ database }: ProductStorage, password: string): Promise<void> {
  const password_hash = await hashPassword(password)
  await database.query.transaction().execute(async (trx) => {
    await trx.updateTable('account').set({ password_hash, failed_count: 0, locked_until: null }).execute()
    await noteDemo(trx, makeId(Date.now(), randomBytes(10)), 'demo.renewPassword', '更换演示口令')
  })
}

/**
 * The clock of a built demonstration: it goes on from the last day of the pilot's calendar at the
 * pace of the real one, so that what waits is due soon and not years late.
 */
export async function demoClock({ database }: ProductStorage): Promise<() => Date> {
  const { set_up_at } = await database.query
    .selectFrom('installation')
    .select('set_up_at')
    .executeTakeFirstOrThrow()
  const begins = Date.parse(`${readDemo().calendar.today}T01:00:00Z`)
  return () => new Date(begins + Date.now() - Date.parse(set_up_at))
}

export type DemoAccount = {
  readonly username: string
  readonly person: string
  readonly title: string
  readonly body: string
}

/** Who can sign in, office by office in the order of the procedure. */
export async function listAccounts(db: Kysely<Schema>): Promise<DemoAccount[]> {
  const rows = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .innerJoin('post', 'post.person_id', 'person.id')
    .innerJoin('organisation', 'organisation.id', 'post.organisation_id')
    .select([
      'account.username',
      'person.name as person',
      'post.title',
      'organisation.name as body',
      'post.role',
    ])
    .orderBy('account.username')
    .execute()
  const order = [
    'unit',
    'department',
    'finance_business',
    'finance_performance',
    'finance_leader',
    'expert',
    'agency',
    'province',
  ]
  const place = (role: string) => (order.includes(role) ? order.indexOf(role) : order.length)
  return rows.toSorted((a, b) => place(a.role) - place(b.role)).map(({ role: _role, ...account }) => account)
}
