import { describe, expect, test } from 'vitest'
import { fromHex, toHex } from '../../domain/ledger/bytes.ts'
import { forBoth, leafHash } from '../../domain/ledger/hash.ts'
import { rootOfFrontier, rootOfLeaves } from '../../domain/ledger/merkle.ts'
import { sealedText } from '../../domain/ledger/sealed-value.ts'
import { nodeHashes } from '../../domain/ledger/testing.ts'
import { approveTarget } from '../targets/approve-target.ts'
import { firstStagesIn } from '../testing/first-stages.ts'
import { useWorld } from '../testing/world.ts'

const world = useWorld('2022-10-10')
const way = firstStagesIn(world)

/** A target that waits for nothing but its approval. */
async function waiting() {
  const projectId = await way.enter({ isNew: false, isMajor: false })
  const recordId = await way.declareTarget(projectId)
  await way.recheckTarget(recordId)
  await way.arrangeBudget(await way.applyBudget(projectId))
  return { projectId, recordId }
}

async function approved() {
  const ids = await waiting()
  await way.act('finance_leader', approveTarget, ids.recordId)
  return ids
}

type Leaf = {
  idx: bigint
  type: string
  prev_idx: bigint | null
  canon: string
  sha256: Buffer
  sm3: Buffer
  contract_id: string
}

async function leavesOf(): Promise<Leaf[]> {
  const { rows } = await world.database.owner.query<Leaf>(
    `select idx, type, prev_idx, convert_from(canon, 'UTF8') as canon, sha256, sm3, contract_id
     from ledger_leaf where jurisdiction_id = '640221' order by idx`,
  )
  return rows
}

const ofContract = async (projectId: string) =>
  (await leavesOf())
    .filter((leaf) => leaf.contract_id === projectId)
    .map((leaf) => ({ ...leaf, says: JSON.parse(leaf.canon) }))

describe('批复 enters the contract ledger', () => {
  test('one act, two leaves: target and budget, chained, numbered, without a name or an opinion', async () => {
    const { projectId, recordId } = await approved()
    const [target, budget, ...more] = await ofContract(projectId)
    expect(more).toEqual([])
    expect([target?.type, budget?.type]).toEqual(['target.approved', 'budget.linked'])
    expect(target!.says).toMatchObject({
      canon: 1,
      schema: 'jiheng/contract/1',
      jurisdiction: { code: '640221' },
      year: 2023,
      record: { kind: 'targets.sheet', id: recordId, version: 2 },
      project: { unit: { name: '示例县农业技术推广中心' } },
      document: expect.stringMatching(/^示财（绩）发〔2022〕\d+号$/),
      sealedAt: '2022-10-10T10:00:00+08:00',
      content: { total_yuan: '5000000.00', fiscal_yuan: '5000000.00' },
    })
    expect(target!.says.chain.map(({ action }: { action: string }) => action)).toEqual([
      'declare',
      'review',
      'recheck',
      'approve',
    ])
    expect(target!.says.content.indicators[0]).toMatchObject({
      order: 1,
      level1: 'output',
      level2: 'quantity',
      name: '建成示范基地',
      operator: 'ge',
      value: '50',
      unit: '个',
      weight: '20.00',
    })
    expect(target!.says.labels.options['content/indicators/level1']).toMatchObject({ output: '产出指标' })
    expect(budget!.says.prev).toEqual({ sha256: toHex(target!.sha256), sm3: toHex(target!.sm3) })
    expect(budget!.prev_idx).toBe(target!.idx)
    expect(budget!.says.content).toMatchObject({
      arranged_yuan: '5000000.00',
      budgetDocumentNumber: target!.says.document,
      arrangedOn: '2022-10-10',
    })
    for (const said of ['人员finance_leader', '人员unit', '目标与资金匹配', '张三'])
      expect(`${target!.canon}${budget!.canon}`).not.toContain(said)
  })

  test('the text is canonical, its hashes are those of the leaf, the tree is theirs', async () => {
    await approved()
    const leaves = await leavesOf()
    for (const { canon, sha256, sm3 } of leaves) {
      expect(sealedText(JSON.parse(canon))).toBe(canon)
      const bytes = new TextEncoder().encode(canon)
      expect(forBoth((name) => toHex(leafHash(nodeHashes[name], bytes)))).toEqual({
        sha256: toHex(sha256),
        sm3: toHex(sm3),
      })
    }
    const { rows } = await world.database.owner.query<{ size: bigint; frontier: Buffer }>(
      `select size, frontier_sm3 as frontier from ledger_head where jurisdiction_id = '640221'`,
    )
    expect(rows[0]!.size).toBe(BigInt(leaves.length))
    const frontier = rows[0]!.frontier
      .toString('hex')
      .match(/.{64}/g)!
      .map((hash) => fromHex(hash)!)
    expect(toHex(rootOfFrontier(nodeHashes.sm3, frontier))).toBe(
      toHex(
        rootOfLeaves(
          nodeHashes.sm3,
          leaves.map(({ sm3 }) => sm3),
        ),
      ),
    )
  })

  test('a refused approval leaves no leaf and no gap', async () => {
    const before = await leavesOf()
    const { projectId, recordId } = await waiting()
    await expect(way.act('finance_performance', approveTarget, recordId)).rejects.toThrow()
    await expect(world.as('finance_leader', approveTarget, { recordId, version: 1 })).rejects.toThrow()
    expect(await leavesOf()).toEqual(before)
    await way.act('finance_leader', approveTarget, recordId)
    expect((await ofContract(projectId)).map(({ idx }) => idx)).toEqual([
      BigInt(before.length),
      BigInt(before.length + 1),
    ])
  })

  test('L-09 twelve at once, three rounds: each once, no gap, no deadlock', async () => {
    const size = (await leavesOf()).length
    for (let round = 0; round < 3; round += 1) {
      const ready = []
      for (let count = 0; count < 12; count += 1) ready.push(await waiting())
      await Promise.all(ready.map(({ recordId }) => way.act('finance_leader', approveTarget, recordId)))
    }
    const leaves = await leavesOf()
    expect(leaves.map(({ idx }) => Number(idx))).toEqual(leaves.map((_leaf, index) => index))
    expect(leaves).toHaveLength(size + 72)
    expect(new Set(leaves.map(({ contract_id, type }) => `${contract_id} ${type}`)).size).toBe(leaves.length)
  }, 120_000)
})

