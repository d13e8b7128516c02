import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { type Answering, makeAnswering, message, type PublicOptions, queryOf } from './answering.ts'
import { addDataRoutes } from './data-routes.ts'
import { addFeedbackRoutes } from './feedback-routes.ts'
import { trustedGateway } from './gateway.ts'
import { computePage } from './pages/compute-page.ts'
import { plainPage } from './pages/plain-page.ts'
import { projectPage } from './pages/project-page.ts'
import { startPage } from './pages/start-page.ts'
import { verifyPage } from './pages/verify-page.ts'
import type { PublicDatabase } from './public-database.ts'
import { rateLimit } from './rate-limit.ts'
import { readAnswers, readFacets, readVersion, searchPublications, type Wanted } from './read-publications.ts'
import { readWithdrawal } from './read-withdrawals.ts'
import { readOwnFigures } from './read-own-figures.ts'
import { STYLE } from './style.ts'
import { SAID } from './words.ts'

/** Nothing runs in the page and nothing is fetched from elsewhere; forms go to this site only. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  // Other sites learn nothing of where somebody came from; the own form has to say that it is its own.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-cache',
} as const

const PAGES_A_MINUTE = 240
const PAGE_MAX = 1000

/** The HTTP face of the public site: it reads what is public, and takes feedback. */
export function buildPublicServer(database: PublicDatabase, options: PublicOptions): FastifyInstance {
  const server = Fastify({
    logger: options.isLogging ? { level: 'warn' } : false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 16 * 1024,
    requestTimeout: 15_000,
    exposeHeadRoutes: false,
    trustProxy: trustedGateway(options),
    routerOptions: { maxParamLength: 64 },
  })
  const answering = makeAnswering(database, options)
  const reading = rateLimit(PAGES_A_MINUTE, 60_000)
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS)
    if (reading.allows(request.ip, Date.now())) return undefined
    return answering.page(reply.code(429), SAID.tooMany, message(SAID.tooMany))
  })
  addSearchRoutes(server, database, answering)
  addProjectRoutes(server, database, answering)
  addFeedbackRoutes(server, database, answering)
  addDataRoutes(server, database, answering)
  server.setNotFoundHandler((_request, reply) => answering.missing(reply))
  server.setErrorHandler((error, request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
    const isTheirs = status >= 400 && status < 500
    if (!isTheirs) request.log.error(error)
    return answering.page(reply.code(isTheirs ? status : 503), '暂时不能显示', message(SAID.broken))
  })
  return server
}

function addSearchRoutes(server: FastifyInstance, database: PublicDatabase, { page }: Answering): void {
  server.get('/style.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(STYLE),
  )
  server.get('/', async (request, reply) => {
    const wanted = wantedOf(queryOf(request))
    const [found, facets] = await Promise.all([searchPublications(database, wanted), readFacets(database)])
    return page(reply, '查项目', startPage({ ...wanted, page: found.page }, facets, found))
  })
  server.get('/verify', (_request, reply) => page(reply, '怎样核验', verifyPage()))
}

function addProjectRoutes(server: FastifyInstance, database: PublicDatabase, answering: Answering): void {
  const { page, missing, onVersion, site } = answering
  server.get('/p/:id', async (request, reply) => {
    const { id } = request.params as { readonly id: string }
    if (!/^[0-9a-f]{12}$/.test(id)) return missing(reply)
    const read = await readVersion(database, id)
    const newest = read?.published.version ?? (await readWithdrawal(database, id))?.version
    return newest === undefined ? missing(reply) : reply.redirect(`/p/${id}/v${newest}`, 302)
  })
  server.get('/p/:id/:version', (request, reply) =>
    onVersion(request, reply, async (read) => {
      const answers = await readAnswers(database, read.published.id)
      return page(reply, read.published.project.name, projectPage(site(request), read, answers))
    }),
  )
  server.get('/p/:id/:version/plain', (request, reply) =>
    onVersion(request, reply, (read) =>
      page(reply, `${read.published.project.name}（大白话）`, plainPage(site(request), read)),
    ),
  )
  server.get('/p/:id/:version/compute', (request, reply) =>
    onVersion(request, reply, (read) => {
      const self = read.published.selfEvaluation
      if (!self) return missing(reply)
      const { own, problems } = readOwnFigures(queryOf(request), self)
      const title = `${read.published.project.name}（自己算一遍）`
      return page(reply, title, computePage(site(request), read, { self, own, problems }))
    }),
  )
}

function wantedOf(query: URLSearchParams): Wanted {
  const short = (name: string) => (query.get(name) ?? '').replaceAll('\0', '').trim().slice(0, 60)
  const page = Number(query.get('page') ?? '1')
  const words = short('q').split(/\s+/)
  return {
    words: words.filter((word) => word !== '').slice(0, 5),
    place: short('place'),
    year: short('year'),
    grade: short('grade'),
    category: short('category'),
    kind: short('kind'),
    page: Number.isInteger(page) && page >= 1 ? Math.min(page, PAGE_MAX) : 1,
  }
}
