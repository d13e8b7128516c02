import ExcelJS from 'exceljs'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADMINISTRATORS, type Role } from '../domain/org/roles.ts'
import { canEditSection } from '../domain/workflow/record-kind.ts'
import { getRecordKind } from '../domain/record-kinds.ts'
import type { SignedIn } from '../app/session/sign-in.ts'
import {
  COUNTY_PEOPLE,
  type County,
  type CountyPerson,
  filled,
  type GrownProject,
} from '../app/testing/twins.ts'
import { ACTS, BEGINS, USE_CASES } from '../app/use-cases.ts'
import { isHarmless, nameOf, type Probe, probesOf, WITHOUT_IDS } from './probes.fixture.ts'
import { addressOf, type Ask, multipart, useServer } from './testing.ts'
import { textIn } from './unpack.fixture.ts'

const served = useServer()

type Prober = {
  readonly name: string
  readonly role: Role
  readonly session: SignedIn
  /** Their own project, when they have one. */
  readonly own: GrownProject | undefined
  readonly strangers: readonly GrownProject[]
}

const NARROW: readonly string[] = ['unit', 'department', 'expert', 'agency']

let probers: Prober[] = []
let administrators: Prober[] = []
let province: Prober
let probes = 0
let workbook: Uint8Array = new Uint8Array()

beforeAll(async () => {
  const { here, there } = served()
  const others = await probersOf(there, here, ['unit', 'finance_performance', 'agency'])
  probers = [...(await probersOf(here, there, COUNTY_PEOPLE)), ...others]
  const outsiders = [...ADMINISTRATORS, 'expert2', 'agency2'] as const
  const strangers = await Promise.all(
    outsiders.map((name) => prober(name, served().people[name], [here.own])),
  )
  administrators = strangers.filter(({ role }) => ADMINISTRATORS.includes(role))
  probers.push(...strangers)
  province = await prober('province', served().people.province, [])
  workbook = await importable()
}, 300_000)
afterAll(() => console.log(`wrong people tried ${probes} times`))

async function probersOf(county: County, other: County, names: readonly CountyPerson[]): Promise<Prober[]> {
  const elsewhere = [other.own]
  return Promise.all(
    names.map((name) => {
      const isSecond = name.endsWith('2')
      const [own, next] = isSecond ? [county.neighbour, county.own] : [county.own, county.neighbour]
      const isNarrow = isSecond || NARROW.includes(name)
      return prober(name, county.people[name], isNarrow ? [next, ...elsewhere] : elsewhere, own)
    }),
  )
}

async function prober(
  name: string,
  who: Parameters<ReturnType<typeof served>['signIn']>[0],
  strangers: readonly GrownProject[],
  own?: GrownProject,
): Promise<Prober> {
  return { name, role: name.replace('2', '') as Role, session: await served().signIn(who), own, strangers }
}

/** Sends them eight at a time. */
async function sendAll<T extends Ask>(
  session: SignedIn | undefined,
  asks: readonly T[],
  look: (ask: T, answer: LightMyRequestResponse) => void | Promise<void>,
): Promise<void> {
  const waiting = [...asks]
  const work = async () => {
    for (let ask = waiting.shift(); ask; ask = waiting.shift()) {
      probes += 1
      await look(ask, await served().ask(session, ask))
    }
  }
  await Promise.all(Array.from({ length: 8 }, work))
}

const said = ({ method, url }: Ask, { statusCode, body }: LightMyRequestResponse) =>
  `${method} ${url} → ${statusCode} ${body.slice(0, 120)}`

/** Everything stored but sessions and refusals; equal before and after means nothing was written. */
async function fingerprint(): Promise<string> {
  const { owner } = served().database
  const { rows: tables } = await owner.query<{ name: string }>(`select table_name as name
    from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
    and table_name not in ('session', 'audit') order by 1`)
  const parts = tables.map(
    ({ name }) => `select '${name}', count(*)::text, md5(string_agg(t::text, '' order by t::text))
    from ${name} t`,
  )
  const done = `select 'audit', count(*)::text, '' from audit where outcome = 'done' and use_case not like 'session.%'`
  const { rows } = await owner.query([...parts, done].join(' union all '))
  // The database may answer the parts in any order.
  return JSON.stringify(rows.map((row) => JSON.stringify(row)).sort())
}

