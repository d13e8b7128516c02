import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { Answer, Call } from '../../app/kernel/run.ts'
import type { Product } from '../../app/product.ts'
import { hashToken } from '../../app/session/sign-in.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { requireToken } from '../session-cookie.ts'
import type { Route } from './route.ts'

/** A route reads the request, calls one use case and sends what it gave. It decides nothing. */
export function addUseCaseRoutes(
  server: FastifyInstance,
  product: Product,
  routes: readonly Route[],
  isSecure: boolean,
): void {
  for (const { method, url, useCase } of routes) {
    server.route({
      method,
      url,
      schema: describeRoute(method, url, useCase),
      handler: async (request, reply) => {
        const answer = await product.run(
          useCase,
          gatherInput(request, useCase.input),
          callOf(request, isSecure),
        )
        return sendAnswer(reply, answer)
      },
    })
  }
}

/** The documented shape; checking is the kernel's, so that commands are held to the same. */
function describeRoute(method: string, url: string, useCase: Route['useCase']) {
  const { properties = {}, required = [] } = useCase.input as {
    properties?: Record<string, TSchema>
    required?: string[]
  }
  const params = [...url.matchAll(/:(\w+)/g)].map((match) => match[1] as string)
  const rest = Object.keys(properties).filter((name) => !params.includes(name))
  const pick = (names: readonly string[]) => ({
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(names.map((name) => [name, properties[name]])),
    required: required.filter((name) => names.includes(name)),
  })
  return {
    summary: useCase.title,
    operationId: useCase.id,
    tags: [useCase.stage],
    ...(params.length > 0 ? { params: pick(params) } : {}),
    ...(method === 'GET' ? { querystring: pick(rest) } : { body: pick(rest) }),
    response: { 200: useCase.output ?? {} },
  }
}

/** Path, query and body as one input; a name that stands in two places is refused. */
export function gatherInput(request: FastifyRequest, schema: TSchema): unknown {
  const params = (request.params ?? {}) as Record<string, unknown>
  if (request.method === 'GET') {
    const query = { ...(request.query as Record<string, unknown>) }
    requireDistinct(params, query)
    return { ...params, ...(Value.Convert(schema, query) as Record<string, unknown>) }
  }
  const body = request.body ?? {}
  if (typeof body !== 'object' || Array.isArray(body)) {
    throw new DomainError('INVALID_INPUT', '提交的内容格式不对，请刷新页面后重试。')
  }
  requireDistinct(params, body as Record<string, unknown>)
  return { ...(body as Record<string, unknown>), ...params }
}

function requireDistinct(params: Record<string, unknown>, others: Record<string, unknown>): void {
  const twice = Object.keys(params).find((name) => name in others)
  if (twice)
    throw new DomainError('INVALID_INPUT', '提交的内容重复，请刷新页面后重试。', {
      places: [{ field: twice, problem: '重复' }],
    })
}

/** Who calls, from where, under which key. @throws DomainError INVALID_INPUT for a write without a key */
export function callOf(request: FastifyRequest, isSecure: boolean): Call {
  const credentials = { tokenHash: hashToken(requireToken(request, isSecure)) }
  const origin = { credentials, address: request.ip, requestId: request.id }
  if (request.method === 'GET') return origin
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(key)) {
    throw new DomainError('INVALID_INPUT', '提交缺少防重复编号，请刷新页面后重试。', {
      places: [{ field: 'Idempotency-Key', problem: '缺少' }],
    })
  }
  const token = request.headers['x-csrf-token']
  return { ...origin, idempotencyKey: key, csrfToken: typeof token === 'string' ? token : '' }
}

/** The answer of a use case; a repeated submission gets the first answer and is told so. */
export function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.isRepeat) reply.header('Idempotency-Replayed', 'true')
  return sendJson(reply, answer.body)
}

export function sendJson(reply: FastifyReply, body: string): FastifyReply {
  return reply
    .header('content-type', 'application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(body)
}
