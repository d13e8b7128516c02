import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Answering, message } from './answering.ts'
import { feedbackPage, thanksPage } from './pages/feedback-page.ts'
import { isOwnPage } from './own-page.ts'
import type { PublicDatabase } from './public-database.ts'
import { rateLimit } from './rate-limit.ts'
import { type ReadVersion, sendFeedback } from './read-publications.ts'
import { SAID } from './words.ts'

const WINDOW_MS = 10 * 60_000
const MOST = 3

/** 我要反馈: the only thing the site takes. It is seen inside, and outside only when somebody there lets it. */
export function addFeedbackRoutes(
  server: FastifyInstance,
  database: PublicDatabase,
  answering: Answering,
): void {
  const { onVersion, page } = answering
  const writing = rateLimit(MOST, WINDOW_MS)
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  )
  const path = '/p/:id/:version/feedback'
  const title = ({ published }: ReadVersion) => `${published.project.name}（反馈）`
  server.get(path, (request, reply) =>
    onVersion(request, reply, (read) => page(reply, title(read), feedbackPage(read, { words: '' }))),
  )

  const take = async (request: FastifyRequest, reply: FastifyReply, read: ReadVersion) => {
    if (!isOwnPage(request, answering.site(request).address))
      return page(reply.code(403), title(read), message(SAID.foreign))
    const words = request.body instanceof URLSearchParams ? typed(request.body.get('words') ?? '') : ''
    const refuse = (code: number, problem: string) =>
      page(reply.code(code), title(read), feedbackPage(read, { words, problem }))
    if (words.length < 5 || words.length > 1000) return refuse(422, SAID.feedback.length)
    if (!writing.allows(request.ip, Date.now())) return refuse(429, SAID.feedback.often)
    const { id, version } = read.published
    const sent = await sendFeedback(database, { id, version, words })
    if ('refused' in sent) return refuse(sent.refused === 'busy' ? 429 : 422, SAID.feedback[sent.refused])
    return page(reply, title(read), thanksPage(read, sent.number))
  }
  server.post(path, (request, reply) => onVersion(request, reply, (read) => take(request, reply, read)))
}

/** A form sends every line end as two characters; what is counted is what was typed. */
function typed(words: string): string {
  return words.replace(/\r\n?/g, '\n').trim()
}
