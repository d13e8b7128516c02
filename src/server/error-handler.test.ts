import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { DomainError, TOO_BUSY } from '../domain/shared/errors.ts'
import { installErrorHandler } from './error-handler.ts'

async function answerTo(error: Error) {
  const server = Fastify()
  installErrorHandler(server)
  server.get('/', () => {
    throw error
  })
  const { statusCode, headers, body } = await server.inject('/')
  return { status: statusCode, retryAfter: headers['retry-after'], ...JSON.parse(body) }
}

const fromDatabase = (code: string) => Object.assign(new Error('secret of the inside'), { code })

test.each([
  ['no connection was free in time', new DomainError('TOO_BUSY', TOO_BUSY)],
  ['a lock was waited for too long', fromDatabase('55P03')],
  ['a statement ran too long', fromDatabase('57014')],
  ['two waited for each other', fromDatabase('40P01')],
  ['the database takes no more connections', fromDatabase('53300')],
])('%s: 503 in words, to be tried again', async (_case, error) => {
  expect(await answerTo(error)).toMatchObject({
    status: 503,
    retryAfter: '3',
    code: 'TOO_BUSY',
    message: TOO_BUSY,
  })
})

test('what nobody foresaw stays an error of the system and is not offered again', async () => {
  const answer = await answerTo(fromDatabase('XX000'))
  expect(answer).toMatchObject({ status: 500, code: 'UNEXPECTED', retryAfter: undefined })
  expect(JSON.stringify(answer)).not.toContain('secret')
})