describe('ids of other people', () => {
  test('an address without a probe takes no id that a wall stands around', () => {
    const { routes } = served()
    expect(routes.filter((route) => nameOf(route) in WITHOUT_IDS && !isHarmless(route))).toEqual([])
    const gone = Object.keys(WITHOUT_IDS).filter((name) => !routes.map(nameOf).includes(name))
    expect(gone).toEqual([])
  })

  test('another county, department, unit or project is not there, for anybody, at any address', async () => {
    const before = await fingerprint()
    const leaks: string[] = []
    for (const { name, role, session, own, strangers } of probers) {
      for (const foreign of strangers) {
        const tries = probesAgainst(foreign, own, role)
        await sendAll(session, tries, (probe, answer) => {
          const isSilent = !answer.body.includes(foreign.marker)
          if (!probe.may.includes(answer.statusCode) || !isSilent)
            leaks.push(`${name}: ${said(probe, answer)}`)
        })
      }
    }
    expect(leaks.slice(0, 20)).toEqual([])
    expect(await fingerprint()).toBe(before)
  }, 300_000)

  test('the probes would notice: the owner of the project reaches it at the same addresses', async () => {
    const owner = probers[0] as Prober
    const reads = probesAgainst(owner.own as GrownProject, owner.own, owner.role).filter(
      ({ method, url }) => method === 'GET' && /records\/[^/]+$|attachments|projects\/6/.test(url),
    )
    const reached: string[] = []
    await sendAll(owner.session, reads, (probe, answer) => {
      if (answer.statusCode === 200) reached.push(probe.url)
    })
    expect(reached.length).toBeGreaterThan(20)
  })
})

function probesAgainst(foreign: GrownProject, own: GrownProject | undefined, role: Role): Probe[] {
  const { routes, here, there, product } = served()
  const county = foreign.jurisdictionId === here.jurisdictionId ? here : there
  const [stranger, superior] =
    foreign === county.own
      ? [county.people.unit, county.people.department]
      : [county.people.unit2, county.people.department2]
  const form = (id: string) => product.services.forms.get(id)
  const entryForm = form('project/entry')
  const names = { marker: '越界', unitId: stranger.organisationId, expertId: stranger.personId }
  const entry = { ...(entryForm && filled(entryForm, names)), department: superior.organisationId }
  const fieldOf = (id: string) =>
    form(id)
      ?.sections.flatMap(({ fields }) => fields)
      .find(({ readonly }) => !readonly)?.id ?? ''
  return routes.flatMap((route) =>
    probesOf(route, { foreign, stranger, own, entry, workbook, fieldOf }, role),
  )
}

describe('nobody', () => {
  test('without a session every address says so, and nothing is written', async () => {
    const open = ['GET /api/setup', 'POST /api/setup', 'POST /api/login']
    const before = await fingerprint()
    const wrong: string[] = []
    const asks = served()
      .routes.filter((route) => !open.includes(nameOf(route)))
      .map(({ method, url }) => ({
        method,
        url: withQuery(anyAddress(url)),
        ...(method === 'GET' ? {} : { body: {} }),
      }))
    for (const session of [undefined, { token: 'x'.repeat(43), csrfToken: 'x' }]) {
      await sendAll(session, asks, (ask, answer) => {
        // A link is its own credential: whoever has none is told that there is no such link.
        const said404 = ask.url.startsWith('/api/update-links/') && answer.statusCode === 404
        if (answer.statusCode !== 401 && !said404) wrong.push(said(ask, answer))
      })
    }
    expect(wrong.slice(0, 20)).toEqual([])
    expect(await fingerprint()).toBe(before)
  })
})

/** An address of something that exists. */
function anyAddress(url: string): string {
  const { own, people } = served().here
  const values = {
    recordId: own.records['targets.sheet']?.begun as string,
    projectId: own.projectId,
    attachmentId: own.attachmentId,
    jurisdiction: own.jurisdictionId,
    postId: people.unit.postId,
    file: 'target-sheet.docx',
  }
  return addressOf(url, values)
}

describe('roles that an act does not name', () => {
  test('every act is refused to every other role of the county, and changes nothing', async () => {
    const asks = (prober: Prober) =>
      ACTS.filter(({ recordKind, action }) => !recordKind.workflow.actions[action]?.isSystem)
        .filter(({ recordKind, action }) => !recordKind.workflow.actions[action]?.by.includes(prober.role))
        .flatMap((act) => {
          const two = served().here.own.records[act.recordKind.kind]
          return [two?.begun, two?.walked].map((id) => ({
            method: 'POST',
            url: `/api/${act.recordKind.kind.replace('.', '/')}/${id}/${act.action}`,
            body: { version: 1 },
            recordId: id as string,
          }))
        })
    await refuseAll(asks)
  }, 180_000)

  test('every section of every record is closed to whoever may not write in it now', async () => {
    const { forms } = served().product.services
    const states = await statesOf(served().here.own)
    const asks = (prober: Prober) =>
      [...states].flatMap(([recordId, { kind: kindName, state, version }]) => {
        const kind = getRecordKind(kindName)
        const sections = forms.get(kind.form)?.sections ?? []
        return sections
          .filter((section) => !canEditSection(kind, section.id, state, prober.role))
          .flatMap(({ fields }) => fields.slice(0, 1))
          .map(({ id }) => ({
            method: 'PUT',
            url: `/api/records/${recordId}`,
            body: { version, content: { [id]: null } },
            recordId,
          }))
      })
    await refuseAll(asks)
  }, 180_000)

  test('nobody begins a record, or uses a use case, that does not name the role', async () => {
    const { routes, here } = served()
    const writes = USE_CASES.filter(({ kind, by }) => kind === 'command' && by !== 'everyone')
    const asks = ({ role }: Prober) =>
      writes
        .filter(({ by }) => !by.includes(role))
        .flatMap(({ id }) => routes.filter(({ operationId }) => operationId === id))
        .map(({ method, url }) => ({ method, url: anyAddress(url), ...bodyFor(url, here.own), recordId: '' }))
    await refuseAll(asks)
    expect(BEGINS.every(({ by }) => by !== 'everyone')).toBe(true)
  }, 180_000)
})

