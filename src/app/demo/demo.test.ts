import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConsistencyCase } from '../../domain/pilot/consistency/case.ts'
import { arrangedMoney } from '../../domain/pilot/consistency/arranged-money.ts'
import { checkConsistency } from '../../domain/pilot/consistency/check-consistency.ts'
import { coherentChanges, singleChanges } from '../../domain/pilot/consistency/testing/plant-changes.ts'
import { SINGLE_COPY, SINGLE_RECORD } from '../../domain/pilot/consistency/testing/stands-alone.ts'
import { keyOfRecord, tryChanges } from '../../domain/pilot/consistency/testing/try-changes.ts'
import type { PilotAcceptanceContent } from '../../domain/forms/contents.ts'
import type { PublishedProject } from '../../domain/disclosure/published-project.ts'
import { recompute } from '../../domain/disclosure/recompute.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { figurePool } from '../../domain/pilot/trace/figure-pool.ts'
import { traceReport, untracedOf, writtenLines } from '../../domain/pilot/trace/trace-report.ts'
import { printedTexts } from '../../documents/index.ts'
import { findPilotProjects, findProject } from '../../storage/project-repository.ts'
import { PLAN_STAGES } from '../../domain/workflow/record-kind.ts'
import type { ExaminedPlace } from '../pilot/project-progress.ts'
import { openFileStore } from '../../storage/file-store.ts'
import { keepKeyInMemory } from '../../storage/signing-key.ts'
import { findPilotProgress } from '../../storage/cockpit-repository.ts'
import { kyselyOn } from '../../storage/connection.ts'
import { useTestDatabase } from '../../storage/testing.ts'
import { inspect } from '../inspect/inspect.ts'
import { scoreFile } from '../pilot/index.ts'
import { countyReportItem, projectItems } from '../pilot/completeness.ts'
import { loadCase } from '../pilot/consistency/load-case.ts'
import { readAs, readCase, readProgress } from '../pilot/consistency/testing.ts'
import { openProduct, type Product } from '../product.ts'
import { officialDocuments } from '../dossier/print-records.ts'
import { getRecordData } from '../records/record-data.ts'
import { BEHAVIOURS, dossier, printDocument } from '../use-cases.ts'
import { buildDemo } from './build-demo.ts'
import { demoClock, demoState, emptyDemo, listAccounts, makePassword, renewPassword } from './demo-state.ts'
import { readDemo } from './read-demo.ts'
import { signIn } from '../session/sign-in.ts'

