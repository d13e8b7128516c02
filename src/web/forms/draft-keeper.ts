import type { Content } from '../../domain/forms/form.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { ApiError, messageOf } from '../api-error.ts'
import { makeIdempotencyKey } from '../api.ts'
import { dropCopy, findCopy, keepCopy } from './emergency-copy.ts'

export type Conflict = {
  readonly mine: Content
  readonly theirs: Content
  readonly version: number
  readonly changedBy: string
  readonly changedAt: string
}
export type DraftStatus =
  | { readonly kind: 'clean' | 'dirty' | 'saving' | 'restored' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'conflict'; readonly conflict: Conflict }

/** What became of an attempt: the new version, and the fields that could not be stored. */
export type DraftSaved = {
  readonly version: number
  readonly savedAt: string
  readonly heldBack: readonly Finding[]
}
export type SaveDraft = (attempt: Attempt) => Promise<DraftSaved>
export type Attempt = {
  readonly key: string
  readonly version: number
  /** What the server holds, and what it is to hold. */
  readonly before: Content
  readonly now: Content
  readonly count: number
}

const SAVE_AFTER_MS = 2_000
const RETRY_AFTER_MS = 5_000

/**
 * Keeps what is typed: a copy on this machine at once, on the server within seconds, one request at
 * a time. An attempt whose answer was lost is repeated with the same key before anything newer goes
 * out, so that a person never meets a conflict with themselves.
 */
export type DraftKeeper = ReturnType<typeof makeDraftKeeper>

export function makeDraftKeeper(given: {
  readonly key: string
  readonly version: number
  readonly stored: Content
  readonly content: Content
  readonly save: SaveDraft
  /** All that was typed is stored: the moment to ask what the rules say of it. */
  readonly onSettled: () => void
  readonly onStatus: (status: DraftStatus) => void
}) {
  let { version, content } = given
  let before = given.stored
  let count = 0
  let acknowledged = 0
  let attempt: Attempt | undefined
  let running: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false

  const schedule = (wait: number) => {
    if (timer === undefined && !isStopped) timer = setTimeout(() => void saveNow(), wait)
  }
  const cancel = () => {
    clearTimeout(timer)
    timer = undefined
  }
  const isDirty = () => count > acknowledged || attempt !== undefined

  const change = (next: Content) => {
    content = next
    count += 1
    keepCopy(given.key, { version, content })
    given.onStatus({ kind: 'dirty' })
    schedule(SAVE_AFTER_MS)
  }

  const succeed = (done: Attempt, saved: DraftSaved) => {
    attempt = undefined
    version = saved.version
    before = without(done.now, done.before, saved.heldBack)
    acknowledged = done.count
    if (count > acknowledged) {
      keepCopy(given.key, { version, content })
      schedule(0)
      return
    }
    const [fault] = saved.heldBack
    if (fault === undefined) {
      dropCopy(given.key)
      given.onStatus({ kind: 'saved', at: saved.savedAt })
    } else {
      keepCopy(given.key, { version, content })
      given.onStatus({ kind: 'failed', message: fault.message })
    }
    given.onSettled()
  }

  const fail = (error: unknown) => {
    const isLostAnswer = error instanceof ApiError && (error.status === 0 || error.status >= 500)
    if (!isLostAnswer) attempt = undefined
    if (error instanceof ApiError && error.code === 'VERSION_CONFLICT') {
      isStopped = true
      given.onStatus({ kind: 'conflict', conflict: conflictOf(error, content) })
      return
    }
    given.onStatus({ kind: 'failed', message: messageOf(error) })
    if (isLostAnswer || (error instanceof ApiError && error.status === 401)) schedule(RETRY_AFTER_MS)
  }

  const saveNow = (): Promise<void> => {
    cancel()
    if (running !== undefined) return running
    if (!isDirty() || isStopped) return Promise.resolve()
    const now: Attempt = attempt ?? { key: makeIdempotencyKey(), version, before, now: content, count }
    attempt = now
    given.onStatus({ kind: 'saving' })
    running = given
      .save(now)
      .then((saved) => succeed(now, saved), fail)
      .finally(() => {
        running = undefined
      })
    return running
  }

  /** Saves what is open and says which version now holds it; `undefined` when it could not be saved. */
  const flush = async (): Promise<number | undefined> => {
    for (let round = 0; round < 4 && isDirty() && !isStopped; round += 1) await saveNow()
    return isDirty() || isStopped ? undefined : version
  }

  return {
    change,
    flush,
    saveNow,
    isDirty,
    read: () => content,
    /** Goes on after a conflict with the content the person chose. */
    resolve: (chosen: Content, conflict: Conflict) => {
      isStopped = false
      version = conflict.version
      before = conflict.theirs
      change(chosen)
      return saveNow()
    },
    /** Content that came from the server takes the place of the typed one without counting as typing. */
    replace: (next: Content) => {
      content = next
      before = next
    },
    start: () => {
      isStopped = false
    },
    /** Nothing is sent any more, except what is already on its way. */
    stop: () => {
      cancel()
      isStopped = true
    },
  }
}

/** What the server holds after a save: everything sent except what was held back. */
function without(now: Content, before: Content, heldBack: readonly Finding[]): Content {
  const kept = heldBack.flatMap(({ where: { field } }) =>
    field === undefined ? [] : [[field, before[field] ?? null]],
  )
  return { ...now, ...Object.fromEntries(kept) }
}

function conflictOf(error: ApiError, mine: Content): Conflict {
  const { current, content, changedBy, changedAt } = error.details
  return {
    mine,
    theirs: typeof content === 'object' && content !== null ? (content as Content) : {},
    version: Number(current),
    changedBy: typeof changedBy === 'string' ? changedBy : '他人',
    changedAt: typeof changedAt === 'string' ? changedAt : '',
  }
}

/** What to begin with: the server's content, or what was typed before the page was lost. */
export function beginDraft(
  key: string,
  version: number,
  content: Content,
): {
  readonly content: Content
  readonly status: DraftStatus
} {
  const copy = findCopy(key)
  if (copy === undefined) return { content, status: { kind: 'clean' } }
  if (copy.version === version)
    return { content: { ...content, ...copy.content }, status: { kind: 'restored' } }
  const mine = { ...content, ...copy.content }
  const conflict = { mine, theirs: content, version, changedBy: '他人', changedAt: '' }
  return { content: mine, status: { kind: 'conflict', conflict } }
}
