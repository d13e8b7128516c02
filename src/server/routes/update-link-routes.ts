import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { openUpdateLink } from '../../app/monitoring/own/open-link.ts'
import { updateOwnIndicators } from '../../app/monitoring/own/update-own.ts'
import { OwnIndicatorsView, viewOwnIndicators } from '../../app/monitoring/own/view-own.ts'
import type { UseCase } from '../../app/kernel/use-case.ts'
import type { Product } from '../../app/product.ts'
import { sendAnswer } from './use-case-routes.ts'

const Token = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{32}$' }) })

/**
 * 一分钟更新: the link is the credential. What it opens is the ordinary use case in its owner's post, so the
 * same walls stand around it; there is no session and no other address it leads to.
 */
export function addUpdateLinkRoutes(server: FastifyInstance, product: Product): void {
  const config = { rateLimit: { max: 30, timeWindow: '1 minute' } }
  server.get(
    '/api/update-links/:token',
    {
      config,
      schema: { summary: '打开一分钟更新链接', params: Token, response: { 200: OwnIndicatorsView } },
    },
    async (request, reply) => {
      const { recordId, ...call } = await opened(product, request)
      return sendAnswer(reply, await product.run(viewOwnIndicators as unknown as UseCase, { recordId }, call))
    },
  )
  server.put(
    '/api/update-links/:token',
    { config, schema: { summary: '通过链接更新本人负责的指标', params: Token } },
    async (request, reply) => {
      const { recordId, ...call } = await opened(product, request)
      const body = { ...(request.body as object | null), recordId }
      const key = request.headers['idempotency-key']
      const keyed = typeof key === 'string' ? { ...call, idempotencyKey: key } : call
      return sendAnswer(reply, await product.run(updateOwnIndicators as unknown as UseCase, body, keyed))
    },
  )
}

/** @throws DomainError NOT_FOUND */
async function opened(product: Product, request: FastifyRequest) {
  const { token } = request.params as { token: string }
  const { recordId, postId } = await openUpdateLink(product, token)
  return { recordId, credentials: { postId }, address: request.ip, requestId: request.id }
}
