import { hash } from 'node:crypto'

/** An answer as it is sent, and the name of its content for `If-None-Match`. */
export type Page = { readonly body: string | Buffer; readonly etag: string }

/** An answer and the stamp it was made under; see docs/adr/0007. */
export type KeptPage = Page & { readonly stamp: string }

/**
 * Pages by who looks and what was asked. It decides nothing: a page goes out only when the database
 * has just said, for this session, that its stamp holds.
 */
export type PageCache = {
  /** The page this session, or another that sees the same, was shown last. */
  find(session: string, question: Question): KeptPage | undefined
  keep(session: string, question: Question, stamp: string, answer: string): KeptPage
}

/** Lists and files tell viewers apart in different ways. */
export type Question = { readonly kind: 'list' | 'file'; readonly text: string }

/** What a page costs besides its content: keys, stamp, maps. */
const OVERHEAD_BYTES = 500
const MAX_SESSIONS = 10_000

/** @param limit_bytes memory for pages; what was not asked for longest goes first; 0 keeps nothing */
export function makePageCache(limit_bytes: number): PageCache {
  const viewers = new Map<string, string>()
  const pages = new Map<string, KeptPage>()
  let used_bytes = 0

  const forget = (key: string) => {
    const page = pages.get(key)
    if (page && pages.delete(key)) used_bytes -= sizeOf(page)
  }
  const store = (key: string, page: KeptPage) => {
    forget(key)
    pages.set(key, page)
    used_bytes += sizeOf(page)
    for (const oldest of pages.keys()) {
      if (used_bytes <= limit_bytes) break
      forget(oldest)
    }
  }
  return {
    find(session, question) {
      const viewer = viewers.get(`${question.kind} ${session}`)
      const key = keyOf(viewer, question)
      const page = viewer === undefined ? undefined : pages.get(key)
      if (!page) return undefined
      const again = asBytes(page)
      store(key, again)
      return again
    },
    keep(session, question, stamp, answer) {
      const page = { body: answer, stamp, etag: etagOf(stamp, question) }
      if (limit_bytes === 0) return page
      const viewer = viewerOf(stamp)
      remember(viewers, `${question.kind} ${session}`, viewer)
      store(keyOf(viewer, question), page)
      return page
    },
  }
}

function keyOf(viewer: string | undefined, { kind, text }: Question): string {
  return `${viewer} ${kind} ${text}`
}

/** Encoded once, when it is wanted a second time: most pages of a busy day are shown only once. */
function asBytes(page: KeptPage): KeptPage {
  return typeof page.body === 'string' ? { ...page, body: Buffer.from(page.body) } : page
}

/** Text with Chinese in it takes two bytes a letter. */
function sizeOf({ body }: KeptPage): number {
  return OVERHEAD_BYTES + (typeof body === 'string' ? 2 * body.length : body.length)
}

/** The first word of a stamp. */
function viewerOf(stamp: string): string {
  return stamp.slice(0, stamp.indexOf(' '))
}

function remember(viewers: Map<string, string>, session: string, viewer: string): void {
  viewers.delete(session)
  viewers.set(session, viewer)
  const [oldest] = viewers.size > MAX_SESSIONS ? viewers.keys() : []
  if (oldest !== undefined) viewers.delete(oldest)
}

/** Names the content without saying what the stamp is made of. */
function etagOf(stamp: string, { kind, text }: Question): string {
  return `"${hash('sha256', `${stamp}\n${kind} ${text}`, 'base64url').slice(0, 22)}"`
}
