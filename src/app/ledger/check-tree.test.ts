import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { toUtf8 } from '../../domain/ledger/bytes.ts'
import { sealedText } from '../../domain/ledger/sealed-value.ts'
import { systemLeaf } from '../../domain/ledger/system-leaf.ts'
import { kyselyOn } from '../../storage/connection.ts'
import { appendLeaves } from '../../storage/ledger-append.ts'
import { findHeads } from '../../storage/ledger-repository.ts'
import { useWorld } from '../testing/world.ts'
import { checkTree } from './check-tree.ts'
import { HASHES } from './hashes.ts'

/* More leaves than are read at a time: what differs must be told the same wherever a page ends. */
const PLACE = '640221'
const LEAVES = 600
const world = useWorld('2022-10-10')

beforeAll(async () => {
  const leaves = Array.from({ length: LEAVES }, (_none, n) => ({
    type: 'audit.sealed',
    canon: toUtf8(
      sealedText(systemLeaf('audit.sealed', PLACE, '2023-02-09T10:00:00+08:00', { audit: { day: `${n}` } })),
    ),
    salts: [],
  }))
  const log = { jurisdictionId: PLACE, origin: `contract-ledger/${PLACE}` }
  const db = kyselyOn(world.database.owner)
  await db.transaction().execute((trx) => appendLeaves(trx, log, HASHES, leaves))
})

/** What is found after a change that is taken back, each fault in words. */
async function foundAfter(change: string, sizes: readonly number[] = []) {
  const db = kyselyOn(world.database.owner)
  let found: Awaited<ReturnType<typeof checkTree>> | undefined
  await db
    .transaction()
    .execute(async (trx) => {
      for (const table of ['ledger_leaf', 'ledger_node'])
        await sql`alter table ${sql.table(table)} disable trigger user`.execute(trx)
      await sql.raw(change).execute(trx)
      const [head] = await findHeads(trx, PLACE)
      found = await checkTree(trx, HASHES, head!, {
        ...{ isDemo: false, sizes: new Set(sizes) },
        look: async () => undefined,
      })
      throw new Error('taken back')
    })
    .catch((error: Error) => {
      if (error.message !== 'taken back') throw error
    })
  return { faults: found!.faults.map(({ object, said }) => `${object}：${said}`), roots: found!.roots }
}

test('untouched, nothing is found, with or without roots on the way', async () => {
  expect((await foundAfter('select 1')).faults).toEqual([])
  const { faults, roots } = await foundAfter('select 1', [1, 256, 257, 599, 600])
  expect(faults).toEqual([])
  expect([...roots.keys()]).toEqual([1, 256, 257, 599, 600])
})

test.each([255, 256, 511])('an altered subtree at leaf %i is the only thing that is named', async (pos) => {
  const change = `update ledger_node set hash = set_byte(hash, 0, get_byte(hash, 0) # 1)
    where jurisdiction_id = '${PLACE}' and alg = 'sm3' and level = 0 and pos = ${pos}`
  expect((await foundAfter(change)).faults).toEqual([
    `子树(ledger_node)640221 sm3 第0层第${pos}个：hash 列：与按条目重算的不一致`,
  ])
})

test('a subtree that is gone is named, and counted', async () => {
  const change = `delete from ledger_node where jurisdiction_id = '${PLACE}' and alg = 'sha256' and level = 8 and pos = 1`
  expect((await foundAfter(change)).faults).toEqual([
    '子树(ledger_node)640221 sha256 第8层第1个：整行：缺失',
    '子树(ledger_node)640221：整行：应有2392行，库中2391行',
  ])
})

test.each([0, 255, 256, 300])('a leaf that is gone is named first: place %i', async (idx) => {
  const { faults } = await foundAfter(
    `delete from ledger_leaf where jurisdiction_id = '${PLACE}' and idx = ${idx}`,
  )
  expect(faults[0]).toBe(`条目(ledger_leaf)640221 第${idx + 2}号：整行：缺第${idx + 1}号`)
  expect(faults.at(-1)).toContain('子树(ledger_node)640221：整行：应有')
})

test('leaves that are gone for more than a page are named as one gap', async () => {
  const { faults } = await foundAfter(
    `delete from ledger_leaf where jurisdiction_id = '${PLACE}' and idx between 10 and 590`,
  )
  expect(faults[0]).toBe('条目(ledger_leaf)640221 第592号：整行：缺第11号至第591号')
})