const database = useTestDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-demo-'))
const storage = { database, files: openFileStore(folder), keys: keepKeyInMemory() }
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
    decideChanges: ['results.task', 'planned'],
    closeEvaluation: ['evaluation.finance', 'closed'],
    returnForCorrection: ['pilot.integratedReport', 'approved'],
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

  test('another place has its application back with a list to answer', async () => {
    const rows = await query(
      `select state, jsonb_array_length(content->'answers') as asked from record
       where kind = 'pilot.acceptance' and jurisdiction_id = $1`,
      places.other,
    )
    expect(rows).toEqual([{ state: 'correcting', asked: 2 }])
  })

  test('completeness and score of every place come out the same by the script in docs', async () => {
    const script = path.join(import.meta.dirname, '../../../docs/acceptance-score.mjs')
    const progress = await findPilotProgress(kyselyOn(database.owner))
    const names = await Promise.all(
      progress.map(async (place) => {
        const [row] = await query(
          `select content from record where kind = 'pilot.acceptance' and jurisdiction_id = $1`,
          place.id,
        )
        const name = path.join(folder, `${place.id}.json`)
        const content = (row?.['content'] ?? {}) as PilotAcceptanceContent
        await writeFile(name, JSON.stringify(scoreFile(place, content, calendar.today)))
        return name
      }),
    )
    const out = execFileSync(process.execPath, [script, ...names], { encoding: 'utf8' })
    expect(out.trim().split('\n')).toEqual(names.map((name) => `一致 ${calendar.today} ${name}`))
    expect(names).toHaveLength(27)
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

describe('what is public', () => {
  type Published = { id: string; says: PublishedProject; project: string }
  const published = () =>
    query(`select v.publication_id as id, v.package::json as says, p.id as project from disclosure.version v
      join project p on p.jurisdiction_id = v.jurisdiction_id and p.name = v.project_name and p.fiscal_year = v.fiscal_year
      where v.version = (select max(version) from disclosure.version o where o.publication_id = v.publication_id)`) as Promise<unknown> as Promise<
      Published[]
    >
  const contentOf = async (project: string, kind: string) =>
    (
      await query(
        `select r.content, r.state, (select json_agg(s order by s.ordinal) from score s where s.record_id = r.id) as scores,
          (select json_agg(i order by i.ordinal) from indicator i where i.record_id = r.id) as indicators
         from record r where r.project_id = $1 and r.kind = $2 order by r.created_at desc limit 1`,
        project,
        kind,
      )
    )[0] as unknown as Record<'content', Record<string, unknown>> &
      Record<'scores' | 'indicators', Record<string, unknown>[]>

  test('every figure equals the record it was copied from', async () => {
    const all = await published()
    expect(all.length).toBeGreaterThanOrEqual(7)
    let figures = 0
    const same = (shown: unknown, stored: unknown, where: string) => {
      figures += 1
      expect(String(shown ?? ''), where).toBe(String(stored ?? ''))
    }
    for (const { says, project } of all) {
      const [row] = await query('select budget_fen::text as budget_fen from project where id = $1', project)
      same(says.project.budget_fen, row?.['budget_fen'], `${says.project.name} budget`)
      if (says.target) {
        const sheet = await contentOf(project, 'targets.sheet')
        for (const field of ['total_fen', 'fiscal_fen'] as const)
          same(says.target[field], sheet.content[field], field)
        expect(says.target.indicators).toHaveLength(sheet.indicators.length)
        says.target.indicators.forEach((one, at) => {
          same(one.weight_x100, sheet.indicators[at]?.['weight_x100'], one.name)
          if (one.operator !== '') same(Number(one.value), Number(sheet.indicators[at]?.['value']), one.name)
        })
      }
      if (says.selfEvaluation) {
        const self = await contentOf(project, 'evaluation.self')
        same(says.selfEvaluation.total_x100, self.content['totalScore_x100'], 'self total')
        says.selfEvaluation.rows.forEach((one, at) => {
          same(one.score_x100, self.scores[at]?.['score_x100'], one.target.name)
          same(one.target.weight_x100, self.scores[at]?.['weight_x100'], one.target.name)
        })
        same(recompute(says.selfEvaluation).total_x100, self.content['totalScore_x100'], 'computed again')
      }
      if (says.evaluation) {
        const finance = await contentOf(project, 'evaluation.finance')
        same(says.evaluation.total_x100, finance.content['totalScore_x100'], 'total')
        same(says.evaluation.spent_fen, finance.content['spent_fen'], 'spent')
        says.evaluation.items.forEach((one, at) => {
          same(one.score_x100, finance.scores[at]?.['score_x100'], one.name)
        })
        const problems = finance.content['problems'] as { amount_fen?: string }[]
        says.problems?.forEach((one, at) => {
          same(one.amount_fen, problems[at]?.amount_fen, one.problem)
        })
      }
      if (says.decision) {
        const decision = await contentOf(project, 'results.budgetDecision')
        for (const field of ['current_fen', 'next_fen', 'performanceChange_fen'] as const)
          same(says.decision[field], decision.content[field], field)
      }
    }
    expect(figures).toBeGreaterThan(200)
  })

  test('each version has its proof, and the supplement tells its reason', async () => {
    expect(
      await query(`select v.publication_id from disclosure.version v where not exists (
        select 1 from disclosure.proof p where p.publication_id = v.publication_id and p.version = v.version)`),
    ).toEqual([])
    const [main] = (await published()).filter(({ says }) => says.decision !== null)
    expect(main?.says.published.correction).toContain('补充公开')
    expect(main?.says.rectification).toHaveLength(3)
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
  expect(printed.size).toBe(34)
}, 300_000)

describe('勾稽 on the accepted project', () => {
  let given: ConsistencyCase
  beforeAll(async () => {
    const [reader] = await query(
      `select post.id from post join account using (person_id) where username = 'finance.performance'`,
    )
    given = await readCase(product, reader?.['id'] ?? '', places.main)
  }, 60_000)

  test('the clean case has no finding', () => {
    expect(given.records.length).toBeGreaterThan(25)
    expect(checkConsistency(given)).toEqual([])
  })

  test('no project of any place has a finding, adjusted, cut or unfinished as it may be', async () => {
    const posts = await query(
      `select p.id as project, min(post.id::text) as post from project p
       join organisation o on o.jurisdiction_id = p.jurisdiction_id
       join post on post.organisation_id = o.id and post.role = 'finance_performance' group by 1`,
    )
    expect(posts.length).toBeGreaterThan(20)
    const adjusted: string[] = []
    for (const { project, post } of posts)
      await readAs(product, post ?? '', async (context) => {
        const found = await findProject(context.db, project ?? '')
        const read = await loadCase(context, found!)
        if (arrangedMoney(read).length > 1) adjusted.push(read.project.name)
        expect(checkConsistency(read), read.project.name).toEqual([])
      })
    expect(adjusted).toEqual(['清河沟小流域水土流失综合治理项目'])
  }, 60_000)

  test('one figure of one copy changed is found; what stands alone is listed with its reason', () => {
    const { tried, found, missed } = tryChanges(given, singleChanges(given), { every: 29 })
    expect([...missed.keys()].filter((key) => SINGLE_COPY[key] === undefined)).toEqual([])
    expect(found).toBeGreaterThan(tried * 0.97)
  }, 60_000)

  test('a figure changed in all copies of its record is found where another record holds it', () => {
    const changes = coherentChanges(given)
    const { tried, found, missed } = tryChanges(given, changes, { every: 7, keyOf: keyOfRecord })
    expect([...missed.keys()].filter((key) => SINGLE_RECORD[key] === undefined)).toEqual([])
    expect(found).toBeGreaterThan(tried * 0.6)
  }, 60_000)
})

describe('试点档案 of the accepted project', () => {
  let given: ConsistencyCase
  let progress: ExaminedPlace
  beforeAll(async () => {
    const [reader] = await query(
      `select post.id from post join account using (person_id) where username = 'finance.performance'`,
    )
    given = await readCase(product, reader?.['id'] ?? '', places.main)
    progress = await readProgress(product, reader?.['id'] ?? '', places.main)
  }, 60_000)
  const pilot = () => progress.projects.find(({ id }) => id === given.project.id)!
  const red = (lines: readonly { itemCode: string; isPresent: boolean }[]) =>
    lines.filter(({ isPresent }) => !isPresent).map(({ itemCode }) => itemCode)

  /** Which line has to turn red when a record of this kind is gone. */
  const LINES: Readonly<Record<string, string>> = {
    'pilot.selection': 'SEL-1',
    'exante.evaluation': 'EXA-1',
    'exante.draw': 'LED-1',
    'exante.scoreSheet': 'REC-1',
    'exante.leadNote': 'REC-1',
    'targets.sheet': 'TGT-1',
    'targets.adjustment': 'REC-1',
    'project.budgetLine': 'TGT-2',
    'monitoring.round': 'MON-1',
    'monitoring.finding': 'MON-2',
    'evaluation.self': 'EVA-1',
    'evaluation.finance': 'EVA-2',
    'evaluation.engagement': 'REC-1',
    'results.notice': 'RES-1',
    'results.task': 'RES-2',
    'results.followUp': 'REC-1',
    'results.budgetDecision': 'RES-3',
    'results.disclosure': 'RES-4',
    'pilot.integratedReport': 'REP-6',
    'pilot.countyReport': 'REP-7',
  }

  test('nothing is red', () => {
    expect(red(projectItems(pilot()))).toEqual([])
  })

  test('whatever record is removed, its line turns red', () => {
    const gone = given.records.filter(({ kind }) => kind.kind !== 'pilot.acceptance')
    expect(gone.length).toBeGreaterThan(25)
    for (const record of gone) {
      const kind = record.kind.kind
      const lost = record.leaves.slice(0, 1).map(({ number }) => ({ kind, title: record.title, number }))
      const without = <T extends { id: string }>(records: readonly T[]) =>
        records.filter(({ id }) => id !== record.id)
      const project = pilot()
      const place = record.projectId === null
      const line =
        LINES[kind] ??
        `REP-${PLAN_STAGES.indexOf(String(record.content['stage']) as (typeof PLAN_STAGES)[number]) + 1}`
      const lines = [
        ...projectItems({
          ...project,
          records: without(project.records),
          lost: place ? [] : lost,
          findings: checkConsistency({ ...given, records: without(given.records) }),
        }),
        countyReportItem(without(progress.records), place ? lost : []),
      ]
      expect(red(lines), `${record.title} (${kind})`).toContain(line)
    }
  }, 60_000)
})

test('every numeral of the reports has its source; one that is changed is noticed', async () => {
  const [reader] = await query(
    `select post.id from post join account using (person_id) where username = 'finance.performance'`,
  )
  await readAs(product, reader?.['id'] ?? '', async (context) => {
    const [project] = await findPilotProjects(context.db, places.main)
    const given = await loadCase(context, project!)
    const figures = figurePool(given)
    const written = writtenLines(given, figures)
    const reports = given.records.filter(({ kind }) => /stageReport|integrated|countyReport/.test(kind.kind))
    expect(reports).toHaveLength(7)
    for (const { id, title } of reports) {
      const data = await getRecordData(context, id)
      const [report] = await officialDocuments(context, data, BEHAVIOURS)
      const lines = printedTexts(report!.blocks)
      const numerals = traceReport(lines, figures, written)
      expect(numerals.length, title).toBeGreaterThan(50)
      expect(untracedOf(numerals), title).toEqual([])
      if (title.includes('试点报告')) expect(lines).toContain('共开展宣传活动2次，参加和受众3326人次。')
      const money = lines.map((line) => line.replace(/(\d)\.(\d\d)(万元|分)/g, '$1.$29$3'))
      const changed = traceReport(money, figures, written).filter(({ text }) => !lines.includes(text))
      expect(untracedOf(changed).length, title).toBeGreaterThanOrEqual(
        money.some((l, i) => l !== lines[i]) ? 1 : 0,
      )
    }
  })
}, 60_000)

test('the dossier is made as a job: followed and stopped by whoever began it, and by nobody else', async () => {
  const posts = await query(
    `select username, post.id from post join account using (person_id)
     where username in ('finance.performance', 'finance.leader', 'outsider')`,
  )
  const as = (username: string) => ({
    credentials: { postId: posts.find((row) => row['username'] === username)?.['id'] ?? '' },
  })
  const [project] = await query(
    `select p.id from project p join record r on r.project_id = p.id
     where p.jurisdiction_id = $1 and r.kind = 'pilot.integratedReport'`,
    places.main,
  )
  const projectId = project?.['id']
  const run = async (useCase: (typeof dossier)['start'], input: object, username: string) =>
    JSON.parse((await product.run(useCase, input, as(username))).body)
  await expect(run(dossier.start, { projectId }, 'outsider')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const job = await run(dossier.start, { projectId }, 'finance.performance')
  expect(job).toMatchObject({ state: 'running', total: 56 })
  const input = { jobId: job.id }
  await expect(run(dossier.job, input, 'finance.leader')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(run(dossier.download, input, 'finance.performance')).rejects.toMatchObject({
    code: 'ACTION_NOT_AVAILABLE',
  })
  expect(await run(dossier.cancel, input, 'finance.performance')).toMatchObject({ state: 'cancelled' })
  const view = await run(dossier.viewProject, { projectId }, 'finance.performance')
  expect(view.project.lines.filter((line: { isPresent: boolean }) => !line.isPresent)).toEqual([])
  expect(view.reports).toHaveLength(7)
}, 60_000)

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
          'province3',
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
