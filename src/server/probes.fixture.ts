import type { Content } from '../domain/forms/form.ts'
import type { Role } from '../domain/org/roles.ts'
import { getRecordKind } from '../domain/record-kinds.ts'
import type { WorldPerson } from '../app/testing/populate.ts'
import type { GrownProject } from '../app/testing/twins.ts'
import { stableId } from '../app/disclosure/stable-id.ts'
import { ACTS, BEGINS, USE_CASES } from '../app/use-cases.ts'
import { addressOf, type Ask, type JsonSchema, type KnownRoute, multipart } from './testing.ts'

/** What a prober has at hand: somebody else's things, and something of its own to mix them with. */
export type Loot = {
  readonly foreign: GrownProject
  readonly stranger: WorldPerson
  readonly own: GrownProject | undefined
  /** A complete entry of a project for the stranger's unit. */
  readonly entry: Content
  /** A workbook that the import accepts. */
  readonly workbook: Uint8Array
  /** A field of a form that people fill in. */
  readonly fieldOf: (form: string) => string
}

/** One attempt to reach what is not one's own, and the answers that give nothing away. */
export type Probe = Ask & { readonly may: readonly number[] }

export const nameOf = ({ method, url }: KnownRoute): string => `${method} ${url}`

/** Settings of a scenario that is not theirs. */
const NO_MONEY = { envelope_fen: '0', performance_bp: 5000, departments: [] }

/** Addresses that take no id of anything a wall stands around, and why. */
export const WITHOUT_IDS: Readonly<Record<string, string>> = {
  'GET /api/setup': 'says only whether the system is set up',
  'POST /api/setup': 'refused once the system is set up',
  'POST /api/login': 'takes a name and a password',
  'POST /api/logout': 'ends the own session',
  'POST /api/me/password': 'changes the own account',
  'GET /api/me': 'shows the own posts',
  'GET /api/todos': 'own work; crawled for markers',
  'GET /api/search': 'crawled for markers',
  'GET /api/cockpit': 'crawled for markers',
  'GET /api/pilot/calendar': 'own place; crawled for markers',
  'GET /api/pilot/ranking': 'for the region only',
  'POST /api/pilot/ranking': 'for the region only',
  'GET /api/pilot/boundary': 'the boundaries of divisions are public',
  'POST /api/pilot/boundary': 'for the region only',
  'GET /api/forms': 'official tables are public',
  'GET /api/rules': 'rules and their values are public',
  'GET /api/rules/values': 'rules and their values are public',
  'POST /api/doctor/tables': 'the own file comes back read',
  'POST /api/doctor/workbook': 'the own file comes back marked',
  'GET /api/exchange/tables': 'the own place and year; crawled for markers',
  'POST /api/exchange/comparison': 'compares a file with the own place and year',
  'POST /api/exchange/takeovers': 'takes a file for projects of the own place, named by their codes',
  'GET /api/exchange/takeovers': 'what oneself or the own place took over',
  'POST /api/batch/preview': 'takes a file for projects of the own place, named by their codes',
  'POST /api/batch/import': 'takes a file for projects of the own place, named by their codes',
  'GET /api/indicators/candidates': 'crawled for markers',
  'GET /api/results/feedback': 'feedback about projects of the own place; crawled for markers',
  'GET /api/results/publications': 'what is public of the own place; crawled for markers',
  'GET /api/jurisdictions': 'the list of divisions is public',
  'GET /api/organisations': 'names of offices are no secret: forms offer them',
  'GET /api/targets/queue': 'own work; crawled for markers',
  'GET /api/experts': 'the pool of experts serves every county',
  'GET /api/inspections': 'for administrators of the installation only',
  'GET /api/what-if/scenarios': 'scenarios of the own place; crawled for markers',
  'POST /api/what-if/scenarios': 'gathers projects of the own place',
  'GET /api/people': 'for administrators of the installation only',
  'POST /api/ledger/checkpoints': 'takes nothing: signs the ledger of the own place',
  'GET /api/blueprints': 'what was published for everybody, and what the own place brought in',
  'POST /api/blueprints/load': 'takes a file for the own place',
  'POST /api/organisations': 'for administrators of the installation only',
  'POST /api/people': 'for administrators of the installation only',
  'POST /api/posts/:postId/hand-over': 'for administrators of the installation only',
}

