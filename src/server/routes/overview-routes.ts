import type { FastifyInstance } from 'fastify'
import { OverviewView, PointsView } from '../../app/monitoring/overview-view.ts'
import { OverviewInput, PointsInput, readOverview, readPoints } from '../../app/monitoring/read-overview.ts'
import type { Product } from '../../app/product.ts'
import { hashToken } from '../../app/session/sign-in.ts'
import { requireToken } from '../session-cookie.ts'
import { withIntegers } from './project-routes.ts'
import { sendJson } from './use-case-routes.ts'

/** Hot reads as well: PostgreSQL's JSON goes out as it came. */
export function addOverviewRoutes(server: FastifyInstance, product: Product, isSecure: boolean): void {
  const reads = [
    ['overview', '监控总览', OverviewInput, OverviewView, readOverview],
    ['points', '监控两项偏差', PointsInput, PointsView, readPoints],
  ] as const
  for (const [name, summary, querystring, view, read] of reads) {
    server.get(
      `/api/monitoring/${name}`,
      {
        schema: {
          summary,
          operationId: `monitoring.${name}`,
          tags: ['monitoring'],
          querystring,
          response: { 200: view },
        },
      },
      async (request, reply) => {
        const tokenHash = hashToken(requireToken(request, isSecure))
        const query = withIntegers(request.query as Record<string, unknown>, ['year', 'month'])
        return sendJson(reply, await read(product.reads.hot, tokenHash, query))
      },
    )
  }
}
