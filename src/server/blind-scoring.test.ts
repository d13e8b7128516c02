import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Invented, panelIn } from '../app/exante/panel/panel.fixture.ts'
import { inspect } from '../app/inspect/inspect.ts'
import { insertSession } from '../app/session/sign-in.ts'
import type { WorldPerson } from '../app/testing/populate.ts'
import { type PersonName, useWorld } from '../app/testing/world.ts'
import { getRecordKind } from '../domain/record-kinds.ts'
import { type KnownRoute, type Listening, listen } from './testing.ts'
import { textIn } from './unpack.fixture.ts'

const world = useWorld('2022-08-20')
const panel = panelIn(world)

/** What only the author may read: words, and the total the marks come to. */
const SECRET = /密意见|82\.00|[:"]8200[,"}]/
const MARKS = Object.fromEntries([
  ...['NEC-1', 'NEC-2', 'NEC-3', 'NEC-4', 'ECO-1', 'ECO-2'].map((item) => [item, 'good']),
  ...[
    ['TGT-1', 'fair'],
    ['TGT-2', 'poor'],
    ['TGT-3', 'poor'],
  ],
])

const OTHERS: readonly PersonName[] = [
  ...([
    'unit',
    'department',
    'finance_business',
    'finance_performance',
    'finance_leader',
    'province',
  ] as const),
  ...(['congress', 'audit', 'agency', 'outsider', 'system_admin', 'security_admin', 'audit_admin'] as const),
]

let listening: Listening
let author: Invented
let late: Invented
let project: { projectId: string; evaluationId: string }
let sheet = ''
let lateSheet = ''
let readers: { name: string; who: WorldPerson }[] = []

beforeAll(async () => {
  listening = await listen(world.product)
  author = await panel.enrol('作者')
  late = await panel.enrol('后来者')
  project = await panel.submitted()
  const row = (who: Invented, isLead: boolean) => ({
    ...{ person: who.personId, field: 'industry', employer: '示例大学', isConflictDeclared: false, isLead },
  })
  await panel.change(panel.officer(), project.evaluationId, {
    experts: [row(author, true), row(late, false)],
  })
  await panel.act(panel.officer(), 'exante.evaluation', 'open', project.evaluationId)
  sheet = await panel.sheetOf(author, project.evaluationId)
  lateSheet = await panel.sheetOf(late, project.evaluationId)
  await panel.pledge(author, sheet)
  await panel.mark(author, sheet, 'excellent', MARKS)
  const { content } = await panel.see(author, sheet)
  const scores = content['scores'].map((one: object) => ({ ...one, comment: '密意见逐项' }))
  await panel.change(author, sheet, { scores, overallOpinion: '密意见总体' })
  const again = scores.map((one: object) => ({ ...one, comment: '密意见逐项，改过' }))
  await panel.change(author, sheet, { scores: again })
  await panel.handIn(author, sheet)
  readers = [...OTHERS.map((name) => ({ name, who: world.people[name] })), { name: '另一名专家', who: late }]
}, 120_000)
afterAll(() => listening.server.close())

/** Every way a reading address can be asked about this project, its records and the words in them. */
function asksOf({ url, schema }: KnownRoute): string[] {
  const documents = ['exante.evaluation', 'exante.scoreSheet'].flatMap((kind) =>
    getRecordKind(kind).documents.map(({ document }) => document),
  )
  const paths = ['recordId', 'projectId', 'jurisdiction', 'file', 'attachmentId'].reduce(
    (urls, name) =>
      urls.flatMap((one) =>
        one.includes(`:${name}`)
          ? valuesOf(name, documents).map((value) => one.replace(`:${name}`, encodeURIComponent(value)))
          : [one],
      ),
    [url],
  )
  const known = Object.keys(schema.querystring?.properties ?? {})
  const queries = known.flatMap((name) => valuesOf(name, documents).map((value) => ({ [name]: value })))
  const both =
    known.includes('jurisdiction') && known.includes('year') ? [{ jurisdiction: '640221', year: '2023' }] : []
  return paths.flatMap((path) => [
    path,
    ...[...queries, ...both].map(
      (query) => `${path}?${new URLSearchParams(query as Record<string, string>)}`,
    ),
  ])
}

function valuesOf(name: string, documents: readonly string[]): string[] {
  const { projectId, evaluationId } = project
  const values: Readonly<Record<string, string[]>> = {
    recordId: [sheet, lateSheet, evaluationId],
    subjectId: [sheet, evaluationId, projectId],
    projectId: [projectId],
    jurisdiction: ['640221'],
    asOf: ['2022-08-20T02:00:00Z', '2099-01-01T00:00:00Z'],
    year: ['2023'],
    fiscalYear: ['2023'],
    q: ['密意见', '作者', '评分'],
    text: ['密意见', '作者'],
    withPersonal: ['true'],
    file: documents.flatMap((document) => [`${document}.docx`, `${document}.pdf`]),
    attachmentId: [sheet],
  }
  return values[name] ?? []
}

async function answersFor(who: WorldPerson): Promise<{ url: string; status: number; text: string }[]> {
  const session = await insertSession(world.product.db, who.personId, who.postId, '127.0.0.1')
  const urls = listening.routes.filter(({ method }) => method === 'GET').flatMap(asksOf)
  const answers = []
  for (const url of [...new Set(urls)]) {
    const answer = await listening.ask(session, { method: 'GET', url })
    answers.push({ url, status: answer.statusCode, text: await textIn(answer) })
  }
  return answers
}

