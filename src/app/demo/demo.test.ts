import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { openFileStore } from '../../storage/file-store.ts'
import { useTestDatabase } from '../../storage/testing.ts'
import { inspect } from '../inspect/inspect.ts'
import { openProduct, type Product } from '../product.ts'
import { printDocument } from '../use-cases.ts'
import { buildDemo } from './build-demo.ts'
import { demoClock, demoState, emptyDemo, listAccounts, makePassword, renewPassword } from './demo-state.ts'
import { readDemo } from './read-demo.ts'
import { signIn } from '../session/sign-in.ts'

const database = useTestDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-demo-'))
const storage = { database, files: openFileStore(folder) }
const password = makePassword()
const { calendar, places, stories } = readDemo()
let product: Product

beforeAll(async () => {
  expect(await demoState(storage)).toBe('empty')
  await buildDemo(storage, { password })
  product = await openProduct(storage, { clock: await demoClock(storage) })
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Row = Record<string, string>
async function query(sql: string, ...values: string[]): Promise<Row[]> {
  return (await database.owner.query<Row>(sql, values)).rows
}

describe('what was built', () => {
  test('every city and county has its finance bureau with three people, and every body is marked', async () => {
    const bureaus = await query(
      `select o.jurisdiction_id from organisation o join post on post.organisation_id = o.id
       where o.kind = 'finance' group by 1 having count(*) = 3`,
    )
    expect(bureaus).toHaveLength(27)
    expect(await query(`select name from organisation where name not like '%' || $1`, places.mark)).toEqual(
      [],
    )
    const people = await query('select name from person')
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length)
  })

  /** Where a project that has taken this step last stands. */
  const REACHED: Record<string, [kind: string, state: string]> = {
    enterProject: ['project.budgetLine', 'draft'],
    endorseSelection: ['pilot.selection', 'endorsed'],
    confirmSelection: ['exante.evaluation', 'draft'],
    submitMaterials: ['exante.evaluation', 'submitted'],
    scoreAsFirstExpert: ['exante.evaluation', 'scoring'],
    declareTarget: ['targets.sheet', 'declared'],
    returnTarget: ['targets.sheet', 'draft'],
    recheckTarget: ['targets.sheet', 'rechecked'],
    arrangeBudget: ['project.budgetLine', 'arranged'],
    publishAdjustment: ['targets.adjustment', 'approved'],
    confirmSelf: ['evaluation.self', 'confirmed'],
    evaluateItself: ['evaluation.self', 'submitted'],
    assignAgency: ['evaluation.finance', 'assigned'],
    consultUnit: ['evaluation.finance', 'consulting'],
    planTasks: ['results.task', 'planned'],
    closeEvaluation: ['evaluation.finance', 'closed'],
    acceptPilot: ['pilot.integratedReport', 'approved'],
  }

  test.each(stories.map((story) => [story.key, story] as const))(
    '%s stands where its story ends',
    async (_key, story) => {
      const [kind, state] = REACHED[story.goesTo]!
      const rows = await query(
        `select distinct r.state from record r join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id
       where p.jurisdiction_id = $1 and p.code = $2 and r.kind = $3`,
        story.jurisdiction,
        String(story.entry['code']),
        kind,
      )
      expect(rows).toEqual([{ state }])
    },
  )

  test('projects in different stages in at least eight places, a red light among them', async () => {
    const projects = await query('select jurisdiction_id, status, light from project')
    expect(new Set(projects.map((project) => project['jurisdiction_id'])).size).toBeGreaterThanOrEqual(8)
    expect(new Set(projects.map(({ status }) => status))).toEqual(
      new Set(['entered', 'selected', 'exante', 'targets', 'monitoring', 'evaluation', 'results', 'closed']),
    )
    expect(projects.map(({ light }) => light)).toContain('red')
  })

  test('the pilot of the main place is accepted, with nothing missing', async () => {
    const [acceptance] = await query(
      `select state, content->>'verdict' as verdict, jsonb_array_length(content->'completeness') as lines,
         jsonb_path_exists(content, '$.completeness[*] ? (@.isPresent == false)') as lacks
       from record where kind = 'pilot.acceptance' and jurisdiction_id = $1`,
      places.main,
    )
    expect(acceptance).toMatchObject({ state: 'accepted', verdict: 'passed', lacks: false })
    expect(Number(acceptance?.['lines'])).toBeGreaterThan(20)
  })

  test('a blueprint is published, and a county that adopted it works by it', async () => {
    const kept = await query(
      `select (select count(*)::integer from blueprint_pack) as packs, jurisdiction_id, parameter, effective_from
       from place_parameter order by parameter`,
    )
    expect(kept).toEqual([
      {
        packs: 1,
        jurisdiction_id: '640323',
        parameter: 'monitoring.light_thresholds',
        effective_from: '2024-07-01',
      },
    ])
    const [pack] = await query('select body from blueprint_pack')
    const { cases } = JSON.parse(String(pack?.['body'])).parts
    expect(cases.flatMap(({ stages }: { stages: unknown[] }) => stages)).toHaveLength(5)
    for (const original of ['固原', '陆望舒', '六盘护工', '12166', '3163.16', '2023', 'http'])
      expect(JSON.stringify(cases)).not.toContain(original)
  })

  test('acts are done on the days of the calendar', async () => {
    const [days] = await query('select min(acted_at)::date as first, max(acted_at)::date as last from act')
    expect(days).toEqual({ first: '2021-10-12', last: '2024-06-28' })
    expect(String(days?.['last']) <= calendar.today).toBe(true)
  })

  test('every invariant holds', async () => {
    const lines = await inspect(database.owner, storage.files)
    expect(lines.filter(({ count }) => count > 0)).toEqual([])
    expect(await query('select sha256 from attachment')).not.toEqual([])
  })
})

test('every document of the accepted project prints in Word and PDF', async () => {
  const [reader] = await query(
    `select post.id from post join account using (person_id) where username = 'finance.performance'`,
  )
  const records = await query(
    `select r.id, r.kind from record r left join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id
     where r.jurisdiction_id = $1 and (p.code is null or p.code = $2)`,
    places.main,
    String(stories.find(({ goesTo }) => goesTo === 'acceptPilot')?.entry['code']),
  )
  const printed = new Set<string>()
  for (const { id: recordId, kind } of records) {
    for (const { document } of getRecordKind(kind ?? '').documents) {
      for (const [format, magic] of [
        ['docx', 'PK'],
        ['pdf', '%PDF'],
      ] as const) {
        const call = { credentials: { postId: reader?.['id'] ?? '' } }
        const answer = await product.run(printDocument as never, { recordId, document, format }, call)
        const bytes = Buffer.from(JSON.parse(answer.body).bytes_base64, 'base64')
        expect(bytes.subarray(0, magic.length).toString(), `${document}.${format}`).toBe(magic)
      }
      printed.add(document)
    }
  }
  expect(printed.size).toBe(25)
}, 300_000)

describe('who gets in', () => {
  const attempt = (username: string, secret = password) =>
    signIn(product.db, product.services, {
      username,
      password: secret,
      address: '测试',
      requestId: 'demo-test',
    })

  test('one account per role, and one of another county; nobody else', async () => {
    const accounts = await listAccounts(database.query)
    expect(accounts.map(({ username }) => username).toSorted()).toEqual(
      [
        ...[
          'unit',
          'department',
          'finance.business',
          'finance.performance',
          'finance.leader',
          'expert1',
          'expert2',
        ],
        ...[
          'agency',
          'province1',
          'province2',
          'congress',
          'audit',
          'sysadmin',
          'secadmin',
          'auditadmin',
          'outsider',
        ],
      ].toSorted(),
    )
    for (const { username } of accounts) expect((await attempt(username)).token).toBeTruthy()
  })

  test('a new password replaces the old one', async () => {
    const next = makePassword()
    await renewPassword(storage, next)
    expect((await attempt('unit', next)).token).toBeTruthy()
    await expect(attempt('unit')).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' })
  })
})

test('the demonstration goes on from its last day', () => {
  expect(product.services.isDemo).toBe(true)
  expect(product.services.clock().toISOString().slice(0, 10)).toBe(calendar.today)
})

describe('what it may touch', () => {
  const other = useTestDatabase()
  const installed = async (isDemo: boolean) => {
    await other.owner.query('delete from installation')
    await other.query.insertInto('installation').values({ is_demo: isDemo }).execute()
    return { database: other, files: storage.files }
  }

  test('real data are never removed', async () => {
    const real = await installed(false)
    expect(await demoState(real)).toBe('other')
    await expect(emptyDemo(real)).rejects.toThrow('not a demonstration')
    expect(await demoState(real)).toBe('other')
  })

  test('an interrupted build is seen as such', async () => {
    expect(await demoState(await installed(true))).toBe('unfinished')
  })

  test('a demonstration is emptied to the last row', async () => {
    expect(await demoState(storage)).toBe('finished')
    await emptyDemo(storage)
    expect(await demoState(storage)).toBe('empty')
    expect(await query('select 1 as found from project')).toEqual([])
  })
})