function bodyFor(url: string, own: GrownProject) {
  if (/attachments|import|workbook\/|rubric-table|comparison|takeovers|preview|blueprints/.test(url)) {
    return multipart([
      { name: 'projectId', value: own.projectId },
      { name: 'version', value: '1' },
      { name: 'kind', value: 'budget' },
      { name: 'file', value: workbook, fileName: 'table.xlsx' },
    ])
  }
  return { body: /^\/api\/\w+\/\w+$/.test(url) ? { projectId: own.projectId } : {} }
}

/** All of them refused: 403 where the person sees the record, 404 where not; and nothing written. */
async function refuseAll(asksOf: (prober: Prober) => (Ask & { readonly recordId: string })[]): Promise<void> {
  const { here } = served()
  const before = await fingerprint()
  const wrong: string[] = []
  const insiders = probers.filter(({ own }) => own === here.own)
  for (const prober of [...insiders, province]) {
    const seen = await visibleTo(prober, here.own)
    await sendAll(prober.session, asksOf(prober), (ask, answer) => {
      const isRefused = ask.recordId === '' || seen.has(ask.recordId) ? 403 : 404
      if (answer.statusCode !== isRefused) wrong.push(`${prober.name}: ${said(ask, answer)}`)
    })
  }
  expect(wrong.slice(0, 20)).toEqual([])
  expect(await fingerprint()).toBe(before)
}

async function visibleTo({ session }: Prober, project: GrownProject): Promise<Set<string>> {
  const seen = new Set<string>()
  const ids = Object.values(project.records).flatMap(({ begun, walked }) => [begun, walked])
  await sendAll(
    session,
    ids.map((id) => ({ method: 'GET', url: `/api/records/${id}`, id })),
    ({ id }, answer) => {
      if (answer.statusCode !== 404) seen.add(id)
    },
  )
  return seen
}

type State = { readonly kind: string; readonly state: string; readonly version: number }

