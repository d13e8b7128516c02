import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, LogController, type RouteOptions } from 'fastify'
import type { Product } from '../app/product.ts'
import { answerError, installErrorHandler } from './error-handler.ts'
import { addAttachmentRoutes } from './routes/attachment-routes.ts'
import { addBatchRoutes } from './routes/batch-routes.ts'
import { addDoctorRoutes } from './routes/doctor-routes.ts'
import { addExchangeRoutes } from './routes/exchange-routes.ts'
import { addFileRoutes } from './routes/file-routes.ts'
import { addIntakeRoutes } from './routes/intake-routes.ts'
import { monitoringRoutes } from './routes/monitoring-routes.ts'
import { rectificationRoutes } from './routes/rectification-routes.ts'
import { addOfflineRoutes } from './routes/offline-routes.ts'
import { addRubricRoutes } from './routes/rubric-routes.ts'
import { addOverviewRoutes } from './routes/overview-routes.ts'
import { addProjectRoutes } from './routes/project-routes.ts'
import { addBlueprintRoutes } from './routes/blueprint-routes.ts'
import { recordRoutes } from './routes/record-routes.ts'
import { addSessionRoutes } from './routes/session-routes.ts'
import { shellRoutes } from './routes/shell-routes.ts'
import { addUpdateLinkRoutes } from './routes/update-link-routes.ts'
import { whatIfRoutes } from './routes/what-if-routes.ts'
import { addUseCaseRoutes } from './routes/use-case-routes.ts'
import { requireSameOrigin } from './same-origin.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { addWebPages } from './web-pages.ts'

export type ServerOptions = {
  /** Behind HTTPS: the session cookie is `__Host-` and Secure, and HSTS is sent. */
  readonly isSecure?: boolean
  readonly isLogging?: boolean
  readonly webFolder?: string
  /** Told of every address as it is registered; the tests hold each of them to the rules. */
  readonly onRoute?: (route: RouteOptions) => void
}

/** The HTTP face of the product: every route, its guards, and the pages. */
export async function buildServer(product: Product, options: ServerOptions = {}): Promise<FastifyInstance> {
  const isSecure = options.isSecure ?? false
  const server = Fastify({
    logger: options.isLogging ? { level: 'warn' } : false,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: 2 * 1024 * 1024,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
    exposeHeadRoutes: false,
    frameworkErrors: answerError,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  })
  // The kernel checks every input itself, with Chinese places; Fastify only documents the shapes.
  server.setValidatorCompiler(() => () => true)
  server.setSerializerCompiler(() => (data) => JSON.stringify(data))
  installErrorHandler(server)
  if (options.onRoute) server.addHook('onRoute', options.onRoute)
  addSecurityHeaders(server, isSecure)
  await server.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: '绩衡 API', version: '1' } },
  })
  // The hot reads stand apart: nothing of what the other addresses need runs before them.
  addProjectRoutes(server, product, isSecure)
  addOverviewRoutes(server, product, isSecure)
  await server.register(async (others) => {
    await others.register(cookie)
    await others.register(rateLimit, { global: false })
    await others.register(multipart, {
      limits: { files: 1, fields: 5, fileSize: 20 * 1024 * 1024, headerPairs: 50 },
    })
    others.addHook('onRequest', requireSameOrigin)
    addSessionRoutes(others, product, isSecure)
    addFileRoutes(others, product, isSecure)
    addAttachmentRoutes(others, product, isSecure)
    addIntakeRoutes(others, product, isSecure)
    addBatchRoutes(others, product, isSecure)
    addExchangeRoutes(others, product, isSecure)
    addOfflineRoutes(others, product, isSecure)
    addRubricRoutes(others, product, isSecure)
    addBlueprintRoutes(others, product, isSecure)
    addDoctorRoutes(others, product, isSecure)
    addUpdateLinkRoutes(others, product)
    addUseCaseRoutes(
      others,
      product,
      [...shellRoutes, ...monitoringRoutes, ...whatIfRoutes, ...rectificationRoutes, ...recordRoutes],
      isSecure,
    )
    await addWebPages(others, options.webFolder)
  })
  return server
}
