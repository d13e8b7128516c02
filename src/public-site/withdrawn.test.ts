import JSZip from 'jszip'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handleFeedback, listFeedback } from '../app/disclosure/feedback.ts'
import { stableId } from '../app/disclosure/stable-id.ts'
import {
  decideWithdrawal,
  listPublications,
  proposeWithdrawal,
  viewPublication,
} from '../app/disclosure/withdrawal/index.ts'
import { inspect } from '../app/inspect/inspect.ts'
import { keepLedgers } from '../app/ledger/keep-ledgers.ts'
import { resultsModule } from '../app/results/index.ts'
import { EVALUATED, plantProject, plantRecord, TO_CONFIRMED } from '../app/testing/plant.ts'
import { refusalOf, stepsIn } from '../app/testing/steps.ts'
import { type PersonName, useWorld } from '../app/testing/world.ts'
import { parseBundle } from '../domain/ledger/bundle.ts'
import { migrate, shippedMigrations } from '../storage/migrate.ts'
import { openPublicDatabase, type PublicDatabase } from './public-database.ts'
import { publicAddressOf } from './public-address.fixture.ts'
import { buildPublicServer } from './public-server.ts'

const world = useWorld('2024-05-20')
const { save, act } = stepsIn(world, resultsModule)
const begin = resultsModule.begins[0] as object
const actNamed = (name: string) =>
  resultsModule.acts.find(({ id }) => id === `results.disclosure.${name}`) as object

/** Words that stand nowhere but in what has to go. */
const CANARY = '户主低保明细七三九'
let database: PublicDatabase
let server: ReturnType<typeof buildPublicServer>
let projectId: string
let id: string

async function publish(summary: string, more: object = {}): Promise<void> {
  const { recordId } = await world.as<{ recordId: string }>('finance_performance', begin, { projectId })
  await save('finance_performance', recordId, {
    ...{ disclosureTitle: '评价结果', summary, isSecrecyChecked: true, isPersonalDataChecked: true },
    ...{ carrier: 'governmentPortal', url: 'https://www.example.cn/result', disclosedOn: '2024-05-20' },
    ...more,
  })
  await act('finance_performance', actNamed('propose'), recordId)
  await act('finance_business', actNamed('check'), recordId, '已核查')
  await act('finance_leader', actNamed('publish'), recordId)
}

beforeAll(async () => {
  await migrate(world.owner, await shippedMigrations())
  projectId = await plantProject(world, { grade: 'good' })
  id = stableId(projectId)
  await plantRecord(world, {
    ...{ kind: 'evaluation.finance', projectId, content: EVALUATED, acts: TO_CONFIRMED },
  })
  await publish('项目达到预期目标。')
  await publish(`项目达到目标。${CANARY}`, { correctionReason: `补充${CANARY}` })
  database = openPublicDatabase(await publicAddressOf(world.database))
  server = buildPublicServer(database, { isDemonstration: false, address: 'https://open.example.cn' })
}, 60_000)
afterAll(async () => {
  await server.close()
  await database.close()
})

const get = (url: string) => server.inject({ method: 'GET', url })
const tells = (body: string) => body.includes(CANARY)
const proposal = (more: object = {}) => ({
  ...{ publicationId: id, versions: [2], kind: 'personal', reason: '含低保户个人信息' },
  ...{ said: '含有不应公开的个人信息，已经撤下。', isNameTold: false },
  ...more,
})
const propose = (by: PersonName, more: object = {}) =>
  world.as<{ proposalId: string }>(by, proposeWithdrawal, proposal(more))
const decide = (by: PersonName, proposalId: string, action = 'approve', opinion?: string) =>
  world.as(by, decideWithdrawal, { proposalId, action, ...(opinion ? { opinion } : {}) })
type List = {
  versions: { version: number; withdrawnOn: string | null }[]
  proposals: { id: string; action: string | null }[]
}
const listed = (by: PersonName) => world.as<List>(by, listPublications, {})
/** The planted project never walked to the state its record is in; the inspection may say no more than that. */
const faults = async () =>
  (await inspect(world.owner, world.product.services.files))
    .flatMap(({ id: rule, examples }) => examples.map((text) => `${rule} ${text}`))
    .filter((text) => !text.includes(' 的 status 列'))

