import { readFileSync } from 'node:fs'
import path from 'node:path'
import { openProduct } from '../src/app/product.ts'
import { insertSession } from '../src/app/session/sign-in.ts'
import { insertDivisions, insertPerson } from '../src/app/setup/set-up.ts'
import { dayInChina } from '../src/app/kernel/context.ts'
import type { DatabaseAddress } from '../src/storage/connection.ts'
import { startStorage } from '../src/storage/start.ts'
import type { Request } from './closed-loop.ts'

export type Workload = 'W1' | 'W2'

export type World = {
  readonly database: DatabaseAddress
  readonly rows: Record<string, number>
  /** Every list of the four years and seven states of all places; files spread over all projects. */
  requests(workload: Workload, side: 'floor' | 'product'): Request[]
  close(): Promise<void>
}

const TABLES = ['project', 'indicator', 'observation', 'execution', 'act', 'score']
/** More than are asked for in a round, so that a round without kept pages asks for no file twice. */
const FILES = 30_000
const YEARS = [2021, 2022, 2023, 2024]
const STATUSES = ['entered', 'exante', 'targets', 'monitoring', 'evaluation', 'results', 'closed']

/** Fills the running product's database and signs one finance officer in per jurisdiction. */
export async function loadWorld(home: string, scale: number): Promise<World> {
  const storage = await startStorage({ home, whenRunning: 'attach' })
  const product = await openProduct(storage as never)
  const { owner } = storage.database
  await owner.query('insert into installation (is_demo) values (true)')
  await insertDivisions(product.db, product.divisions)
  const places = product.divisions.filter(({ level }) => level !== 'province').map(({ id }) => id)
  const sessions = await signInOfficers(product, places)
  const sql = readFileSync(path.join(import.meta.dirname, 'data.sql'), 'utf8')
  const person = sessions.values().next().value?.personId ?? ''
  await owner.query(sql.replaceAll('$SCALE$', String(scale)).replaceAll('$PERSON$', `'${person}'::uuid`))
  await owner.query('vacuum analyze')
  const rows: Record<string, number> = {}
  for (const table of TABLES)
    rows[table] = Number((await owner.query(`select count(*) as n from ${table}`)).rows[0].n)
  const { rows: ids } = await owner.query<{ id: string; place: string }>(
    `select id, jurisdiction_id as place from project order by md5(code) limit ${FILES}`,
  )
  return {
    database: storage.address,
    rows,
    close: () => storage.stop(),
    requests(workload, side) {
      const cookie = (place: string) => ({ cookie: `jiheng=${sessions.get(place)?.token}` })
      if (workload === 'W1') {
        const pages = places.flatMap((place) =>
          YEARS.flatMap((year) => STATUSES.map((status) => ({ place, year, status }))),
        )
        return pages.map(({ place, year, status }) => {
          const query = `jurisdiction=${place}&year=${year}&status=${status}`
          return side === 'floor'
            ? { path: `/w1?${query}` }
            : { path: `/api/projects?${query}`, headers: cookie(place) }
        })
      }
      return ids.map(({ id, place }) =>
        side === 'floor'
          ? { path: `/w2?jurisdiction=${place}&id=${id}` }
          : { path: `/api/projects/${place}/${id}`, headers: cookie(place) },
      )
    },
  }
}

async function signInOfficers(product: Awaited<ReturnType<typeof openProduct>>, places: readonly string[]) {
  const sessions = new Map<string, { token: string; personId: string }>()
  for (const place of places) {
    const organisationId = product.services.newId()
    const today = dayInChina(new Date())
    await product.db
      .insertInto('organisation')
      .values({
        id: organisationId,
        jurisdiction_id: place,
        kind: 'finance',
        name: `${place}财政局`,
        code: null,
        parent_id: null,
        document_prefix: null,
        valid_from: today,
        valid_to: null,
      })
      .execute()
    const { personId, postId } = await insertPerson(product.db, product.services, {
      name: `股长${place}`,
      username: `officer${place}`,
      password: `${place}-Bench-Password`,
      role: 'finance_performance',
      organisationId,
      jurisdictionId: place,
      today,
    })
    const { token } = await insertSession(product.db, personId, postId, 'bench')
    sessions.set(place, { token, personId })
  }
  return sessions
}