async function statesOf(project: GrownProject): Promise<Map<string, State>> {
  const ids = Object.values(project.records).flatMap(({ begun, walked }) => [begun, walked])
  const { rows } = await served().database.owner.query<State & { id: string }>(
    'select id, kind, state, version from record where id = any($1)',
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

describe('the three administrators', () => {
  // Rules are public, and the doctor looks at a file of one's own without keeping it.
  const OPEN = /^(shell\.view(Me|Rules|RuleValues|Form)|doctor\.|administration\.)/

  test('have no business: every such address is refused', async () => {
    const { routes, here } = served()
    const business = routes.filter(
      ({ operationId, url }) => !url.includes('setup') && operationId && !OPEN.test(operationId),
    )
    const wrong: string[] = []
    for (const { name, session } of administrators) {
      const asks = business.map((route) => ({
        method: route.method,
        url: withQuery(anyAddress(route.url)),
        ...(route.method === 'GET' ? {} : bodyFor(route.url, here.own)),
      }))
      await sendAll(session, asks, (ask, answer) => {
        const isEmptyList = HOT_LISTS.test(ask.url) && EMPTY.test(answer.body.replaceAll(' ', ''))
        if (![403, 404].includes(answer.statusCode) && !isEmptyList)
          wrong.push(`${name}: ${said(ask, answer)}`)
      })
    }
    expect(wrong.slice(0, 20)).toEqual([])
  })

  test('watch each other: people, organisations and the trail are read and written by one each', async () => {
    const asks = [
      { method: 'GET', url: '/api/audit', by: ['audit_admin'] },
      { method: 'GET', url: '/api/people', by: ['system_admin', 'security_admin'] },
      { method: 'POST', url: '/api/people', body: {}, by: ['security_admin'] },
      { method: 'POST', url: '/api/organisations', body: {}, by: ['system_admin'] },
      { method: 'POST', url: anyAddress('/api/posts/:postId/hand-over'), body: {}, by: ['security_admin'] },
    ]
    const wrong: string[] = []
    for (const { name, session } of administrators) {
      await sendAll(session, asks, (ask, answer) => {
        if ((answer.statusCode === 403) === ask.by.includes(name)) wrong.push(`${name}: ${said(ask, answer)}`)
      })
    }
    expect(wrong.slice(0, 20)).toEqual([])
  })
})

/** Hot reads ask only for a session: whoever may see nothing is told that there is nothing. */
const HOT_LISTS = /^\/api\/(projects|monitoring\/\w+)\?/
const EMPTY = /"total":0\b|"groups":\[\],"worst":\[\]/

function withQuery(url: string): string {
  const query: Record<string, string> = {
    '/api/exchange/takeovers': '?year=2023',
    '/api/monitoring/overview': '?year=2023',
    '/api/monitoring/points': '?year=2023&month=7',
    '/api/projects': '?jurisdiction=640221&year=2023',
    '/api/projects/export': '?jurisdiction=640221&year=2023',
    '/api/search': '?q=县',
  }
  return url + (query[url] ?? '')
}

describe('markers of other people', () => {
  test('appear in no list, search, to-do list, cockpit, document or export', async () => {
    const found: string[] = []
    let ownMarkers = 0
    for (const { name, role, session, own, strangers } of probers) {
      await sendAll(session, pagesOf(own, role), async (ask, answer) => {
        const text = await textIn(answer)
        if (own && text.includes(own.marker)) ownMarkers += 1
        for (const { marker } of strangers)
          if (text.includes(marker)) found.push(`${name}: ${ask.url} shows ${marker}`)
      })
    }
    expect(found.slice(0, 20)).toEqual([])
    expect(ownMarkers).toBeGreaterThan(500)
  }, 300_000)
})

/** Printing takes long: one who sees the county, one who sees a unit, one who sees a project. */
const _PRINTERS: readonly Role[] = ['finance_leader', 'unit', 'agency']

/** Everything a person can open: their lists, searches, files, records and documents. */
function pagesOf(own: GrownProject | undefined, role: Role): Ask[] {
  const places = ['640221', '640324', '640000'].map((place) => `jurisdiction=${place}`)
  const lists = [
    '/api/me',
    '/api/todos',
    '/api/cockpit',
    '/api/cockpit?year=2023',
    '/api/monitoring/overview?year=2023',
    '/api/monitoring/points?year=2023&month=7',
    '/api/indicators',
    '/api/indicators/candidates',
    '/api/documents',
    '/api/experts',
    '/api/colleagues',
    '/api/targets/owners',
    '/api/results/feedback',
    '/api/results/publications',
    ...['findings', 'risk', 'amount', 'due'].map((sort) => `/api/targets/queue?year=2023&sort=${sort}`),
    '/api/audit?limit=200',
    '/api/organisations',
    ...['县', '甲', '项目', '1'].map((q) => `/api/search?q=${encodeURIComponent(q)}`),
    ...places.flatMap((place) => [
      `/api/monitoring/overview?${place}&year=2023`,
      `/api/monitoring/points?${place}&year=2023&month=7`,
      `/api/targets/offices?${place}&year=2023`,
      `/api/rounds?${place}&year=2023`,
      `/api/rounds/out-of-step?${place}&year=2023`,
    ]),
    ...places.flatMap((place) => [`/api/documents?${place}`, `/api/projects?${place}&year=2023&limit=200`]),
    `/api/projects/export?${own?.jurisdictionId === '640324' ? places[1] : places[0]}&year=2023`,
  ].filter((url) => role !== 'audit_admin' || !url.startsWith('/api/audit'))
  const records = Object.entries(own?.records ?? {}).flatMap(([kind, { begun, walked }]) => [
    ...[begun, walked].map((id) => `/api/records/${id}`),
    ...getRecordKind(kind).documents.map(
      ({ document }) => `/api/records/${walked}/documents/${document}.docx`,
    ),
  ])
  const files = own
    ? [
        `/api/projects/${own.jurisdictionId}/${own.projectId}`,
        `/api/attachments/${own.attachmentId}`,
        `/api/ledger/leaves?projectId=${own.projectId}`,
        `/api/ledger/bundle?projectId=${own.projectId}&withPersonal=true`,
      ]
    : []
  return [...lists, ...records, ...files].map((url) => ({ method: 'GET', url }))
}

/** 行 that the import understands, so that only the wall can refuse it. */
async function importable(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('申报表')
  sheet.addRow(['项目支出绩效目标申报表'])
  sheet.addRow(['年度目标', '新增 15 家'])
  sheet.addRow(['一级指标', '二级指标', '三级指标', '指标值', '分值'])
  sheet.addRow(['产出指标', '数量指标', '新增企业', '≥15家', '50'])
  return new Uint8Array(await book.xlsx.writeBuffer())
}
