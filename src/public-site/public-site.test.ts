import { readFileSync } from 'node:fs'
import path from 'node:path'
import JSZip from 'jszip'
import pg from 'pg'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { defineUseCase } from '../app/kernel/use-case.ts'
import { stableId } from '../app/disclosure/stable-id.ts'
import { handleFeedback, listFeedback } from '../app/disclosure/feedback.ts'
import { resultsModule } from '../app/results/index.ts'
import { EVALUATED, plantProject, plantRecord, TO_CONFIRMED } from '../app/testing/plant.ts'
import { PUBLIC_ROLE } from '../storage/connection.ts'
import { insertProof } from '../storage/disclosure-repository.ts'
import { migrate, shippedMigrations } from '../storage/migrate.ts'
import { refusalOf, stepsIn } from '../app/testing/steps.ts'
import { type PersonName, useWorld } from '../app/testing/world.ts'
import { excessRights, openPublicDatabase, type PublicDatabase } from './public-database.ts'
import { publicAddressOf } from './public-address.fixture.ts'
import { buildPublicServer } from './public-server.ts'

const world = useWorld('2024-05-20')
const { save, act } = stepsIn(world, resultsModule)
const begin = resultsModule.begins[0] as object
const actNamed = (name: string) =>
  resultsModule.acts.find(({ id }) => id === `results.disclosure.${name}`) as object

const CANARY = '<script>window.x=1</script>"\'&'
let database: PublicDatabase
let server: ReturnType<typeof buildPublicServer>
let id: string

/** A result that is public, with text that is no markup in it; gives its number. */
async function publishOne(): Promise<string> {
  const projectId = await plantProject(world, { grade: 'good' })
  await plantRecord(world, {
    kind: 'evaluation.finance',
    projectId,
    content: { ...EVALUATED, conclusion: CANARY },
    acts: TO_CONFIRMED,
  })
  await plantRecord(world, {
    kind: 'results.task',
    projectId,
    content: { problem: '支出进度偏慢', responsible: '周立新' },
  })
  const { recordId } = await world.as<{ recordId: string }>('finance_performance', begin, { projectId })
  await save('finance_performance', recordId, {
    disclosureTitle: '=1+1 评价结果',
    summary: `项目达到目标。${CANARY}`,
    isSecrecyChecked: true,
    isPersonalDataChecked: true,
    carrier: 'governmentPortal',
    url: 'https://www.example.cn/result',
    disclosedOn: '2024-05-20',
  })
  await act('finance_performance', actNamed('propose'), recordId)
  await act('finance_business', actNamed('check'), recordId, '已核查')
  await act('finance_leader', actNamed('publish'), recordId)
  return stableId(projectId)
}

beforeAll(async () => {
  // As at every start: what belongs to a database and not to its tables is closed then.
  await migrate(world.owner, await shippedMigrations())
  id = await publishOne()
  database = openPublicDatabase(await publicAddressOf(world.database))
  server = buildPublicServer(database, { isDemonstration: false, address: 'https://open.example.cn' })
}, 60_000)
afterAll(async () => {
  await server.close()
  await database.close()
})

const get = (url: string) => server.inject({ method: 'GET', url })