/** Whether somebody's work on the publication waits for another's, which ends only then. */
async function waitsForAnother(work: () => Promise<unknown>): Promise<boolean> {
  const other = await world.owner.connect()
  try {
    await other.query(`begin; select pg_advisory_xact_lock(hashtextextended('publication/${id}', 0))`)
    let isDone = false
    const done = work().finally(() => {
      isDone = true
    })
    done.catch(() => undefined)
    const waiting = `select from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`
    while (!isDone && (await world.owner.query(waiting)).rows.length === 0);
    const hasWaited = !isDone
    await other.query('commit')
    await done
    return hasWaited
  } finally {
    other.release()
  }
}

describe('撤下公开', () => {
  test('is asked for by the performance section, in words that tell nothing again', async () => {
    for (const by of [
      'unit',
      'department',
      'finance_business',
      'finance_leader',
      'province',
      'audit',
    ] as const)
      expect(await refusalOf(propose(by)), by).toMatchObject({ code: 'NOT_PERMITTED' })
    expect(await refusalOf(propose('outsider'))).toMatchObject({ code: 'NOT_FOUND' })
    for (const wrong of [{ reason: ' ' }, { said: '' }])
      expect(await refusalOf(propose('finance_performance', wrong))).toMatchObject({ code: 'INVALID_INPUT' })
    for (const said of ['误写电话13800138000，已经撤下。', '误写人员department，已经撤下。'])
      expect(await refusalOf(propose('finance_performance', { said }))).toMatchObject({
        code: 'RULE_VIOLATED',
      })
    const { rows } = await world.owner.query('select name from project where id = $1', [projectId])
    expect(
      await refusalOf(propose('finance_performance', { said: `${rows[0].name}已经撤下。` })),
    ).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await refusalOf(propose('finance_performance', { versions: [9] }))).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('a leader who does not agree says why, and everything stays', async () => {
    const { proposalId } = await propose('finance_performance')
    expect(await refusalOf(propose('finance_performance'))).toMatchObject({ code: 'ACTION_NOT_AVAILABLE' })
    expect(await refusalOf(decide('finance_leader', proposalId, 'refuse'))).toMatchObject({
      code: 'INVALID_INPUT',
    })
    await decide('finance_leader', proposalId, 'refuse', '数字属实，不必撤下')
    expect(tells((await get(`/p/${id}/v2`)).body)).toBe(true)
    expect(await refusalOf(decide('finance_leader', proposalId))).toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
    })
  })

  test('whoever asked does not decide: not by the product, not by the database', async () => {
    const { proposalId } = await propose('finance_performance')
    for (const by of ['finance_performance', 'finance_business', 'unit', 'province'] as const)
      expect(await refusalOf(decide(by, proposalId)), by).toMatchObject({ code: 'NOT_PERMITTED' })
    const asProposer = `insert into withdrawal_decision (jurisdiction_id, id, proposal_id, action, said, person_id, decided_at)
      select jurisdiction_id, gen_random_uuid(), id, 'approve', '', person_id, now() from withdrawal_proposal where id = $1`
    await expect(world.owner.query(asProposer, [proposalId])).rejects.toThrow('提出人本人')
    const past = `insert into disclosure.withdrawal select publication_id, version, jurisdiction_id, place_name, fiscal_year,
      project_name, occasion, published_on, current_date, '撤下', sha256, sm3, leaf_idx, 0 from disclosure.version where publication_id = $1`
    await expect(world.owner.query(past, [id])).rejects.toThrow('须经批准')
  })

  test('with the approval the content is gone, a tombstone stands in its place, and the ledger says so', async () => {
    const before = await get('/data/640221/2023/publications.json')
    expect(tells(before.body)).toBe(true)
    const send = () =>
      server.inject({
        method: 'POST',
        url: `/p/${id}/v2/feedback`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ words: '这一版写了邻居家的情况。' }).toString(),
      })
    expect((await send()).statusCode).toBe(200)
    await keepLedgers(world.owner, world.product.services)
    expect((await get(`/p/${id}/v2/proof.json`)).statusCode).toBe(200)
    const open = (await listed('finance_leader')).proposals.find(({ action }) => action === null)
    await decide('finance_leader', open?.id ?? '')

    const gone = [
      '',
      '/plain',
      '/compute',
      '/feedback',
      '/package.json',
      '/data',
      '/data/projects.csv',
      '/proof.json',
    ]
    for (const end of gone) {
      const { statusCode, body } = await get(`/p/${id}/v2${end}`)
      expect(statusCode, end).toBe(410)
      expect(body, end).toContain('含有不应公开的个人信息，已经撤下。')
      expect(tells(body), end).toBe(false)
    }
    expect((await send()).statusCode).toBe(410)
    expect((await get(`/?q=${encodeURIComponent(CANARY)}`)).body).toContain('没有找到')
    expect((await get(`/p/${id}`)).headers.location).toBe(`/p/${id}/v1`)
    const first = (await get(`/p/${id}/v1`)).body
    expect(first).toContain('第2版</a>（2024-05-20已撤下）')
    expect(first).toContain('本版之后的第2版已经撤下')
    for (const url of ['/', '/data', `/p/${id}/v1`]) expect(tells((await get(url)).body), url).toBe(false)
  })

  test('packages that were made before are made anew', async () => {
    const zipped = await server.inject({ method: 'GET', url: '/data/640221/2023' })
    const { files } = await JSZip.loadAsync(zipped.rawPayload, { checkCRC32: true })
    for (const [path, file] of Object.entries(files))
      expect(tells(await file.async('string')), path).toBe(false)
    expect((await get('/data/640221/2023/publications.json')).body).toContain(id)
  })

  test('the role of the public reads nothing of it in any table, view or function', async () => {
    const { address } = world.database
    const pool =
      'url' in address
        ? new pg.Pool({ connectionString: address.url, options: '-c role=jiheng_public', max: 1 })
        : new pg.Pool({ ...address, user: 'jiheng_public', max: 1 })
    const { rows } = await world.owner.query<{ schema: string; name: string }>(
      `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm', 'f') 
         and (n.nspname !~ '^(pg_|information_schema)' or c.relname in ('pg_stats', 'pg_stats_ext', 'pg_stat_activity'))`,
    )
    let read = 0
    for (const { schema, name } of rows) {
      const found = await pool
        .query<{ found: boolean }>(
          `select coalesce(bool_or(to_jsonb(t)::text like '%${CANARY.slice(0, 4)}' || '${CANARY.slice(4)}%'), false) as found
           from "${schema}"."${name}" t`,
        )
        .catch(() => undefined)
      if (found) read += 1
      expect(found?.rows[0]?.found ?? false, `${schema}.${name}`).toBe(false)
    }
    expect(read).toBeGreaterThan(5)
    const count = 'select count(*)::int as n from disclosure.version where publication_id = $1'
    expect((await pool.query(count, [id])).rows).toEqual([{ n: 1 }])
    expect((await world.owner.query(count, [id])).rows).toEqual([{ n: 2 }])
    await expect(
      pool.query('select disclosure.send_feedback($1, 2, $2)', [id, '撤下以后还想反馈']),
    ).rejects.toMatchObject({ code: 'JH410' })
    await pool.end()
  })

  test('inside it is still there for the place, and for nobody else; an answer about it is not let out', async () => {
    const look = (by: PersonName) =>
      world.as<{ texts: { text: string }[] }>(by, viewPublication, { publicationId: id, version: 2 })
    expect((await look('finance_leader')).texts.map(({ text }) => text).join()).toContain(CANARY)
    expect(await refusalOf(look('outsider'))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusalOf(look('unit'))).toMatchObject({ code: 'NOT_PERMITTED' })
    expect((await listed('finance_performance')).versions.map(({ withdrawnOn }) => withdrawnOn)).toEqual([
      '2024-05-20',
      null,
    ])
    expect((await listed('outsider')).versions).toEqual([])
    const { items } = await world.as<{ items: { id: string }[] }>('finance_performance', listFeedback, {})
    const handle = (by: PersonName, action: string, text?: string) =>
      world.as(by, handleFeedback, { feedbackId: items[0]?.id, action, ...(text ? { text } : {}) })
    await handle('finance_performance', 'answer', '已经撤下，谢谢。')
    expect(await refusalOf(handle('finance_leader', 'publish'))).toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
    })
  })

  test('digest and leaf of the withdrawal say number, version, digests and day, and are proved', async () => {
    await keepLedgers(world.owner, world.product.services)
    const { statusCode, body } = await get(`/p/${id}/v2/withdrawal.json`)
    expect(statusCode).toBe(200)
    const [record] = parseBundle(body)?.records ?? []
    const { rows } = await world.owner.query(
      'select sha256, sm3 from disclosure.version where publication_id = $1 and version = 2',
      [id],
    )
    const leaf = JSON.parse(record?.canon ?? '{}')
    expect(leaf).toMatchObject({ type: 'disclosure.withdrawn', withdrawn: { id, version: 2, ...rows[0] } })
    expect(Object.keys(leaf).sort()).toEqual([
      'canon',
      'jurisdiction',
      'schema',
      'sealedAt',
      'type',
      'withdrawn',
    ])
    expect((await get(`/p/${id}/v2`)).body).toContain(rows[0].sha256)
    expect((await get(`/p/${id}/v2/proof.json`)).statusCode).toBe(410)
    expect(await faults()).toEqual([])
  })

  test('a corrected version follows, says why, and carries nothing of what was withdrawn', async () => {
    const again = () =>
      publish('项目达到目标，已删去个人信息。', { correctionReason: '删去不应公开的个人信息' })
    expect(await waitsForAnother(again)).toBe(true)
    const { statusCode, body } = await get(`/p/${id}/v3`)
    expect(statusCode).toBe(200)
    expect(body).toContain('删去不应公开的个人信息')
    expect(tells(body)).toBe(false)
    expect(tells((await get('/data/640221/2023/publications.json')).body)).toBe(false)
    expect((await get('/')).body).toContain(`/p/${id}/v3`)
  })

  test('where the name may stay, it and the first proof are told; with nothing left the list forgets it', async () => {
    const { proposalId } = await propose('finance_performance', {
      ...{ versions: [1, 3], kind: 'wrong', said: '数据有错误，已经撤下。', isNameTold: true },
    })
    await keepLedgers(world.owner, world.product.services)
    expect(await waitsForAnother(() => decide('finance_leader', proposalId))).toBe(true)
    const { rows } = await world.owner.query('select name from project where id = $1', [projectId])
    const tombstone = await get(`/p/${id}/v3`)
    expect([tombstone.statusCode, tombstone.body.includes(rows[0].name)]).toEqual([410, true])
    expect((await get(`/p/${id}/v3/proof.json`)).statusCode).toBe(200)
    expect((await get(`/p/${id}`)).headers.location).toBe(`/p/${id}/v3`)
    expect((await get('/')).body).not.toContain(id)
    expect((await get('/data/640221/2023')).statusCode).toBe(404)
    expect(await faults()).toEqual([])
  })

  test('the inspection finds who withdrew past the product, and who brought something back', async () => {
    const past = async (...statements: (readonly [text: string, values?: unknown[]])[]) => {
      const tables = ['disclosure.withdrawal', 'withdrawal_decision']
      for (const table of tables) await world.owner.query(`alter table ${table} disable trigger user`)
      for (const [text, values] of statements) await world.owner.query(text, values)
      for (const table of tables) await world.owner.query(`alter table ${table} enable trigger user`)
      return (await faults()).join()
    }
    const [row] = (await world.owner.query('select * from disclosure.withdrawal where version = 3')).rows
    const back = await past(['delete from disclosure.withdrawal where version = 3'])
    expect(back).toMatch(/I21 [^,]*第3版没有撤下/)
    expect(back).toMatch(/I21 [^,]*号撤下公开没有撤下说明/)
    const columns = Object.keys(row)
    const marks = columns.map((_name, at) => `$${at + 1}`).join(', ')
    const forged = columns.map((name) => (name === 'leaf_idx' ? 0 : row[name]))
    const found = await past(
      [`insert into disclosure.withdrawal (${columns.join(', ')}) values (${marks})`, forged],
      ["delete from withdrawal_decision where action = 'approve'"],
      ['drop policy not_withdrawn on disclosure.answer'],
    )
    for (const said of [/第3版没有登入契约账/, /第2版没有另一人的批准/, /disclosure\.answer 没有挡住/])
      expect(found).toMatch(said)
  })
})
