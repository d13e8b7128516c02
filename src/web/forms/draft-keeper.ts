import type { Content } from '../../domain/forms/form.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { ApiError, messageOf } from '../api-error.ts'
import { makeIdempotencyKey } from '../api.ts'
import { dropCopy, findCopy, keepCopy } from './emergency-copy.ts'
import { isStoredAlready } from './writable.ts'

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
export type Attempt = {
  readonly key: string
  readonly version: number
  /** What the server holds, and what it is to hold. */
  readonly before: Content
  readonly now: Content
  readonly count: number
}

type Given = {
  /** Under which name the copy on this machine is kept. */
  readonly key: string
  readonly version: number
  readonly stored: Content
  readonly content: Content
  readonly save: (attempt: Attempt) => Promise<DraftSaved>
  /** All that was typed is stored: the moment to ask what the rules say of it. */
  readonly onSettled: () => void
  readonly onStatus: (status: DraftStatus) => void
}

type Keeping = {
  readonly given: Given
  version: number
  before: Content
  content: Content
  /** Changes so far, and how many of them the server has acknowledged. */
  count: number
  acknowledged: number
  attempt: Attempt | undefined
  running: Promise<void> | undefined
  timer: ReturnType<typeof setTimeout> | undefined
  isStopped: boolean
}

const SAVE_AFTER_MS = 2_000
const RETRY_AFTER_MS = 5_000

export type DraftKeeper = ReturnType<typeof makeDraftKeeper>

/**
 * Keeps what is typed: a copy on this machine at once, on the server within seconds, one request at
 * a time. An attempt whose answer was lost is repeated with the same key before anything newer goes
 * out, so that a person never meets a conflict with themselves.
 */
export function makeDraftKeeper(given: Given) {
  const keeping: Keeping = {
    given,
    version: given.version,
    before: given.stored,
    content: given.content,
    count: 0,
    acknowledged: 0,
    attempt: undefined,
    running: undefined,
    timer: undefined,
    isStopped: false,
  }
  return {
    change: (next: Content) => change(keeping, next),
    saveNow: () => saveNow(keeping),
    /** Saves what is open and says which version now holds it; `undefined` when it could not be saved. */
    flush: () => flush(keeping),
    isDirty: () => isDirty(keeping),
    read: () => keeping.content,
    /** Goes on after a conflict with the content the person chose. */
    resolve: (chosen: Content, conflict: Conflict) => {
      Object.assign(keeping, { isStopped: false, version: conflict.version, before: conflict.theirs })
      change(keeping, chosen)
      return saveNow(keeping)
    },
    /** Content that came from the server takes the place of the typed one without counting as typing. */
    replace: (next: Content) => Object.assign(keeping, { content: next, before: next }),
    start: () => {
      keeping.isStopped = false
    },
    /** Nothing is sent any more, except what is already on its way. */
    stop: () => {
      cancel(keeping)
      keeping.isStopped = true
    },
  }
}

function isDirty({ count, acknowledged, attempt }: Keeping): boolean {
  return count > acknowledged || attempt !== undefined
}

function schedule(keeping: Keeping, wait_ms: number): void {
  if (keeping.timer !== undefined || keeping.isStopped) return
  keeping.timer = setTimeout(() => void saveNow(keeping), wait_ms)
}

function cancel(keeping: Keeping): void {
  clearTimeout(keeping.timer)
  keeping.timer = undefined
}

function copy({ given, version, content }: Keeping): void {
  keepCopy(given.key, { version, content })
}

function change(keeping: Keeping, next: Content): void {
  keeping.content = next
  keeping.count += 1
  copy(keeping)
  keeping.given.onStatus({ kind: 'dirty' })
  schedule(keeping, SAVE_AFTER_MS)
}

function saveNow(keeping: Keeping): Promise<void> {
  cancel(keeping)
  if (keeping.running !== undefined) return keeping.running
  if (!isDirty(keeping) || keeping.isStopped) return Promise.resolve()
  const { version, before, content, count, given } = keeping
  const now: Attempt = keeping.attempt ?? { key: makeIdempotencyKey(), version, before, now: content, count }
  keeping.attempt = now
  given.onStatus({ kind: 'saving' })
  keeping.running = given
    .save(now)
    .then(
      (saved) => succeed(keeping, now, saved),
      (error: unknown) => fail(keeping, error),
    )
    .finally(() => {
      keeping.running = undefined
    })
  return keeping.running
}

async function flush(keeping: Keeping): Promise<number | undefined> {
  for (let round = 0; round < 4 && isDirty(keeping) && !keeping.isStopped; round += 1) await saveNow(keeping)
  return isDirty(keeping) || keeping.isStopped ? undefined : keeping.version
}

function succeed(keeping: Keeping, done: Attempt, saved: DraftSaved): void {
  const { given } = keeping
  keeping.attempt = undefined
  keeping.version = saved.version
  keeping.before = without(done.now, done.before, saved.heldBack)
  keeping.acknowledged = done.count
  if (keeping.count > done.count) {
    copy(keeping)
    schedule(keeping, 0)
    return
  }
  const [fault] = saved.heldBack
  if (fault === undefined) {
    dropCopy(given.key)
    given.onStatus({ kind: 'saved', at: saved.savedAt })
  } else {
    copy(keeping)
    given.onStatus({ kind: 'failed', message: fault.message })
  }
  given.onSettled()
}

function fail(keeping: Keeping, error: unknown): void {
  const { given } = keeping
  const isLostAnswer = error instanceof ApiError && (error.status === 0 || error.status >= 500)
  if (!isLostAnswer) keeping.attempt = undefined
  if (error instanceof ApiError && error.code === 'VERSION_CONFLICT') {
    keeping.isStopped = true
    given.onStatus({ kind: 'conflict', conflict: conflictOf(error, keeping.content) })
    return
  }
  given.onStatus({ kind: 'failed', message: messageOf(error) })
  if (isLostAnswer || (error instanceof ApiError && error.status === 401)) schedule(keeping, RETRY_AFTER_MS)
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
  const kept = findCopy(key)
  if (kept === undefined) return { content, status: { kind: 'clean' } }
  // The last save may have reached the server while the page was already going.
  if (isStoredAlready(kept.content, content)) {
    dropCopy(key)
    return { content, status: { kind: 'clean' } }
  }
  const mine = { ...content, ...kept.content }
  if (kept.version === version) return { content: mine, status: { kind: 'restored' } }
  const conflict = { mine, theirs: content, version, changedBy: '他人', changedAt: '' }
  return { content: mine, status: { kind: 'conflict', conflict } }
}
