import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { stockSheets } from '../drills/support/stock.ts'
import { openProduct } from '../src/app/product.ts'
import { insertSession } from '../src/app/session/sign-in.ts'
import { APPROVED_TARGET } from '../src/app/testing/approved-project.ts'
import { populateWorld, type WorldPerson } from '../src/app/testing/populate.ts'
import type { DatabaseAddress } from '../src/storage/connection.ts'
import { startStorage } from '../src/storage/start.ts'
import type { Request } from './closed-loop.ts'

export type WriteLoad = 'W4' | 'W4b'
export type WriteWorld = {
  readonly database: DatabaseAddress
  /** None of them can be sent twice: a sheet is filled or approved once. */
  readonly requests: Readonly<Record<WriteLoad, Readonly<Record<'floor' | 'product', readonly Request[]>>>>
}

const LINES = 10

/** The worked form with ten indicators of 90 points. */
const CONTENT = {
  ...APPROVED_TARGET,
  indicators: Array.from({ length: LINES }, (_none, at) => ({
    ...{
      level1: 'output',
      level2: 'quantity',
      kind: 'quant',
      operator: 'ge',
      unit: '个',
      accumulation: 'cumulative',
    },
    ...{ name: `建成示范基地（第${at + 1}批）`, value: String(50 + at), weight_x100: 900 },
  })),
}

/** One county with so many empty sheets of its unit, and as many that wait for their leader's approval. */
export async function stockWriteWorld(home: string, count: number): Promise<WriteWorld> {
  const storage = await startStorage({ home, whenRunning: 'attach' })
  try {
    const product = await openProduct(storage)
    const { owner } = storage.database
    const people = await populateWorld(storage.database, product, '2022-09-01')
    const signIn = async ({ personId, postId }: WorldPerson) => {
      const { token, csrfToken } = await insertSession(product.db, personId, postId, 'bench')
      return { cookie: `jiheng=${token}`, 'x-csrf-token': csrfToken, origin: 'http://bench' }
    }
    const [unit, leader] = [await signIn(people.unit), await signIn(people.finance_leader)]
    const begun = await stockSheets(owner, product, people, count, 'begun')
    const waiting = await stockSheets(owner, product, people, count)
    await owner.query(readFileSync(path.join(import.meta.dirname, 'w4-plain.sql'), 'utf8'))
    await owner.query(
      `insert into plain_record select id, project_id, state, version, content || jsonb_build_object('project', project_id)
       from record where project_id in (select project_id from record where id = any($1::uuid[]))`,
      [waiting.map(({ recordId }) => recordId)],
    )
    const { rows } = await owner.query<{ contract: string }>('select distinct contract from plain_record')
    await owner.query('vacuum analyze')
    const key = () => ({ 'idempotency-key': randomUUID() })
    return {
      database: storage.address,
      requests: {
        W4: {
          product: begun.map(({ recordId, version }) => ({
            method: 'PUT',
            path: `/api/records/${recordId}`,
            headers: { ...unit, ...key() },
            body: { version, content: CONTENT },
          })),
          floor: begun.map(() => post('/w4', { id: randomUUID(), content: CONTENT })),
        },
        W4b: {
          product: waiting.map(({ recordId, version }) => ({
            method: 'POST',
            path: `/api/targets/sheet/${recordId}/approve`,
            headers: { ...leader, ...key() },
            body: { version },
          })),
          floor: rows.map(({ contract }) => post('/w4b', { id: contract })),
        },
      },
    }
  } finally {
    await storage.stop()
  }
}

function post(address: string, body: object): Request {
  return { method: 'POST', path: address, body }
}