describe('公开站', () => {
  test('every page: strict policy, no script, no cookie, what was typed is text', async () => {
    const pages = ['/', '/data', '/verify', `/p/${id}/v1`, `/p/${id}/v1/plain`, `/p/${id}/v1/feedback`]
    for (const url of pages) {
      const { statusCode, headers, body } = await get(url)
      expect(statusCode, url).toBe(200)
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['set-cookie']).toBeUndefined()
      expect(body, url).not.toMatch(/<script|\son\w+=|style="|javascript:/i)
    }
    for (const end of ['', '/plain'])
      expect((await get(`/p/${id}/v1${end}`)).body).toContain(`https://open.example.cn/p/${id}/v1/feedback`)
    const { body } = await get(`/p/${id}/v1`)
    expect(body).toContain('&lt;script&gt;window.x=1&lt;/script&gt;&quot;&#39;&amp;')
    expect(body).toContain('82.00')
  })

  test('search finds by words and filters, and takes anything for words', async () => {
    const found = async (query: string) => (await get(`/?${query}`)).body.includes(`/p/${id}/v1`)
    expect(await found('q=示范')).toBe(true)
    expect(await found('grade=良&year=2023')).toBe(true)
    expect(await found('grade=差')).toBe(false)
    for (const words of ['%25', '_', "';drop table x;--", '%00', '\\', 'a'.repeat(500)])
      expect((await get(`/?q=${encodeURIComponent(words)}&page=x&year=abc`)).statusCode).toBe(200)
  })

  test('a page beyond the last is the last', async () => {
    for (const page of ['2', '99', '100000']) {
      const { body } = await get(`/?q=示范&page=${page}`)
      expect(body, page).toContain(`/p/${id}/v1`)
      expect(body, page).not.toContain('没有找到')
    }
    expect((await get('/?q=没有这个项目&page=9')).body).toContain('没有找到')
  })

  test('links are stable; what does not exist is not found, and says nothing of why', async () => {
    const { statusCode, headers } = await get(`/p/${id}`)
    expect([statusCode, headers.location]).toEqual([302, `/p/${id}/v1`])
    for (const url of [
      '/p/000000000000',
      `/p/${id}/v2`,
      `/p/${id}/v01`,
      `/p/${id}/compute`,
      '/p/x/v1',
      '/api/me',
      '/..%2f',
    ]) {
      const { statusCode: code, body } = await get(url)
      expect(code, url).toBe(404)
      expect(body).not.toMatch(/postgres|select |\/src\//i)
    }
    expect((await get(`/p/${id}/v1/proof.json`)).statusCode).toBe(404)
  })

  test('the text of a version is the one its digest is of', async () => {
    const { body } = await get(`/p/${id}/v1/package.json`)
    const { rows } = await world.owner.query(
      'select package from disclosure.version where publication_id = $1',
      [id],
    )
    expect(body).toBe(rows[0].package)
  })

  test('an account that can do more is refused, the one of the public is not', async () => {
    expect(await excessRights(database)).toBeUndefined()
    const pool = world.owner as pg.Pool
    expect(await excessRights({ pool, close: async () => undefined })).toContain('权限过大')
    await world.owner.query(
      `do $$ begin execute format('grant temporary on database %I to public', current_database()); end $$`,
    )
    expect(await excessRights(database)).toContain('revoke temporary on database')
    await migrate(world.owner, await shippedMigrations())
    expect(await excessRights(database)).toBeUndefined()
  })
})

describe('开放数据', () => {
  const read = async (url: string) => {
    const { statusCode, body, headers } = await get(url)
    return { statusCode, body, headers }
  }

  test('the package of a place and year is made once for each state of what is public', async () => {
    const place = '/data/640221/2023'
    const query = vi.spyOn(database.pool, 'query')
    const packagesRead = () =>
      query.mock.calls.filter(([text]) => String(text).includes('v.package as text')).length
    const zipped = await server.inject({ method: 'GET', url: place })
    expect(zipped.headers['content-type']).toBe('application/zip')
    const { files } = await JSZip.loadAsync(zipped.rawPayload, { checkCRC32: true })
    expect(Object.keys(files)[0]).toBe('datapackage.json')
    const first = packagesRead()
    const descriptor = JSON.parse((await read(`${place}/datapackage.json`)).body)
    for (const { path } of descriptor.resources)
      expect((await read(`${place}/${path}`)).statusCode, path).toBe(200)
    expect((await read(`${place}/publications.json`)).body).toContain(id)
    expect([first, packagesRead()]).toEqual([1, 1])
    const another = await publishOne()
    expect((await read(`${place}/publications.json`)).body).toContain(another)
    expect(packagesRead()).toBe(2)
    query.mockRestore()
    expect((await read('/data/640221/2099')).statusCode).toBe(404)
    expect((await read(`${place}/../../etc`)).statusCode).toBe(404)
  })

  test('whole packages are counted for each address, apart from pages', async () => {
    const download = async (remoteAddress: string) =>
      (await server.inject({ method: 'GET', url: '/data/640221/2023', remoteAddress })).statusCode
    for (let taken = 0; taken < 20; taken += 1) expect(await download('10.0.1.1')).toBe(200)
    expect(await download('10.0.1.1')).toBe(429)
    expect(await download('10.0.1.2')).toBe(200)
    const page = await server.inject({ method: 'GET', url: '/data', remoteAddress: '10.0.1.1' })
    expect(page.statusCode).toBe(200)
  })
})

describe('公众反馈', () => {
  const send = (words: string, headers: Record<string, string> = {}) =>
    server.inject({
      method: 'POST',
      url: `/p/${id}/v1/feedback`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams({ words }).toString(),
      remoteAddress: headers['x-test-address'] ?? '127.0.0.1',
    })
  type Item = { id: string; said: string; state: string; number: string }
  const listed = async () =>
    (await world.as<{ items: Item[] }>('finance_performance', listFeedback, {})).items

  test('is seen inside, and outside only when it is answered and let out', async () => {
    const sent = await send('培训人数与我了解的不一致，请核实。')
    expect(sent.statusCode).toBe(200)
    const [item] = await listed()
    expect(sent.body).toContain(item?.number)
    expect(item).toMatchObject({ said: '培训人数与我了解的不一致，请核实。', state: 'waiting' })
    const handle = (action: string, text?: string, by: PersonName = 'finance_performance') =>
      world.as(by, handleFeedback, {
        feedbackId: item?.id,
        action,
        ...(text ? { text } : {}),
      })
    expect(await refusalOf(handle('publish'))).toMatchObject({ code: 'ACTION_NOT_AVAILABLE' })
    await handle('answer', '已与台账核对，数字无误。')
    expect((await get(`/p/${id}/v1`)).body).not.toContain('不一致')
    expect(await refusalOf(handle('publish'))).toMatchObject({ code: 'NOT_PERMITTED' })
    expect(await refusalOf(handle('ignore', '重复', 'finance_leader'))).toMatchObject({
      code: 'NOT_PERMITTED',
    })
    await handle('publish', undefined, 'finance_leader')
    expect((await get(`/p/${id}/v1`)).body).toContain('已与台账核对，数字无误。')
    expect(await refusalOf(handle('ignore', '重复'))).toMatchObject({ code: 'ACTION_NOT_AVAILABLE' })
  })

  test('with a telephone number it cannot be let out; another place does not see it', async () => {
    await send('请打13800138000联系我核实情况', { 'x-test-address': '10.0.0.2' })
    const item = (await listed()).find(({ said }) => said.includes('13800138000'))
    const handle = (by: PersonName, action: string, text?: string) =>
      world.as(by, handleFeedback, { feedbackId: item?.id, action, ...(text ? { text } : {}) })
    await handle('finance_performance', 'answer', '已电话核实。')
    expect(await refusalOf(handle('finance_leader', 'publish'))).toMatchObject({ code: 'RULE_VIOLATED' })
    expect(await refusalOf(handle('outsider', 'ignore', '无关'))).toMatchObject({ code: 'NOT_FOUND' })
    await handle('finance_performance', 'ignore', '含个人电话，已当面答复')
    expect((await get(`/p/${id}/v1`)).body).not.toContain('13800138000')
  })

  test.each([
    ['somebody who answers for a task of the project', '已请周立新核实。', '10.0.0.4'],
    ['an official of the place', '已请人员department核实。', '10.0.0.5'],
  ])('an answer that names %s is not let out', async (_who, answer, address) => {
    const words = `请核实报名人数（${address}）`
    await send(words, { 'x-test-address': address })
    const item = (await listed()).find(({ said }) => said === words)
    const handle = (by: PersonName, action: string, text?: string) =>
      world.as(by, handleFeedback, { feedbackId: item?.id, action, ...(text ? { text } : {}) })
    await handle('finance_performance', 'answer', answer)
    expect((await refusalOf(handle('finance_leader', 'publish'))).places).toMatchObject([{ field: 'answer' }])
  })

  test('the database itself lets nobody publish their own answer', async () => {
    const insert = `insert into feedback_handling (jurisdiction_id, id, feedback_id, action, said, person_id, handled_at)
      select jurisdiction_id, gen_random_uuid(), feedback_id, 'publish', '', person_id, now() from feedback_handling
      where action = 'answer' and feedback_id not in (select feedback_id from feedback_handling where action <> 'answer') limit 1`
    await expect(world.owner.query(insert)).rejects.toThrow('答复人本人')
  })

  test('a line end counts once, as it was typed', async () => {
    const lines = (count: number) => Array.from({ length: count }, () => '一').join('\r\n')
    const status = async (words: string) => (await send(words, { 'x-test-address': '10.2.0.1' })).statusCode
    expect([await status(lines(500)), await status(lines(501))]).toEqual([200, 422])
    expect((await listed()).find(({ said }) => said.startsWith('一\n一'))?.said).toHaveLength(999)
  })

  test('too short, from another site, too often', async () => {
    const from = { 'x-test-address': '10.0.0.3' }
    expect((await send('短', from)).statusCode).toBe(422)
    expect((await send('从别的网站提交的内容', { ...from, origin: 'https://evil.example' })).statusCode).toBe(
      403,
    )
    expect((await send('从藏起地址的页面提交的内容', { ...from, origin: 'null' })).statusCode).toBe(403)
    for (let sent = 0; sent < 3; sent += 1)
      expect((await send(`第${sent}条正常的反馈`, from)).statusCode).toBe(200)
    const refused = await send('第四条正常的反馈', from)
    expect(refused.statusCode).toBe(429)
    expect(refused.body).toContain('第四条正常的反馈')
  })
})

describe('公开站的数据库角色', () => {
  let pool: pg.Pool
  beforeAll(async () => {
    const { address } = world.database
    if (!('url' in address)) {
      pool = new pg.Pool({ ...address, user: PUBLIC_ROLE, max: 1 })
      return
    }
    await world.owner.query(`grant ${PUBLIC_ROLE} to current_user`)
    pool = new pg.Pool({ connectionString: address.url, options: `-c role=${PUBLIC_ROLE}`, max: 1 })
  })
  afterAll(() => pool.end())

  const codeOf = async (text: string) =>
    pool.query(text).then(
      () => 'allowed',
      (error: { code?: string }) => error.code ?? 'unknown',
    )

  test('reads nothing but the public room: every table and view of the database is tried', async () => {
    const { rows } = await world.owner.query<{ schema: string; name: string }>(
      `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^(pg_|information_schema)'`,
    )
    const open: string[] = []
    for (const { schema, name } of rows) {
      const code = await codeOf(`select * from "${schema}"."${name}" limit 1`)
      if (code === 'allowed') open.push(`${schema}.${name}`)
      else expect(code, `${schema}.${name}`).toBe('42501')
      for (const write of [
        `delete from "${schema}"."${name}"`,
        `insert into "${schema}"."${name}" default values`,
      ])
        expect(await codeOf(write), write).toBe('42501')
    }
    expect(rows.length).toBeGreaterThan(60)
    expect(open.sort()).toEqual([
      'disclosure.answer',
      'disclosure.proof',
      'disclosure.version',
      'disclosure.withdrawal',
      'disclosure.withdrawal_proof',
    ])
  })

  test('may call no function but the one that takes feedback', async () => {
    const { rows } = await world.owner.query<{
      schema: string
      name: string
      count: number
      returns: string
    }>(
      `select n.nspname as schema, p.proname as name, p.pronargs::int as count, t.typname as returns
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_type t on t.oid = p.prorettype
       where p.prokind in ('f', 'p') and n.nspname !~ '^(pg_|information_schema)'`,
    )
    const callable: string[] = []
    for (const { schema, name, count, returns } of rows) {
      if (returns === 'trigger' || returns === 'event_trigger') continue
      const code = await codeOf(
        `select "${schema}"."${name}"(${Array.from({ length: count }, () => 'null').join(', ')})`,
      )
      if (code !== '42501') callable.push(`${schema}.${name} ${code}`)
    }
    expect(rows.length).toBeGreaterThan(40)
    expect(callable).toEqual(['disclosure.send_feedback JH404'])
  })

  test('becomes nobody else, makes nothing, and writes feedback by its door only', async () => {
    for (const role of ['jiheng_app', 'jiheng', 'postgres'])
      expect(await codeOf(`set role ${role}`)).not.toBe('allowed')
    expect(await codeOf('create table disclosure.mine (a int)')).toBe('42501')
    expect(await codeOf('create table public.mine (a int)')).toBe('42501')
    expect(await codeOf('create temporary table mine (a int)')).toBe('42501')
    for (const call of [
      'lo_create(0)',
      'lo_creat(-1)',
      "lo_from_bytea(0, 'x')",
      "lo_put(1, 0, 'x')",
      'lo_open(1, 131072)',
    ])
      expect(await codeOf(`select ${call}`), call).toBe('42501')
    const published = await publishOne()
    const send = (version: number, words: string) =>
      pool.query('select disclosure.send_feedback($1, $2, $3) as number', [published, version, words])
    const { rows } = await send(1, '培训人数和我了解的不一致，请核实。')
    expect(rows[0].number).toMatch(/^[0-9A-Z]{10}$/)
    await expect(send(9, '没有这一版的反馈')).rejects.toMatchObject({ code: 'JH404' })
    await expect(send(1, '短')).rejects.toMatchObject({ code: 'JH422' })
    for (let sent = 1; sent < 30; sent += 1) await send(1, `第${sent}条反馈内容`)
    await expect(send(1, '第三十一条反馈')).rejects.toMatchObject({ code: 'JH429' })
  })
})

test('a proof is added to what its own place has published, and to nothing else', async () => {
  const add = defineUseCase({
    id: 'test.addProof',
    title: '测试证据包',
    stage: 'shell',
    kind: 'command',
    by: 'everyone',
    input: Type.Object({}),
    run: async ({ db }) => {
      await insertProof(
        db,
        'version',
        { publicationId: id, version: 1, leafIdx: 0 },
        { size: 1, bundle: '{}' },
      )
      return {}
    },
  })
  await expect(world.as('outsider', add, {})).rejects.toThrow('row-level security')
  await world.as('finance_performance', add, {})
  expect((await get(`/p/${id}/v1/proof.json`)).statusCode).toBe(200)
})

test('the site holds no code of the inside', () => {
  const entry = readFileSync(path.join(import.meta.dirname, 'start-public-site.ts'), 'utf8')
  expect(entry).not.toMatch(/from '\.\.\/(app|storage|server)\//)
})
