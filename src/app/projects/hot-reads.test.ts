import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { ROLES, type Role } from '../../domain/org/roles.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { hashToken } from '../session/sign-in.ts'
import { COUNTY_PEOPLE, useTwins } from '../testing/twins.ts'
import { makePageCache, type PageCache } from './page-cache.ts'
import { type Dice, type Someone, type Stage, signIn, WRITES } from './random-writes.fixture.ts'
import { type HotReads, listProjects, viewProject } from './read-projects.ts'

const grown = useTwins()
let stage: Stage
let keeping: HotReads
let anew: HotReads
const seen = { known: 0, made: 0 }

beforeAll(async () => {
  const twins = await grown()
  const { here, there, people: others } = twins
  const people = [
    ...COUNTY_PEOPLE.map((name) => ({ ...here.people[name], name: `here ${name}`, role: roleOf(name) })),
    ...NEXT_DOOR.map((name) => ({ ...there.people[name], name: `there ${name}`, role: roleOf(name) })),
    ...(['province', 'expert2', 'system_admin'] as const).map((name) => ({
      ...others[name],
      name,
      role: roleOf(name),
    })),
  ]
  stage = { twins, people, sessions: new Map() }
  for (const someone of people) await signIn(stage, someone)
  const { hot } = twins.database
  keeping = { hot, pages: counted(makePageCache(8_000_000)) }
  anew = { hot, pages: makePageCache(0) }
}, 120_000)

const NEXT_DOOR = ['unit', 'finance_performance', 'agency'] as const

function roleOf(name: string): Role {
  const role = name.replace(/2$/, '')
  if (!(role in ROLES)) throw new Error(`no role ${name}`)
  return role as Role
}

/** Found pages that are then not kept anew were known to hold. */
function counted(pages: PageCache): PageCache {
  return {
    find: (session, question) => {
      const page = pages.find(session, question)
      if (page) seen.known += 1
      return page
    },
    keep: (session, question, stamp, answer) => {
      seen.made += 1
      return pages.keep(session, question, stamp, answer)
    },
  }
}

type Ask = (reads: HotReads, token: Buffer) => Promise<{ readonly body: string | Buffer }>

function questions(): Map<string, Ask> {
  const { here, there } = stage.twins
  const lists = [here, there].flatMap(({ jurisdictionId: jurisdiction }) =>
    [{}, { status: 'entered' }, { year: 2022, limit: 1 }].map((more) => ({
      jurisdiction,
      year: 2023,
      ...more,
    })),
  )
  const files = [here.own, here.neighbour, there.own, there.neighbour].map(
    ({ jurisdictionId: jurisdiction, projectId }) => ({ jurisdiction, projectId }),
  )
  return new Map<string, Ask>([
    ...lists.map((input): [string, Ask] => [
      JSON.stringify(input),
      (reads, token) => listProjects(reads, token, input),
    ]),
    ...files.map((input): [string, Ask] => [
      JSON.stringify(input),
      (reads, token) => viewProject(reads, token, input),
    ]),
  ])
}

async function answer(ask: Ask, reads: HotReads, { name }: Someone): Promise<string> {
  const token = hashToken(stage.sessions.get(name)?.token ?? '')
  try {
    return String((await ask(reads, token)).body)
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

/** Where what is kept differs from what is made anew, for anybody, in anything. */
async function differences(): Promise<string[]> {
  const waiting = stage.people.flatMap((who) => [...questions()].map(([name, ask]) => ({ who, name, ask })))
  const found: string[] = []
  const work = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const kept = await answer(one.ask, keeping, one.who)
      const fresh = await answer(one.ask, anew, one.who)
      if (kept !== fresh) found.push(`${one.who.name} ${one.name}`)
    }
  }
  await Promise.all(Array.from({ length: 6 }, work))
  return found
}

const owner = () => stage.twins.database.owner