const MAY_TAKE_PLACES = /organisations|people|rules|hand-over/

/** Whether an address without a probe really takes no id that a wall stands around. */
export function isHarmless(route: KnownRoute): boolean {
  const { params, querystring, body } = route.schema
  return MAY_TAKE_PLACES.test(route.url) || ![params, querystring, body].some(takesIds)
}

function takesIds(schema: JsonSchema | undefined): boolean {
  const properties = Object.values(schema?.properties ?? {})
  return properties.some(
    (one) => one.format === 'uuid' || one.pattern?.includes('[0-9A-Z]{6}') || takesIds(one),
  )
}

/**
 * Every attempt at one address by somebody in a role.
 * @throws Error for an address that nobody has thought of: a new route needs its probe
 */
export function probesOf(route: KnownRoute, loot: Loot, role: Role): Probe[] {
  const name = nameOf(route)
  if (name in WITHOUT_IDS) return []
  const made = RECIPES[name]?.(loot) ?? actProbes(route, loot) ?? beginProbes(route, loot)
  if (!made) throw new Error(`no probe for ${name}: add one to probes.fixture.ts`)
  const useCase = USE_CASES.find(({ id }) => id === route.operationId)
  const isNamed = useCase === undefined || useCase.by === 'everyone' || useCase.by.includes(role)
  return isNamed ? made : made.map((probe) => ({ ...probe, may: [403] }))
}

const get = (url: string, may: readonly number[] = [404]): Probe => ({ method: 'GET', url, may })
const filter = (url: string, by: Readonly<Record<string, string>>): Probe =>
  get(`${url}?${new URLSearchParams(by).toString()}`, [200])
/** Refused as a whole to whoever is of another place. */
const ofOtherPlace = ({ foreign, own }: Loot, url: string): Probe[] =>
  own?.jurisdictionId === foreign.jurisdictionId
    ? []
    : [get(`${url}?jurisdiction=${foreign.jurisdictionId}`, [403])]
const begunIn = (project: GrownProject) => recordsIn(project).filter((_record, index) => index % 2 === 0)
const recordsIn = (project: GrownProject) =>
  Object.entries(project.records).flatMap(([kind, two]) =>
    [two.begun, two.walked].map((id) => ({ id, kind: getRecordKind(kind) })),
  )

/** A rule somebody might try for a county that is not theirs. */
const trialOf = (jurisdiction: string) => `parameter: monitoring.light_thresholds
jurisdiction: '${jurisdiction}'
values:
  2023-01-01:
    value: { yellowBelow_bp: -500, redBelow_bp: -1000 }
    source: { id: jiheng-example, article: 试算 }
    standing: proposal
    checked: { on: null, by: null }
`

