import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { planDays } from '../../src/app/demo/calendar.ts'
import type { Part } from '../../src/app/demo/story.ts'
import { partAt } from '../../src/app/demo/steps/evaluate-beforehand.ts'
import { makeWalk, type Walk } from '../../src/app/demo/walk.ts'
import { viewRecord } from '../../src/app/use-cases.ts'
import { getRecordKind } from '../../src/domain/record-kinds.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { buttonOf, type Desk, makeDesk, type Seen } from './desk.ts'
import { PASSWORD, useSite } from './site.ts'

/** A line of `wrong-person.yaml`. */
type Attempt = {
  readonly who: string
  readonly tries: string
  readonly after: string
  /** Whose record it is; `drawn`, one of the experts the draw brought. */
  readonly holder: Part | 'drawn'
  readonly status: 403 | 404 | 409
  readonly said: string
  readonly because: string
  readonly content?: object
}

const ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = parse(
  readFileSync(path.join(import.meta.dirname, 'wrong-person.yaml'), 'utf8'),
)

const site = useSite()
let browser: Browser
let watched: WatchedPage
let desk: Desk
let walk: Walk
let planned: ReturnType<typeof planDays> = []

beforeAll(async () => {
  browser = await openBrowser()
  watched = await openPage(browser, site.address)
  desk = makeDesk(watched.page, site.address, PASSWORD)
  const story = site.data.stories.find(({ key }) => key === 'caregiver-training')!
  walk = makeWalk(site.product, site.residents, story, site.today)
  planned = planDays([story], site.data.calendar)
}, 120_000)
afterAll(() => browser.close())

/** Everybody does their part up to this step, without pages: here only the wrong ones use them. */
async function goUntil(name: string) {
  while (planned.some(({ step }) => step.take.name === name)) {
    const next = planned.shift()!
    site.setDay(next.day)
    await next.step.take(walk)
  }
}

/** Whom the draw brought is different every time; never the one who tries. */
async function someDrawnExpert(who: string): Promise<Part> {
  const [first, second] = [await partAt(walk, 0), await partAt(walk, 1)]
  const holder = first === who ? second : first
  if (holder === undefined) throw new Error('nobody was drawn')
  return holder
}

/** A write from inside the page, complete with everything but the right. */
async function write(method: 'POST' | 'PUT', url: string, body: object) {
  return watched.page.evaluate(
    async ({ method, url, json }) => {
      const { csrfToken } = await (await fetch('/api/me')).json()
      const key = `wrong-person-${String(Math.random()).slice(2).padEnd(16, '0')}`
      const headers = {
        'Content-Type': 'application/json',
        'X-CSRF-Token': csrfToken,
        'Idempotency-Key': key,
      }
      const answer = await fetch(url, { method, headers, body: json })
      return { status: answer.status, said: String((await answer.json()).message) }
    },
    { method, url, json: JSON.stringify(body) },
  )
}

/** A refusal speaks Chinese to the end of its sentence. */
const PLAIN_WORDS = /^[“”（）\p{sc=Han}，、；：\s\d.]+[。]([“”（）\p{sc=Han}，、；：\s\d.]+[。])*$/u

describe('0 登记', () => {
  it('finance.leader enters no project: who approves does not declare', async () => {
    await desk.signIn('finance.leader')
    await desk.goTo('/640400/2023/projects')
    expect(await watched.page.getByRole('link', { name: '登记新项目' }).count()).toBe(0)
    const content = { isClassified: true, registerNumber: '密-1' }
    const { status, said } = await write('POST', '/api/projects', { fiscalYear: 2023, content })
    expect([status, said]).toEqual([403, expect.stringMatching(/不能办理/)])
    expect(said).toMatch(PLAIN_WORDS)
    const { total } = await desk.read<{ total: number }>('/api/projects?jurisdiction=640400&year=2023')
    expect(total).toBe(0)
  })
})

describe.each(Object.entries(ATTEMPTS))('%s', (_step, attempts) => {
  it.each(attempts)('$who may not $tries after $after: $because', async (attempt) => {
    const { who, after, status, said, content } = attempt
    await goUntil(after)
    const holder = attempt.holder === 'drawn' ? await someDrawnExpert(who) : attempt.holder
    const [stage = '', noun = '', verb = ''] = attempt.tries.split('.')
    const kind = getRecordKind(`${stage}.${noun}`)
    const act = kind.workflow.actions[verb]
    const recordId = await walk.newest(holder, kind.kind)
    const look = () => walk.run<Seen>(holder, viewRecord, { recordId })
    const before = await look()

    await desk.signIn(who)
    await desk.goTo(`/640400/2023/records/${recordId}`)
    if (act) expect(await buttonOf(watched.page, act.title).count()).toBe(0)
    if (status === 404) expect(await watched.page.locator('main').textContent()).toContain(said)

    const { version } = before.record
    const opinion = act?.opinion ? { opinion: '试一试' } : {}
    const answer = act
      ? await write('POST', `/api/${stage}/${noun}/${recordId}/${verb}`, { version, ...opinion })
      : await write('PUT', `/api/records/${recordId}`, { version, content })
    expect(answer).toEqual({ status, said: expect.stringContaining(said) })
    expect(answer.said).toMatch(PLAIN_WORDS)
    expect(await look()).toEqual(before)
    expect(watched.faults).toEqual([])
  })
})

describe('afterwards', () => {
  it('the audit trail names whoever tried what', async () => {
    await desk.signIn('auditadmin')
    const refused = (await auditTrail())
      .filter(({ outcome }) => outcome === 'refused')
      .map(({ personName, useCase }) => `${personName} ${useCase}`)
    const tried = Object.values(ATTEMPTS)
      .flat()
      .map(({ who, tries }) => `${nameOf(who)} ${tries.endsWith('.save') ? 'records.saveDraft' : tries}`)
    expect(tried.filter((one) => !refused.includes(one))).toEqual([])
  })
})

type AuditRow = { personName: string | null; useCase: string; outcome: string; at: string }

async function auditTrail(): Promise<AuditRow[]> {
  const rows: AuditRow[] = []
  for (;;) {
    const before = rows.at(-1)?.at
    const query = before === undefined ? '' : `&before=${encodeURIComponent(before)}`
    const { items } = await desk.read<{ items: AuditRow[] }>(`/api/audit?limit=200${query}`)
    rows.push(...items)
    if (items.length < 200) return rows
  }
}

function nameOf(account: string): string {
  return site.cast.people.find((person) => person.account === account)!.name
}