/** Everything a role may select, row by row as text, under the scope of one post. */
async function rowsFor({ postId }: WorldPerson): Promise<{ table: string; text: string }[]> {
  const client = await world.database.app.connect()
  try {
    await client.query('begin')
    await client.query('select open_scope_of_post($1)', [postId])
    const { rows: tables } = await client.query<{ name: string }>(`select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and has_table_privilege(oid, 'select')
      order by 1`)
    const sources = [...tables.map(({ name }) => name), 'record_as_of(now())', 'score_as_of(now())']
    const found = []
    for (const table of sources) {
      const { rows } = await client.query(`select t::text as text from ${table} t`)
      found.push(...rows.map(({ text }) => ({ table, text: text as string })))
    }
    return found
  } finally {
    await client.query('rollback')
    client.release()
  }
}

describe('while one expert is still out, nobody but the author reads a handed-in sheet', () => {
  test('at no address: pages, lists, search, history, documents, exports, evidence', async () => {
    const leaks: string[] = []
    let asked = 0
    for (const { name, who } of readers) {
      const answers = await answersFor(who)
      asked += answers.length
      for (const { url, status, text } of answers) {
        if (SECRET.test(text)) leaks.push(`${name}: ${url}`)
        if (url.startsWith(`/api/records/${sheet}`) && status < 400) leaks.push(`${name}: ${url} → ${status}`)
      }
    }
    expect(leaks).toEqual([])
    expect(asked).toBeGreaterThan(500)
  }, 120_000)

  test('the author does, at the same addresses', async () => {
    const answers = await answersFor(author)
    expect(answers.filter(({ text }) => SECRET.test(text)).map(({ url }) => url)).toContain(
      `/api/records/${sheet}`,
    )
  })

  test('in no table, present or past, under the scope of anybody else', async () => {
    for (const { name, who } of readers) {
      const rows = await rowsFor(who)
      expect(
        rows.filter(({ text }) => SECRET.test(text)).map(({ table }) => table),
        name,
      ).toEqual([])
    }
    const own = (await rowsFor(author)).filter(({ text }) => SECRET.test(text))
    expect(new Set(own.map(({ table }) => table))).toEqual(
      new Set([
        'record',
        'record_as_of(now())',
        'record_history',
        'score',
        'score_as_of(now())',
        'score_history',
      ]),
    )
  }, 60_000)

  test('nobody writes to it, and nobody opens it from inside the database', async () => {
    for (const { name, who } of readers) {
      const session = await insertSession(world.product.db, who.personId, who.postId, '127.0.0.1')
      const body = { version: 5, content: { overallOpinion: '改' } }
      const put = await listening.ask(session, { method: 'PUT', url: `/api/records/${sheet}`, body })
      expect([403, 404], name).toContain(put.statusCode)
      const client = await world.database.app.connect()
      await client.query('begin')
      await client.query('select open_scope_of_post($1)', [who.postId])
      const changed = await client.query('update record set private_to = null where id = $1', [sheet])
      expect(changed.rowCount, name).toBe(0)
      await expect(
        client.query('select open_panel_sheets($1)', [project.evaluationId]),
        name,
      ).rejects.toThrow('评分还没有结束')
      await client.query('rollback')
      client.release()
    }
  })

  test('the organiser sees who has handed in, and not what', async () => {
    const session = await insertSession(
      ...([world.product.db, panel.officer().personId, panel.officer().postId, '127.0.0.1'] as const),
    )
    const answer = await listening.ask(session, {
      method: 'GET',
      url: `/api/exante/panel?recordId=${project.evaluationId}`,
    })
    expect(answer.json().members).toMatchObject([
      { name: '作者', state: 'submitted', isLead: true },
      { name: '后来者', state: 'draft', isLead: false },
    ])
    expect(answer.body).not.toMatch(SECRET)
    const closing = panel.act(panel.officer(), 'exante.evaluation', 'closeScoring', project.evaluationId)
    await expect(closing).rejects.toMatchObject({ message: expect.stringContaining('后来者') })
  })

  test('the inspection of the installation prints none of it', async () => {
    const lines = await inspect(world.owner, world.product.services.files, world.product.services.ledger.keys)
    expect(JSON.stringify(lines)).not.toMatch(SECRET)
    expect(lines.filter(({ count }) => count > 0)).toEqual([])
  })
})

test('once all have handed in and scoring is closed the organiser reads it; earlier versions stay shut', async () => {
  await panel.pledge(late, lateSheet)
  await panel.mark(late, lateSheet, 'good')
  await panel.handIn(late, lateSheet)
  const officer = readers.filter(({ name }) => name === 'finance_performance')
  for (const { who } of officer)
    expect((await answersFor(who)).filter(({ text }) => SECRET.test(text))).toEqual([])
  await panel.act(panel.officer(), 'exante.evaluation', 'closeScoring', project.evaluationId)
  const seen = async (who: WorldPerson) =>
    (await answersFor(who)).filter(({ text }) => SECRET.test(text)).map(({ url }) => url)
  const urls = await seen(panel.officer())
  expect(urls).toContain(`/api/records/${sheet}`)
  expect(urls).toContain(`/api/records/${project.evaluationId}/documents/expert-opinions.docx`)
  expect(await seen(late)).not.toContain(`/api/records/${sheet}`)
  const past = (await rowsFor(panel.officer())).filter(
    ({ table, text }) => table === 'record_history' && SECRET.test(text),
  )
  expect(past).toEqual([])
}, 60_000)
