import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../domain/shared/errors.ts'

/** Over HTTPS the name carries the browser's own guarantees; plain HTTP is for this machine only. */
export function cookieName(isSecure: boolean): string {
  return isSecure ? '__Host-jiheng' : 'jiheng'
}

export function setSessionCookie(reply: FastifyReply, token: string, isSecure: boolean): void {
  reply.setCookie(cookieName(isSecure), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure,
  })
}

export function clearSessionCookie(reply: FastifyReply, isSecure: boolean): void {
  reply.clearCookie(cookieName(isSecure), { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure })
}

/** @throws DomainError NOT_SIGNED_IN when the browser sent no token. */
export function requireToken(request: FastifyRequest, isSecure: boolean): string {
  const token = cookieIn(request.headers.cookie ?? '', cookieName(isSecure))
  if (!token || token.length > 200) throw new DomainError('NOT_SIGNED_IN', '请先登录。')
  return token
}

/** The first cookie of that name; our tokens are base64url, so nothing has to be decoded. */
function cookieIn(header: string, name: string): string | undefined {
  const pair = header.split(';').find((one) => one.trimStart().startsWith(`${name}=`))
  return pair?.slice(pair.indexOf('=') + 1).trim()
}
