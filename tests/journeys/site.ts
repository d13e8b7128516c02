import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { buildDemo } from '../../src/app/demo/build-demo.ts'
import { type Cast, castOf } from '../../src/app/demo/cast.ts'
import { populate, type Residents } from '../../src/app/demo/populate.ts'
import { type DemoData, readDemo } from '../../src/app/demo/read-demo.ts'
import { openProduct, type Product } from '../../src/app/product.ts'
import { buildServer } from '../../src/server/server.ts'
import { WEB_FOLDER } from '../../src/server/web-pages.ts'
import { openFileStore } from '../../src/storage/file-store.ts'
import { type TestDatabase, useTestDatabase } from '../../src/storage/testing.ts'

/** What every account of a test site signs in with. */
export const PASSWORD = 'Journey-2024-Ningxia'

/** The product as people meet it: server, pages, database, files, and a calendar that can be turned. */
export type Site = {
  readonly address: string
  readonly product: Product
  readonly data: DemoData
  readonly cast: Cast
  readonly residents: Residents
  /** Past every wall: for years before the journey begins. */
  readonly owner: pg.Pool
  /** Where its database is, for a process of its own such as the public site. */
  readonly database: TestDatabase
  today(): string
  /** Sets the day the product believes it is; it is nine in the morning and the clock runs. */
  setDay(day: string): void
}

type Opened = Omit<Site, 'today' | 'setDay' | 'owner' | 'database'> & { readonly server: FastifyInstance }

/** Bodies and people of the demonstration, who have done nothing yet; `change` adds more of them. */
export function useSite(change: (cast: Cast) => Cast = (cast) => cast): Site {
  return useOpened(async (storage, clock) => {
    const product = await openProduct(storage, { clock, isDemo: true })
    const data = readDemo()
    const cast = change(castOf(data, product.divisions))
    return { product, data, cast, residents: await populate(product, cast, PASSWORD) }
  })
}

/** The whole demonstration on its last day. */
export function useDemoSite(): Site {
  return useOpened(async (storage, clock, setDay) => {
    await buildDemo(storage, { password: PASSWORD })
    const data = readDemo()
    setDay(data.calendar.today)
    const product = await openProduct(storage, { clock })
    const nobody = { bodies: new Map(), posts: new Map() }
    return { product, data, cast: castOf(data, product.divisions), residents: nobody }
  })
}

type Furnish = (
  storage: Parameters<typeof openProduct>[0],
  clock: () => Date,
  setDay: (day: string) => void,
) => Promise<Omit<Opened, 'address' | 'server'>>

function useOpened(furnish: Furnish): Site {
  const database = useTestDatabase()
  let day = '2022-08-01'
  let since = Date.now()
  const clock = () => new Date(Date.parse(`${day}T01:00:00Z`) + Date.now() - since)
  const setDay = (next: string) => {
    // The clock of a day runs on: a later step of the same day is later.
    if (next === day) return
    day = next
    since = Date.now()
  }
  let opened: Opened | undefined
  const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-journey-'))
  beforeAll(async () => {
    // A copy, so that building the pages anew does not pull them from under a running journey.
    if (!existsSync(path.join(WEB_FOLDER, 'index.html')))
      throw new Error('no pages: run `npm run build` first')
    const webFolder = path.join(folder, 'web')
    cpSync(WEB_FOLDER, webFolder, { recursive: true })
    const storage = { database, files: openFileStore(path.join(folder, 'files')) }
    const furnished = await furnish(storage, clock, setDay)
    const server = await buildServer(furnished.product, { webFolder })
    const address = await server.listen({ host: '127.0.0.1', port: 0 })
    opened = { ...furnished, server, address }
  }, 300_000)
  afterAll(async () => {
    await opened?.server.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const now = () => {
    if (!opened) throw new Error('the site exists only inside tests and after beforeAll')
    return opened
  }
  return {
    get address() {
      return now().address
    },
    get product() {
      return now().product
    },
    get data() {
      return now().data
    },
    get cast() {
      return now().cast
    },
    get residents() {
      return now().residents
    },
    get owner() {
      return database.owner
    },
    database,
    today: () => day,
    setDay,
  }
}