/** How the addresses that are neither an act nor a beginning are tried. */
const RECIPES: Readonly<Record<string, (loot: Loot) => Probe[]>> = {
  'GET /api/indicators/export': ({ foreign }) => [
    filter('/api/indicators/export', { year: '2023', jurisdiction: foreign.jurisdictionId }),
  ],
  'GET /api/dossiers/projects/:projectId': ({ foreign }) => [
    get(`/api/dossiers/projects/${foreign.projectId}`),
  ],
  'GET /api/dossiers/places/:jurisdiction': ({ foreign, own }) =>
    own?.jurisdictionId === foreign.jurisdictionId
      ? []
      : [get(`/api/dossiers/places/${foreign.jurisdictionId}`)],
  'POST /api/dossiers/jobs': ({ foreign }) => [
    { method: 'POST', url: '/api/dossiers/jobs', body: { projectId: foreign.projectId }, may: [404] },
  ],
  'GET /api/dossiers/jobs/:jobId': ({ foreign }) => [get(`/api/dossiers/jobs/${foreign.projectId}`)],
  'GET /api/dossiers/jobs/:jobId/file': ({ foreign }) => [
    get(`/api/dossiers/jobs/${foreign.projectId}/file`),
  ],
  'POST /api/dossiers/jobs/:jobId/cancel': ({ foreign }) => [
    { method: 'POST', url: `/api/dossiers/jobs/${foreign.projectId}/cancel`, body: {}, may: [404] },
  ],
  'POST /api/rules/try': ({ foreign }) =>
    [{ jurisdiction: foreign.jurisdictionId }, {}].map((place) => ({
      method: 'POST',
      url: '/api/rules/try',
      body: { text: trialOf(foreign.jurisdictionId), fiscalYear: 2023, ...place },
      may: [403],
    })),
  'POST /api/self-scores': ({ foreign }) => [
    {
      method: 'POST',
      url: '/api/self-scores',
      body: { fiscalYear: 2023, jurisdiction: foreign.jurisdictionId },
      may: [403],
    },
  ],
  'GET /api/records/:recordId': ({ foreign }) =>
    recordsIn(foreign).flatMap(({ id }, index) => [
      get(`/api/records/${id}`),
      ...(index % 4 === 0 ? [get(`/api/records/${id}?asOf=2099-01-01T00:00:00Z`)] : []),
    ]),
  'PUT /api/records/:recordId': ({ foreign, fieldOf }) =>
    begunIn(foreign).map(({ id, kind }) => ({
      method: 'PUT',
      url: `/api/records/${id}`,
      body: { version: 1, content: { [fieldOf(kind.form)]: null } },
      may: [404],
    })),
  'GET /api/records/:recordId/documents/:file': ({ foreign }) =>
    begunIn(foreign).flatMap(({ id, kind }) =>
      kind.documents.map(({ document }) => get(`/api/records/${id}/documents/${document}.docx`)),
    ),
  'POST /api/records/:recordId/import': ({ foreign, workbook }) =>
    ['targets.sheet', 'evaluation.self'].map((kind) => {
      const version = { name: 'version', value: '1' }
      const form = multipart([version, { name: 'file', value: workbook, fileName: 'table.xlsx' }])
      return {
        method: 'POST',
        url: `/api/records/${foreign.records[kind]?.begun}/import`,
        ...form,
        may: [404],
      }
    }),
  'GET /api/targets/findings': ({ foreign }) => [
    get(`/api/targets/findings?recordId=${foreign.records['targets.sheet']?.begun}`),
  ],
  'GET /api/records/:recordId/workbook': ({ foreign }) => [
    get(`/api/records/${foreign.records['targets.sheet']?.begun}/workbook`),
  ],
  'POST /api/records/:recordId/workbook/comparison': (loot) => workbookProbes(loot, 'comparison'),
  'POST /api/records/:recordId/workbook/acceptance': (loot) => workbookProbes(loot, 'acceptance'),
  'GET /api/evaluation/county-costs': ({ foreign }) => [
    get(`/api/evaluation/county-costs?recordId=${foreign.records['evaluation.finance']?.begun}`),
  ],
  'GET /api/evaluation/agencies': ({ foreign, own }) =>
    own?.jurisdictionId === foreign.jurisdictionId
      ? []
      : [get(`/api/evaluation/agencies?fiscalYear=2023&jurisdiction=${foreign.jurisdictionId}`, [403])],
  'GET /api/exante/expert-register': ({ foreign, own }) =>
    own?.jurisdictionId === foreign.jurisdictionId
      ? []
      : [get(`/api/exante/expert-register?jurisdiction=${foreign.jurisdictionId}`, [403])],
  'GET /api/records/:recordId/rubric-table': ({ foreign }) =>
    recordsIn(foreign)
      .filter(({ kind }) => kind.stage === 'exante')
      .map(({ id }) => get(`/api/records/${id}/rubric-table`)),
  'POST /api/records/:recordId/rubric-table': ({ foreign, workbook }) =>
    recordsIn(foreign)
      .filter(({ kind }) => kind.stage === 'exante')
      .map(({ id }) => {
        const version = { name: 'version', value: '1' }
        const form = multipart([version, { name: 'file', value: workbook, fileName: 'table.xlsx' }])
        return { method: 'POST', url: `/api/records/${id}/rubric-table`, ...form, may: [404] }
      }),
  'GET /api/exante/rubrics': ({ foreign, own }) =>
    own?.jurisdictionId === foreign.jurisdictionId
      ? []
      : [get(`/api/exante/rubrics?jurisdiction=${foreign.jurisdictionId}`, [403])],
  'GET /api/blueprints/export': ({ foreign }) =>
    recordsIn(foreign)
      .slice(0, 1)
      .map(({ id }) => get(`/api/blueprints/export?packId=${id}`)),
  'GET /api/blueprints/book': ({ foreign }) =>
    recordsIn(foreign)
      .slice(0, 1)
      .map(({ id }) => get(`/api/blueprints/book?packId=${id}&format=docx`)),
  'GET /api/exante/panel': ({ foreign }) =>
    recordsIn(foreign)
      .filter(({ kind }) => kind.stage === 'exante')
      .map(({ id }) => get(`/api/exante/panel?recordId=${id}`)),
  'GET /api/exante/comparison': ({ foreign }) =>
    recordsIn(foreign)
      .filter(({ kind }) => kind.stage === 'exante')
      .map(({ id }) => get(`/api/exante/comparison?recordId=${id}`)),
  'GET /api/evaluation/report-check': ({ foreign }) =>
    recordsIn(foreign)
      .filter(({ kind }) => kind.stage === 'evaluation')
      .map(({ id }) => get(`/api/evaluation/report-check?recordId=${id}`, [403, 404])),
  'GET /api/pilot/selection-board': (loot) =>
    ofOtherPlace(loot, '/api/pilot/selection-board').map((probe) => ({
      ...probe,
      url: `${probe.url}&year=2023`,
    })),
  'GET /api/pilot/own-rank': (loot) => ofOtherPlace(loot, '/api/pilot/own-rank'),
  'GET /api/pilot/registers': (loot) => ofOtherPlace(loot, '/api/pilot/registers'),
  'GET /api/pilot/acceptance-file': ({ foreign }) =>
    recordsIn(foreign)
      .filter(({ kind }) => kind.stage === 'pilot')
      .map(({ id }) => get(`/api/pilot/acceptance-file?recordId=${id}`)),
  'GET /api/exante/draw-file': ({ foreign }) =>
    recordsIn(foreign)
      .filter(({ kind }) => kind.stage === 'exante')
      .map(({ id }) => get(`/api/exante/draw-file?recordId=${id}`)),
  'GET /api/indicators': ({ foreign: { jurisdictionId: jurisdiction } }) => [
    filter('/api/indicators', { jurisdiction }),
  ],
  'POST /api/indicators/from-evaluation': ({ foreign }) =>
    ['evaluation.self', 'targets.sheet'].map((kind) => ({
      method: 'POST',
      url: '/api/indicators/from-evaluation',
      body: {
        recordId: foreign.records[kind]?.walked,
        rowId: foreign.records[kind]?.begun,
        reason: 'targetTooLow',
      },
      may: [404],
    })),
  'GET /api/monitoring/tasks': ({ foreign: { jurisdictionId: jurisdiction } }) => [
    filter('/api/monitoring/tasks', { jurisdiction, year: '2023' }),
  ],
  'POST /api/monitoring/tasks': ({ foreign: { projectId } }) => [
    {
      method: 'POST',
      url: '/api/monitoring/tasks',
      body: { year: 2023, cadence: 'jan-jul', month: 7, keyProjectIds: [projectId] },
      may: [404],
    },
  ],
  'GET /api/monitoring/payment-holds': ({ foreign: { jurisdictionId: jurisdiction } }) => [
    filter('/api/monitoring/payment-holds', { jurisdiction, year: '2023' }),
  ],
  'GET /api/monitoring/own-indicators': ({ foreign }) => [
    get(`/api/monitoring/own-indicators?recordId=${foreign.records['monitoring.round']?.begun ?? ''}`),
  ],
  'PUT /api/monitoring/own-indicators': ({ foreign }) => [
    {
      method: 'PUT',
      url: '/api/monitoring/own-indicators',
      body: {
        recordId: foreign.records['monitoring.round']?.begun,
        version: 1,
        rows: [{ id: foreign.records['targets.sheet']?.begun, actual: '1' }],
      },
      may: [403, 404],
    },
  ],
  'POST /api/monitoring/update-links': ({ foreign }) => [
    {
      method: 'POST',
      url: '/api/monitoring/update-links',
      body: { recordId: foreign.records['monitoring.round']?.begun },
      may: [403, 404],
    },
  ],
  'GET /api/update-links/:token': () => [get(`/api/update-links/${'a'.repeat(32)}`)],
  'PUT /api/update-links/:token': () => [
    {
      method: 'PUT',
      url: `/api/update-links/${'a'.repeat(32)}`,
      body: { version: 1, rows: [] },
      may: [404],
    },
  ],
  'GET /api/results/known-problems': ({ foreign: { projectId } }) => [
    get(`/api/results/known-problems?projectId=${projectId}`),
  ],
  'GET /api/results/responsibility': ({ foreign: { projectId } }) => [
    get(`/api/results/responsibility?projectId=${projectId}`),
  ],
  'GET /api/results/person-duties': ({ foreign: { jurisdictionId: jurisdiction }, stranger }) => [
    filter('/api/results/person-duties', { jurisdiction, year: '2023', personId: stranger.personId }),
  ],
  'GET /api/results/task-changes': ({ foreign }) => [
    get(`/api/results/task-changes?recordId=${foreign.records['results.task']?.begun ?? ''}`),
  ],
  'GET /api/results/rectification': ({ foreign: { jurisdictionId: jurisdiction, projectId } }) => [
    filter('/api/results/rectification', { jurisdiction, year: '2023' }),
    filter('/api/results/rectification', { jurisdiction, year: '2023', projectId }),
  ],
  'GET /api/results/rectification/export': ({ foreign: { jurisdictionId: jurisdiction } }) => [
    filter('/api/results/rectification/export', { jurisdiction, year: '2023' }),
  ],
  'GET /api/monitoring/outlook': ({ foreign: { projectId } }) => [
    get(`/api/monitoring/outlook?projectId=${projectId}`),
  ],
  'GET /api/colleagues': ({ foreign: { projectId } }) => [get(`/api/colleagues?projectId=${projectId}`)],
  'GET /api/oversight/place': (loot) =>
    ofOtherPlace(loot, '/api/oversight/place').map((probe) => ({
      ...probe,
      url: `${probe.url}&year=2023&asOf=2099-01-01T00:00:00Z`,
    })),
  'GET /api/oversight/package': (loot) =>
    ofOtherPlace(loot, '/api/oversight/package').map((probe) => ({
      ...probe,
      url: `${probe.url}&year=2023`,
    })),
  'GET /api/oversight/records/:recordId': ({ foreign }) =>
    recordsIn(foreign)
      .filter((_record, index) => index % 6 === 0)
      .map(({ id }) => get(`/api/oversight/records/${id}?asOf=2099-01-01T00:00:00Z`)),
  'GET /api/oversight/reports/:recordId': ({ foreign }) =>
    begunIn(foreign)
      .slice(0, 4)
      .map(({ id }) => get(`/api/oversight/reports/${id}`)),
  'GET /api/oversight/reports/:recordId/figure': ({ foreign }) =>
    begunIn(foreign)
      .slice(0, 4)
      .map(({ id }) => get(`/api/oversight/reports/${id}/figure?number=1`)),
  'GET /api/results/reports': (loot) =>
    ofOtherPlace(loot, '/api/results/reports').map((probe) => ({ ...probe, url: `${probe.url}&year=2023` })),
  'POST /api/results/reports/:recordId/receipt': ({ foreign }) =>
    begunIn(foreign)
      .slice(0, 4)
      .map(({ id }) => ({ method: 'POST', url: `/api/results/reports/${id}/receipt`, body: {}, may: [404] })),
  'GET /api/rounds': ({ foreign: { jurisdictionId: jurisdiction } }) => [
    filter('/api/rounds', { jurisdiction, year: '2023' }),
  ],
  'GET /api/rounds/out-of-step': ({ foreign: { jurisdictionId: jurisdiction } }) => [
    filter('/api/rounds/out-of-step', { jurisdiction, year: '2023' }),
  ],
  'GET /api/evaluation/self-quality': ({ foreign: { jurisdictionId: jurisdiction } }) => [
    get(
      `/api/evaluation/self-quality?${new URLSearchParams({ jurisdiction, year: '2023' }).toString()}`,
      [200, 403],
    ),
  ],
  'GET /api/targets/offices': ({ foreign: { jurisdictionId: jurisdiction } }) => [
    filter('/api/targets/offices', { jurisdiction, year: '2023' }),
  ],
  'GET /api/targets/owners': ({ foreign }) => [
    filter('/api/targets/owners', { recordId: foreign.records['targets.sheet']?.walked ?? '' }),
  ],
  'GET /api/results/publications/:publicationId': ({ foreign }) => [
    {
      method: 'GET',
      url: `/api/results/publications/${stableId(foreign.projectId)}?version=1`,
      may: [403, 404],
    },
  ],
  'POST /api/results/withdrawals': ({ foreign }) => [
    {
      method: 'POST',
      url: '/api/results/withdrawals',
      body: {
        publicationId: stableId(foreign.projectId),
        versions: [1],
        kind: 'other',
        reason: '不属于本地',
        said: '不属于本地',
        isNameTold: true,
      },
      may: [403, 404],
    },
  ],
  'POST /api/results/withdrawals/decision': ({ foreign }) => [
    {
      method: 'POST',
      url: '/api/results/withdrawals/decision',
      body: { proposalId: foreign.records['targets.sheet']?.walked, action: 'approve' },
      may: [403, 404],
    },
  ],
  'POST /api/results/feedback': ({ foreign }) => [
    {
      method: 'POST',
      url: '/api/results/feedback',
      body: { feedbackId: foreign.records['targets.sheet']?.walked, action: 'ignore', text: '不属于本地' },
      may: [403, 404],
    },
  ],
  'POST /api/targets/owners': ({ foreign, stranger }) => [
    {
      method: 'POST',
      url: '/api/targets/owners',
      body: {
        recordId: foreign.records['targets.sheet']?.walked,
        indicatorIds: [foreign.records['targets.sheet']?.begun],
        ownerId: stranger.personId,
        reason: '人员调整',
      },
      may: [404],
    },
  ],
  'GET /api/projects': ({ foreign: { jurisdictionId: jurisdiction } }) => [
    filter('/api/projects', { jurisdiction, year: '2023' }),
    filter('/api/projects', { jurisdiction, year: '2023', status: 'entered' }),
  ],
  'GET /api/monitoring/overview': ({ foreign: { jurisdictionId: jurisdiction } }) => [
    filter('/api/monitoring/overview', { year: '2023' }),
    filter('/api/monitoring/overview', { jurisdiction, year: '2023' }),
  ],
  'GET /api/monitoring/points': ({ foreign: { jurisdictionId: jurisdiction } }) => [
    filter('/api/monitoring/points', { year: '2023', month: '7' }),
    filter('/api/monitoring/points', { jurisdiction, year: '2023', month: '7' }),
  ],
  'GET /api/rounds/export': ({ foreign: { jurisdictionId: jurisdiction } }) => [
    filter('/api/rounds/export', { jurisdiction, year: '2023' }),
  ],
  'GET /api/targets/offices/export': ({ foreign: { jurisdictionId: jurisdiction } }) => [
    filter('/api/targets/offices/export', { jurisdiction, year: '2023' }),
  ],
  'GET /api/exante/expert-register/export': (loot) =>
    ofOtherPlace(loot, '/api/exante/expert-register/export'),
  'GET /api/exante/rubrics/export': (loot) => ofOtherPlace(loot, '/api/exante/rubrics/export'),
  'GET /api/projects/export': ({ foreign: { jurisdictionId: jurisdiction } }) => [
    filter('/api/projects/export', { jurisdiction, year: '2023' }),
  ],
  'GET /api/projects/:jurisdiction/:projectId': ({ foreign, own }) => [
    get(`/api/projects/${foreign.jurisdictionId}/${foreign.projectId}`),
    ...(own && own.jurisdictionId !== foreign.jurisdictionId
      ? [
          get(`/api/projects/${own.jurisdictionId}/${foreign.projectId}`),
          get(`/api/projects/${foreign.jurisdictionId}/${own.projectId}`),
        ]
      : []),
  ],
  'PUT /api/projects/:projectId': ({ foreign, entry }) => [
    {
      method: 'PUT',
      url: `/api/projects/${foreign.projectId}`,
      body: { version: 1, content: entry },
      may: [404],
    },
  ],
  'POST /api/projects': ({ entry }) => [
    { method: 'POST', url: '/api/projects', body: { fiscalYear: 2023, content: entry }, may: [400, 403] },
  ],
  'POST /api/attachments': ({ foreign, own }) => [
    upload({ projectId: foreign.projectId }),
    ...(own
      ? ['monitoring.round', 'results.task'].map((kind) =>
          upload({
            projectId: own.projectId,
            recordId: foreign.records[kind]?.begun as string,
            place: 'execution',
          }),
        )
      : []),
  ],
  'GET /api/attachments/:attachmentId': ({ foreign }) => [get(`/api/attachments/${foreign.attachmentId}`)],
  'GET /api/documents': ({ foreign: { jurisdictionId: jurisdiction, projectId } }) => [
    filter('/api/documents', { projectId }),
    filter('/api/documents', { jurisdiction, projectId }),
  ],
  'GET /api/ledger/leaves': ({ foreign }) => [
    filter('/api/ledger/leaves', { projectId: foreign.projectId }),
    ...recordsIn(foreign)
      .filter((_record, index) => index % 6 === 0)
      .map(({ id }) => filter('/api/ledger/leaves', { recordId: id })),
  ],
  'GET /api/exit-list': ({ foreign, own }) =>
    own?.jurisdictionId === foreign.jurisdictionId
      ? []
      : [get(`/api/exit-list?jurisdiction=${foreign.jurisdictionId}`, [403])],
  'GET /api/exit-list/export': (loot) => ofOtherPlace(loot, '/api/exit-list/export'),
  'GET /api/what-if/scenario': ({ foreign }) => [
    get(`/api/what-if/scenario?scenarioId=${foreign.projectId}`, [403, 404]),
  ],
  'PUT /api/what-if/scenario': ({ foreign }) => [
    {
      method: 'PUT',
      url: '/api/what-if/scenario',
      body: { scenarioId: foreign.projectId, version: 1, name: '测算', settings: NO_MONEY, edits: [] },
      may: [403, 404],
    },
  ],
  'POST /api/what-if/calculations': ({ foreign }) => [
    {
      method: 'POST',
      url: '/api/what-if/calculations',
      body: { scenarioId: foreign.projectId, settings: NO_MONEY, edits: [], withCosts: false },
      may: [403, 404],
    },
  ],
  'GET /api/what-if/calculation': ({ foreign }) => [
    get(`/api/what-if/calculation?calculationId=${foreign.projectId}`, [403, 404]),
  ],
  'POST /api/what-if/calculation-stops': ({ foreign }) => [
    {
      method: 'POST',
      url: '/api/what-if/calculation-stops',
      body: { calculationId: foreign.projectId },
      may: [403, 404],
    },
  ],
  'POST /api/what-if/plans': ({ foreign }) => [
    {
      method: 'POST',
      url: '/api/what-if/plans',
      body: { scenarioId: foreign.projectId, calculationId: foreign.projectId, name: '方案' },
      may: [403, 404],
    },
  ],
  'POST /api/what-if/adoptions': ({ foreign }) => [
    {
      method: 'POST',
      url: '/api/what-if/adoptions',
      body: { planId: foreign.projectId, version: 1 },
      may: [403, 404],
    },
  ],
  'GET /api/what-if/memo': ({ foreign }) => [
    get(`/api/what-if/memo?planId=${foreign.projectId}`, [403, 404]),
  ],
  'GET /api/ledger/bundle': ({ foreign, own }) => [
    get(`/api/ledger/bundle?projectId=${foreign.projectId}`),
    get(`/api/ledger/bundle?projectId=${foreign.projectId}&withPersonal=true&from=1`),
    ...recordsIn(foreign)
      .filter((_record, index) => index % 6 === 0)
      .map(({ id }) => get(`/api/ledger/bundle?recordId=${id}`)),
    ...(own
      ? [get(`/api/ledger/bundle?projectId=${own.projectId}&recordId=${recordsIn(foreign)[0]?.id}`, [400])]
      : []),
  ],
  // Hashes and checkpoints are there for everybody to keep: they say nothing of what they are of.
  'GET /api/ledger/checkpoints': ({ foreign: { jurisdictionId: jurisdiction } }) => [
    filter('/api/ledger/checkpoints', { jurisdiction }),
  ],
  'GET /api/ledger/witness-request': ({ foreign: { jurisdictionId } }) => [
    get(`/api/ledger/witness-request?jurisdiction=${jurisdictionId}&from=0`, [200, 404]),
  ],
  'POST /api/ledger/cosignatures': ({ foreign: { jurisdictionId: jurisdiction } }) => [
    {
      method: 'POST',
      url: '/api/ledger/cosignatures',
      body: { jurisdiction, size: 1, key: 'x', line: 'x' },
      may: [404],
    },
  ],
  'GET /api/ledger/comparison': ({ foreign, own }) =>
    own?.jurisdictionId === foreign.jurisdictionId
      ? []
      : [get(`/api/ledger/comparison?jurisdiction=${foreign.jurisdictionId}`)],
  'GET /api/audit': ({ foreign }) =>
    [
      foreign.projectId,
      ...recordsIn(foreign)
        .slice(0, 4)
        .map(({ id }) => id),
    ].map((subjectId) => filter('/api/audit', { subjectId })),
  'POST /api/me/post': ({ stranger: { postId } }) => [
    { method: 'POST', url: '/api/me/post', body: { postId }, may: [404] },
  ],
}