describe('what is kept', () => {
  test('is what would be made anew, to the byte, for everybody, whatever was written', async () => {
    expect(await differences()).toEqual([])
    const steps = fc.array(
      fc.record({ write: fc.constantFrom(...Object.keys(WRITES)), seed: fc.nat(1_000_000) }),
      {
        minLength: 6,
        maxLength: 12,
      },
    )
    await fc.assert(
      fc.asyncProperty(steps, async (writes) => {
        for (const { write, seed } of writes) {
          await WRITES[write]?.(stage, diceOf(seed))
          expect(await differences(), `${write} ${seed}`).toEqual([])
        }
        for (const someone of stage.people) await signIn(stage, someone)
      }),
      { numRuns: 5, endOnFailure: true },
    )
    expect(seen.known).toBeGreaterThan(seen.made)
    expect(seen.made).toBeGreaterThan(500)
  }, 600_000)

  test('holds after each kind of write', async () => {
    for (const [name, write] of Object.entries(WRITES)) {
      await write(stage, diceOf(1))
      expect(await differences(), name).toEqual([])
    }
  }, 600_000)

  const VISIBLE: Readonly<Record<string, string>> = {
    project: `update project set name = name || '旧'`,
    record: `update record set title = title || '旧'`,
    act: `insert into act select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(),
      'sequence', sequence + 5000))).* from act a on conflict do nothing`,
    indicator: `update indicator set name = name || '旧'`,
    observation: 'update observation set actual = coalesce(actual, 0) + 1',
    execution: 'update execution set paid_fen = coalesce(paid_fen, 0) + 1',
    organisation: `update organisation set name = name || '旧'`,
    person: `update person set name = name || '旧'`,
    jurisdiction: `update jurisdiction set name = name || '旧'`,
  }

  /** Row by row or by statement, for every kind of write: whatever counts changes of a table. */
  const turnCounting = async (table: string, how: 'disable' | 'enable') => {
    const { rows } = await owner().query(
      `select tgname as name from pg_trigger where tgrelid = $1::regclass and tgname ~ '^count_(change|added|gone)'`,
      [table],
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { name } of rows) await owner().query(`alter table ${table} ${how} trigger ${name}`)
  }

  test.each(Object.keys(VISIBLE))(
    'would be old if a write to %s moved no number',
    async (table) => {
      for (const someone of stage.people) await signIn(stage, someone)
      await differences()
      await turnCounting(table, 'disable')
      await owner().query(VISIBLE[table] as string)
      await turnCounting(table, 'enable')
      expect((await differences()).length).toBeGreaterThan(0)
      await owner().query(VISIBLE[table] as string)
      expect(await differences()).toEqual([])
    },
    60_000,
  )

  test('transactions that overlap and commit in the other order are both seen', async () => {
    const { projectId } = stage.twins.here.own
    const clients = await Promise.all([owner().connect(), owner().connect()])
    const [first, second] = clients
    try {
      await first?.query('begin')
      await first?.query(`update indicator set name = name || '一' where project_id = $1`, [projectId])
      await second?.query('begin')
      await second?.query(`update execution set paid_fen = 7 where project_id = $1`, [projectId])
      await second?.query('commit')
      expect(await differences()).toEqual([])
      await first?.query('commit')
      expect(await differences()).toEqual([])
    } finally {
      for (const client of clients) client.release()
    }
  }, 60_000)
})

describe('what the stamps rest on', () => {
  const FUNCTIONS = ['api_list_projects', 'api_project_file']
  const tablesOf = async (name: string) => {
    const { rows } = await owner().query('select prosrc from pg_proc where proname = $1', [name])
    const body = rows[0].prosrc.slice(rows[0].prosrc.indexOf('set_scope'))
    return [...new Set([...body.matchAll(/\b(?:from|join) (\w+)/g)].map((match) => match[1] as string))]
  }

  test.each(FUNCTIONS)('every table that %s reads moves a number', async (name) => {
    const { rows } = await owner().query(
      `select distinct tgrelid::regclass::text as name from pg_trigger where tgname in ('count_change', 'count_changed') and tgenabled = 'O'`,
    )
    const counted = rows.map((row) => row.name)
    const tables = await tablesOf(name)
    expect(tables).toContain('project')
    expect(tables.filter((table) => !counted.includes(table))).toEqual([])
  })

  test.each([
    ['api_list_projects', ['jurisdictions', 'unit', 'department', 'assigned']],
    // `office_records` and `circulars` (of the `jurisdiction`) let in rows of no project, and this page asks for
    // the rows of one.
    // `project` is the project at hand, set only after the policy of the project table let it through.
    // `agency` is role and office, which the viewer names; its `engagements` here are records of this project.
    [
      'api_project_file',
      [
        ...[
          'jurisdictions',
          'unit',
          'department',
          'assigned',
          'kind',
          'person',
          'projects',
          'office_records',
        ],
        ...['project', 'agency', 'engagements', 'jurisdiction', 'circulars'],
      ],
    ],
  ])('the policies behind %s ask for nothing that its viewer leaves out', async (name, known) => {
    const { rows } = await owner().query(
      `select tablename, qual from pg_policies where tablename = any($1) and policyname <> 'owner_all'`,
      [await tablesOf(name)],
    )
    const asked = rows.flatMap(({ qual }) => [...qual.matchAll(/scope_(\w+)\(/g)].map((match) => match[1]))
    expect(asked.length).toBeGreaterThan(3)
    expect(asked.filter((one) => !known.includes(one))).toEqual([])
    expect(
      rows.filter(({ qual }) =>
        /current_|now\(|select .* from/i.test(qual.replace(/\( ?SELECT scope_\w+\(\)[^)]*\)/g, '')),
      ),
    ).toEqual([])
  })
})

function diceOf(seed: number): Dice {
  let state = seed + 1
  const number = (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
  return { number, pick: (from) => from[number(from.length)] as (typeof from)[number] }
}
