import { readFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Product } from '../app/product.ts'
import { ACTS, USE_CASES } from '../app/use-cases.ts'
import { type KnownRoute, listen } from './testing.ts'

/** The few addresses with no use case behind them, and why. */
const WITHOUT_USE_CASE: Readonly<Record<string, string>> = {
  'GET /api/setup': 'asked before anybody can sign in',
  'POST /api/setup': 'there is nobody yet who could be asked for a session',
  'POST /api/login': 'makes the session',
  'POST /api/logout': 'ends the session',
  'POST /api/me/post': 'changes the session',
  'POST /api/me/password': 'changes the account of the session',
  'POST /api/doctor/tables': 'reads a file that is not kept; asks only for a session',
  'POST /api/doctor/workbook': 'marks a file that is not kept; asks only for a session',
  'GET /api/projects': 'hot read: session, scope and answer in one statement',
  'GET /api/projects/:jurisdiction/:projectId': 'hot read: session, scope and answer in one statement',
  'GET /api/monitoring/overview': 'hot read: session, scope and answer in one statement',
  'GET /api/update-links/:token': 'the link is the credential; runs monitoring.viewOwnIndicators in its post',
  'PUT /api/update-links/:token':
    'the link is the credential; runs monitoring.updateOwnIndicators in its post',
  'GET /api/monitoring/points': 'hot read: session, scope and answer in one statement',
}

const nameOf = ({ method, url }: KnownRoute) => `${method} ${url}`

let routes: readonly KnownRoute[] = []
let document = ''
beforeAll(async () => {
  const listening = await listen({} as Product)
  routes = listening.routes
  document = `${JSON.stringify(listening.server.swagger(), null, 1)}\n`
  await listening.server.close()
})

describe('the inventory of addresses', () => {
  test('every address has its use case or a reason to have none', () => {
    const known = new Set(USE_CASES.map(({ id }) => id))
    const unknown = routes.filter(
      (route) => !known.has(route.operationId ?? '') && !(nameOf(route) in WITHOUT_USE_CASE),
    )
    expect(unknown.map(nameOf)).toEqual([])
    const gone = Object.keys(WITHOUT_USE_CASE).filter((name) => !routes.map(nameOf).includes(name))
    expect(gone).toEqual([])
  })

  test('every use case has exactly one address; acts of the system have none', () => {
    const ofSystem = ACTS.filter(({ recordKind, action }) => recordKind.workflow.actions[action]?.isSystem)
    const hidden = new Set(ofSystem.map(({ id }) => id))
    const addresses = (id: string) => routes.filter(({ operationId }) => operationId === id).length
    const wrong = USE_CASES.filter(({ id }) => addresses(id) !== (hidden.has(id) ? 0 : 1))
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  test('reading is GET and writing is not; no address answers another verb', async () => {
    const kinds = new Map(USE_CASES.map(({ id, kind }) => [id, kind]))
    const wrong = routes.filter(({ method, operationId }) => {
      const kind = kinds.get(operationId ?? '')
      return kind !== undefined && (kind === 'query') !== (method === 'GET') && !isTooLong(operationId)
    })
    expect(wrong.map(nameOf)).toEqual([])
    expect([...new Set(routes.map(({ method }) => method))].sort()).toEqual(['GET', 'POST', 'PUT'])
  })
})

/** A question that carries a whole file does not fit into an address. */
const LONG_QUESTIONS: readonly (string | undefined)[] = [
  'shell.tryParameter',
  'records.compareWorkbook',
  'batch.preview',
  'exchange.compare',
  'results.calculatePlan',
  // Begun by such a question, and ended like it: nothing is stored.
  'results.stopCalculation',
]
const isTooLong = (operationId: string | undefined) => LONG_QUESTIONS.includes(operationId)

describe('what is published about them', () => {
  test('docs/openapi.json is what the server says now, in OpenAPI 3.1.0', () => {
    expect(JSON.parse(document).openapi).toBe('3.1.0')
    expect(
      readFileSync('docs/openapi.json', 'utf8') === document,
      'run: node scripts/generate-openapi.ts',
    ).toBe(true)
  })

  test('the document names every address', () => {
    const { paths } = JSON.parse(document) as { paths: Record<string, Record<string, unknown>> }
    const named = Object.entries(paths).flatMap(([url, verbs]) =>
      Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${url.replace(/\{(\w+)\}/g, ':$1')}`),
    )
    expect(named.sort()).toEqual(routes.map(nameOf).sort())
  })

  test('the typed client is made from that document', async () => {
    const client = astToString(await openapiTS(document))
    const shipped = readFileSync('src/web/generated/api.d.ts', 'utf8')
    expect(shipped.endsWith(client), 'run: node scripts/generate-openapi.ts').toBe(true)
  })
})