/** A file that stands for an offline workbook, to the foreign record: it is not even compared. */
function workbookProbes({ foreign, workbook }: Loot, act: string): Probe[] {
  const fields = [
    { name: 'version', value: '1' },
    { name: 'choices', value: '{}' },
  ]
  const form = multipart([...fields, { name: 'file', value: workbook, fileName: 'table.xlsx' }])
  const url = `/api/records/${foreign.records['targets.sheet']?.begun}/workbook/${act}`
  return [{ method: 'POST', url, ...form, may: [404] }]
}

function upload(fields: Readonly<Record<string, string>>): Probe {
  const parts = Object.entries(fields).map(([name, value]) => ({ name, value }))
  const form = multipart([...parts, { name: 'file', value: '证明', fileName: 'proof.txt' }])
  return { method: 'POST', url: '/api/attachments', ...form, may: [404] }
}

/** The act on the foreign record of its kind: on the one begun, or on the one walked on. */
function actProbes(route: KnownRoute, { foreign }: Loot): Probe[] | undefined {
  const act = ACTS.find(({ id }) => id === route.operationId)
  if (!act) return undefined
  const two = foreign.records[act.recordKind.kind]
  const isFirst = act.recordKind.workflow.actions[act.action]?.from.includes(act.recordKind.workflow.initial)
  const recordId = (isFirst ? two?.begun : two?.walked) as string
  return [{ method: 'POST', url: addressOf(route.url, { recordId }), body: { version: 1 }, may: [404] }]
}

/** A beginning in a foreign project, and in one's own on a foreign record. */
function beginProbes(route: KnownRoute, { foreign, own }: Loot): Probe[] | undefined {
  const begin = BEGINS.find(({ id }) => id === route.operationId)
  if (!begin) return undefined
  const ask = (body: object, may: readonly number[]): Probe => ({ method: 'POST', url: route.url, body, may })
  const { projectId } = foreign
  const subjectId = foreign.records['monitoring.round']?.walked
  if (begin.recordKind.per === 'organisation')
    return [ask({ projectId, fiscalYear: 2023 }, [400]), ask({ subjectId, fiscalYear: 2023 }, [404])]
  if (begin.recordKind.per === 'jurisdiction')
    return [ask({ projectId }, [400]), ask({ subjectId }, [404, 409])]
  return [
    ask({ projectId }, [404]),
    ask({ projectId, subjectId }, [404]),
    ...(own ? [ask({ projectId: own.projectId, subjectId }, [404])] : []),
  ]
}