describe('the database refuses', () => {
  /** A statement of the program's own role, in a scope, taken back whatever comes of it. */
  async function asApp<Row extends object>(sql: string, scope = `'province', 'province', '640000'`) {
    const client = await world.database.app.connect()
    try {
      await client.query(`begin; select set_scope(${scope}, null, null)`)
      return (await client.query<Row>(sql)).rows
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  test.each([
    ['update ledger_leaf set type = type', /permission denied/],
    ['delete from ledger_leaf', /permission denied/],
    ['truncate ledger_node', /permission denied/],
    [`update ledger_head set origin = 'x'`, /permission denied/],
    ['update ledger_head set size = 0', /只能变长/],
    ['update ledger_head set size = size', /只能变长/],
    ['delete from ledger_salt', /permission denied/],
    ['update ledger_checkpoint set note = note', /permission denied/],
  ])('the program: %s', async (sql, said) => {
    await expect(asApp(sql)).rejects.toThrow(said)
  })

  test.each([
    ['update ledger_leaf set type = type'],
    ['delete from ledger_node'],
    ['truncate ledger_cosignature'],
    ['truncate ledger_checkpoint cascade'],
    ['delete from ledger_head'],
    ['update ledger_salt set place = place'],
    ['update file_digest set sm3 = sm3'],
  ])('even the owner, by mistake: %s', async (sql) => {
    await world.database.owner.query(
      `insert into file_digest values (repeat('0', 64), repeat('1', 64)) on conflict do nothing`,
    )
    await expect(world.database.owner.query(sql)).rejects.toThrow('只增不改')
  })

  test('another county sees the hashes for proofs, and not what they are of', async () => {
    await approved()
    const seen = async (table: string, jurisdiction: string) => {
      const scope = `'jurisdiction', 'finance_leader', '${jurisdiction}'`
      return (await asApp<{ count: number }>(`select count(*)::int as count from ${table}`, scope))[0]!.count
    }
    expect(await seen('ledger_leaf', '640324')).toBe(0)
    expect(await seen('ledger_salt', '640324')).toBe(0)
    expect(await seen('ledger_node', '640324')).toBeGreaterThan(0)
    expect(await seen('ledger_leaf', '640221')).toBeGreaterThan(0)
  })
})
