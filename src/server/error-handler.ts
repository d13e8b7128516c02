import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DomainError, TOO_BUSY } from '../domain/shared/errors.ts'
import { HTTP_STATUS_BY_CODE } from './http-status.ts'

type Refusal = { readonly status: number; readonly code: string; readonly message: string }

const WRONG = { status: 400, code: 'INVALID_INPUT', message: '提交的内容格式不对，请检查后重新填写。' }
const GONE = {
  status: 404,
  code: 'NOT_FOUND',
  message: '没有找到所指的内容，可能已移交或不在您的管理范围内。',
}
const TAKEN = {
  status: 409,
  code: 'ACTION_NOT_AVAILABLE',
  message: '同样的编号或名称刚被别人用了，请刷新页面后换一个。',
}

/** Waited too long for what others hold; nothing was done. */
const BUSY = { status: 503, code: 'TOO_BUSY', message: TOO_BUSY }
/** Seconds after which the same call is worth another try. */
const RETRY_AFTER = '3'

/** What PostgreSQL refuses although no schema could see it: it is the input that is wrong. */
const DATABASE_REFUSALS: Readonly<Record<string, Refusal>> = {
  '22P02': WRONG, // not a number, date or id
  '22P05': WRONG, // a character that cannot be stored
  '22003': WRONG, // out of range
  '22007': WRONG,
  '22008': WRONG,
  '22021': WRONG,
  '22023': WRONG,
  '23514': WRONG, // a check of the table
  '23503': GONE, // refers to what is not there
  '42501': GONE, // the second wall
  '23505': TAKEN,
  '40P01': BUSY, // two waited for each other
  '53300': BUSY, // no connection left
  '55P03': BUSY, // lock_timeout
  '57014': BUSY, // statement_timeout
}

const HTTP_REFUSALS: Readonly<Record<number, Omit<Refusal, 'status'>>> = {
  404: { code: 'NOT_FOUND', message: '没有这个地址，请从首页进入。' },
  413: { code: 'TOO_LARGE', message: '内容太大，请减小后重新提交。' },
  429: { code: 'TOO_MANY', message: '操作太频繁，请稍等一分钟再试。' },
}
const UNREADABLE = { code: 'INVALID_INPUT', message: '提交的内容格式不对，请刷新页面后重试。' }

/** The one place where an error becomes an answer; nothing of the inside leaves the house. */
export function installErrorHandler(server: FastifyInstance): void {
  server.setErrorHandler(answerError)
  server.setNotFoundHandler((request, reply) => {
    const { code, message } = HTTP_REFUSALS[404] ?? UNREADABLE
    return answer(request, reply, { status: 404, code, message })
  })
}

/** Also for what Fastify refuses before it looks for a route, such as an address it cannot decode. */
export function answerError(error: FastifyError | DomainError, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof DomainError) return answerDomainError(error, request, reply)
  const refusal = refusalOf(error)
  if (refusal) {
    request.log.warn({ code: error.code, message: error.message }, 'refused')
    return answer(request, reply, refusal)
  }
  request.log.error(error)
  const message = `系统出现异常，请稍后重试；再次出现请把编号 ${request.id} 告诉管理员。`
  return answer(request, reply, { status: 500, code: 'UNEXPECTED', message })
}

function refusalOf({ code, statusCode: status = 500 }: FastifyError): Refusal | undefined {
  if (code && code in DATABASE_REFUSALS) return DATABASE_REFUSALS[code]
  if (status < 400 || status >= 500) return undefined
  return { status, ...(HTTP_REFUSALS[status] ?? UNREADABLE) }
}

function answerDomainError(error: DomainError, request: FastifyRequest, reply: FastifyReply) {
  const status = HTTP_STATUS_BY_CODE[error.code]
  if (status >= 500 && status !== BUSY.status) request.log.error(error)
  return answer(request, reply, { status, code: error.code, message: error.message }, error.details)
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, code, message }: Refusal,
  details: DomainError['details'] = {},
) {
  if (status === BUSY.status) reply.header('retry-after', RETRY_AFTER)
  return reply.status(status).send({ code, message, details, requestId: request.id })
}
