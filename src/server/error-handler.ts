import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../domain/shared/errors.ts'
import { HTTP_STATUS_BY_CODE } from './http-status.ts'

/** What PostgreSQL says about input that no schema could catch: it is the input that is wrong. */
const INPUT_FAULTS = new Set(['22P02', '22003', '22007', '22008', '22021', '22P05', '23514', '22023'])

/** The one place where an error becomes an answer; nothing of the inside leaves the house. */
export function installErrorHandler(server: FastifyInstance): void {
  server.setErrorHandler((error: FastifyError | DomainError, request, reply) => {
    if (error instanceof DomainError) return answerDomainError(error, request, reply)
    const { code, statusCode } = error
    if (code && INPUT_FAULTS.has(code)) {
      request.log.warn({ code, message: error.message }, 'input refused by the database')
      return reply.status(400).send(plain('INVALID_INPUT', '提交的内容格式不对，请检查后重新填写。', request))
    }
    if (statusCode === 429)
      return reply.status(429).send(plain('TOO_MANY', '操作太频繁，请稍等一分钟再试。', request))
    if (statusCode === 413)
      return reply.status(413).send(plain('TOO_LARGE', '内容太大，请减小后重新提交。', request))
    if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
      return reply
        .status(statusCode)
        .send(plain('INVALID_INPUT', '提交的内容格式不对，请刷新页面后重试。', request))
    }
    request.log.error(error)
    return reply
      .status(500)
      .send(
        plain('UNEXPECTED', `系统出现异常，请稍后重试；再次出现请把编号 ${request.id} 告诉管理员。`, request),
      )
  })
  server.setNotFoundHandler((request, reply) =>
    reply.status(404).send(plain('NOT_FOUND', '没有这个地址，请从首页进入。', request)),
  )
}

function answerDomainError(error: DomainError, request: FastifyRequest, reply: FastifyReply) {
  const status = HTTP_STATUS_BY_CODE[error.code]
  if (status >= 500) request.log.error(error)
  return reply
    .status(status)
    .send({ code: error.code, message: error.message, details: error.details, requestId: request.id })
}

function plain(code: string, message: string, request: FastifyRequest) {
  return { code, message, details: {}, requestId: request.id }
}
