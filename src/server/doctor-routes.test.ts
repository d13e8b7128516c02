import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { SignedIn } from '../app/session/sign-in.ts'
import { examineTable, type ReadResult, readTableJson } from '../domain/doctor/index.ts'
import { readKnownValues } from '../domain/rules/known-values.ts'
import { type Caller, multipart, useServer } from './testing.ts'

const served = useServer()
const CASE = 'sc-zhongjiang-shuibiaochi-2022'
const JSON_BYTES = readFileSync(`tests/doctor/cases/${CASE}.json`)
const TABLE = readTableJson(JSON.parse(JSON_BYTES.toString()))
const ADDRESSES = ['/api/doctor/tables', '/api/doctor/workbook']

const temporary = mkdtempSync(path.join(tmpdir(), 'jiheng-doctor-routes-'))
const usual = process.env['TMPDIR']
let unit: SignedIn
let xlsx: Uint8Array
beforeAll(async () => {
  unit = await served().signIn(served().here.people.unit)
  xlsx = await makeWorkbook()
  process.env['TMPDIR'] = temporary
})
afterAll(() => {
  if (usual === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = usual
  rmSync(temporary, { recursive: true })
})
// The folder goes when the answer is out: a moment later on a busy machine.
afterEach(() =>
  vi.waitFor(() => expect(readdirSync(temporary), 'a file was kept').toEqual([]), { timeout: 5_000 }),
)

/** The case as an office would keep it: one sheet, a header line, a row per indicator. */
async function makeWorkbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('自评表')
  sheet.addRow(['项目支出绩效自评表（2023年度）'])
  sheet.addRow(['一级指标', '二级指标', '三级指标', '指标值', '实际完成值', '分值', '得分', '偏差原因'])
  for (const { level1, level2, name, target, actual, weight, score, reason } of TABLE.indicators)
    sheet.addRow([level1, level2, name, target, actual, weight, score, reason])
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function send(caller: Caller, url: string, fileName: string, value: Uint8Array, headers: object = {}) {
  const form = multipart([{ name: 'file', value, fileName }])
  return served().ask(caller, {
    method: 'POST',
    url,
    body: form.body,
    headers: { ...form.headers, ...headers },
  })
}

describe('a table is read', () => {
  test('JSON: the cells exactly as the reader of the domain gives them', async () => {
    const answer = await send(unit, '/api/doctor/tables', `${CASE}.json`, JSON_BYTES)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify({ tables: [TABLE], notes: [] })))
  })

  test('.xlsx: every indicator with its printed cells', async () => {
    const answer = await send(unit, '/api/doctor/tables', '自评表.xlsx', xlsx)
    expect(answer.statusCode).toBe(200)
    const { tables } = answer.json<ReadResult>()
    const cells = (rows: typeof TABLE.indicators) => rows.map(({ name, target }) => [name, target ?? ''])
    expect(tables.map(({ indicators }) => cells(indicators))).toEqual([cells(TABLE.indicators)])
  })

  test('marked: the workbook comes back with a note on each finding', async () => {
    const answer = await send(unit, '/api/doctor/workbook', '自评表.xlsx', xlsx)
    expect(answer.statusCode).toBe(200)
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain('自评表-体检.xlsx')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(new Uint8Array(answer.rawPayload).buffer)
    expect(book.worksheets.map(({ name }) => name)).toContain('自评表')
    expect(book.getWorksheet('体检结果')?.rowCount).toBeGreaterThan(1)
  })
})

describe.each(ADDRESSES)('POST %s refuses', (url) => {
  test('whoever is not signed in', async () => {
    expect((await send(undefined, url, 'a.json', JSON_BYTES)).statusCode).toBe(401)
  })

  test('a page without the session’s token', async () => {
    const answers = await Promise.all(
      [undefined, 'x'.repeat(32)].map((token) =>
        send(unit, url, 'a.json', JSON_BYTES, { 'x-csrf-token': token }),
      ),
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403])
  })

  test.each([
    ['no file', () => served().ask(unit, { method: 'POST', url, body: '{}' })],
    ['a form without one', () => sendForm(url, multipart([{ name: 'a', value: 'b' }]))],
    ['a broken archive', () => send(unit, url, 'a.xlsx', xlsx.slice(0, 900))],
    ['another kind', () => send(unit, url, 'a.exe', Buffer.from('MZ\u0090\u0000'))],
    ['a name that lies', () => send(unit, url, 'a.xlsx', JSON_BYTES)],
    ['half a JSON', () => send(unit, url, 'a.json', JSON_BYTES.subarray(0, 300))],
    ['an empty file', () => send(unit, url, 'a.json', Buffer.alloc(0))],
  ])('%s, in Chinese', async (_what, ask) => {
    const answer = await ask()
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.json<{ message: string }>().message).toMatch(/^[^a-z]*\p{Script=Han}.*。$/u)
  })
})

function sendForm(url: string, { body, headers }: ReturnType<typeof multipart>) {
  return served().ask(unit, { method: 'POST', url, body, headers })
}

describe('GET /api/rules/values', () => {
  const values = (query: string) => served().ask(unit, { method: 'GET', url: `/api/rules/values${query}` })

  test('what the browser examines with gives what the server’s own rules give', async () => {
    const answer = await values('?jurisdiction=640000&date=2023-12-31')
    const known = readKnownValues(answer.json<{ values: Parameters<typeof readKnownValues>[0] }>().values)
    const { rules } = served().product.services
    const own = rules.at({ jurisdiction: '640000', date: '2023-12-31' })
    expect(examineTable(TABLE, known)).toEqual(examineTable(TABLE, own))
  })

  test.each([
    ['nothing', ''],
    ['no day', '?jurisdiction=640000'],
    ['a day that is none', '?jurisdiction=640000&date=2023-02-31'],
    ['a day in words', `?jurisdiction=640000&date=${encodeURIComponent('今天')}`],
    ['a path as place', '?jurisdiction=..%2F..&date=2023-12-31'],
    ['more than asked', '?jurisdiction=640000&date=2023-12-31&a=1'],
  ])('%s is refused', async (_what, query) => {
    expect([400, 404, 422]).toContain((await values(query)).statusCode)
  })
})
