import type { FastifyReply, FastifyRequest } from 'fastify'
import { html, type Html } from './html.ts'
import { layout, type SiteWords } from './pages/layout.ts'
import type { PublicDatabase } from './public-database.ts'
import { type ReadVersion, readVersion } from './read-publications.ts'
import { readWithdrawal, type Withdrawal } from './read-withdrawals.ts'
import { withdrawnPage } from './pages/withdrawn-page.ts'
import { SAID } from './words.ts'

export type PublicOptions = {
  readonly isDemonstration: boolean
  /** The address on paper and in QR codes; where it listens when left out. */
  readonly address?: string
  /** Addresses of the gateway in front, separated by commas: what it says of who is asking is believed. */
  readonly gateway?: string
  readonly isLogging?: boolean
}

type AnswerVersion = (read: ReadVersion) => Promise<unknown> | unknown

/** How every route answers: a page in the frame of the site, or that there is nothing. */
export type Answering = {
  readonly isDemonstration: boolean
  readonly site: (request: FastifyRequest) => SiteWords
  readonly page: (reply: FastifyReply, title: string, body: Html) => unknown
  readonly missing: (reply: FastifyReply) => unknown
  /** Answers about the version the address names, that it was withdrawn, or that there is none. */
  readonly onVersion: (
    request: FastifyRequest,
    reply: FastifyReply,
    answer: AnswerVersion,
  ) => Promise<unknown>
}

export function makeAnswering(database: PublicDatabase, options: PublicOptions): Answering {
  const site = (request: FastifyRequest): SiteWords => ({
    isDemonstration: options.isDemonstration,
    address: options.address ?? `http://${request.host}`,
  })
  const page = (reply: FastifyReply, title: string, body: Html) =>
    reply.type('text/html; charset=utf-8').send(layout(site(reply.request), title, body))
  const missing = (reply: FastifyReply) => page(reply.code(404), '没有找到', message(SAID.notFound))
  const tombstone = async (reply: FastifyReply, gone: Withdrawal) => {
    const newest = await readVersion(database, gone.id)
    return page(reply.code(410), '已经撤下', withdrawnPage(gone, newest?.published.version))
  }
  return {
    isDemonstration: options.isDemonstration,
    site,
    page,
    missing,
    onVersion: async (request, reply, answer) => {
      const { id = '', version = '' } = request.params as { readonly id?: string; readonly version?: string }
      const isRight = /^[0-9a-f]{12}$/.test(id) && /^v[1-9]\d{0,4}$/.test(version)
      if (!isRight) return missing(reply)
      const number = Number(version.slice(1))
      const read = await readVersion(database, id, number)
      if (read) return answer(read)
      const gone = await readWithdrawal(database, id, number)
      return gone ? tombstone(reply, gone) : missing(reply)
    },
  }
}

export function message(text: string): Html {
  return html`<h1>${text}</h1><p><a href="/">查项目</a></p>`
}

export function queryOf(request: FastifyRequest): URLSearchParams {
  const at = request.url.indexOf('?')
  return new URLSearchParams(at < 0 ? '' : request.url.slice(at + 1))
}
