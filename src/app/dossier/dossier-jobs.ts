import type { DossierContents } from './collect-dossier.ts'
import { makePackage, type PackageProgress } from './make-package.ts'

export type JobState = 'running' | 'done' | 'cancelled' | 'failed'

export type DossierJob = PackageProgress & {
  readonly id: string
  readonly postId: string
  readonly subject: string
  readonly state: JobState
  readonly startedAt: string
  readonly package?: Buffer
}

/** How long a finished package waits to be fetched. */
const KEPT_ms = 30 * 60_000

type Running = { job: DossierJob; readonly stop: AbortController }

/**
 * Packages being made in this process, one at a time for each post: a new one ends the earlier. They hold no
 * data that is not in the database: after a restart a person starts again.
 */
const jobs = new Map<string, Running>()

type Means = {
  readonly make: typeof makePackage
  /** Told why a package could not be made; the person sees only that it failed. */
  readonly tell: (sentence: string) => void
}
const MEANS: Means = { make: makePackage, tell: (sentence) => console.error(sentence) }

/** @param given.id made by the caller, so that repeating the request answers with the same job */
export function startJob(
  given: { readonly id: string; readonly postId: string; readonly startedAt: string },
  contents: DossierContents,
  means: Means = MEANS,
): DossierJob {
  for (const { job, stop } of jobs.values()) if (job.postId === given.postId) drop(job.id, stop)
  const total = contents.documents.length * 2
  const job: DossierJob = {
    ...{ ...given, subject: contents.subject, state: 'running', done: 0, total, current: '' },
  }
  const running: Running = { job, stop: new AbortController() }
  jobs.set(job.id, running)
  void work(running, contents, means)
  return job
}

async function work(running: Running, contents: DossierContents, { make, tell }: Means): Promise<void> {
  const set = (change: Partial<DossierJob>) => {
    running.job = { ...running.job, ...change }
  }
  try {
    const made = await make(contents, set, running.stop.signal)
    set({ state: 'done', package: made })
  } catch (error) {
    const isStopped = running.stop.signal.aborted
    set({ state: isStopped ? 'cancelled' : 'failed' })
    if (!isStopped) tell(`档案包没有汇集成功（${contents.subject}，${running.job.current}）：${whyOf(error)}`)
  }
  setTimeout(() => jobs.delete(running.job.id), KEPT_ms).unref()
}

function whyOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** The job, if it was started in this post; other people's are not theirs to see. */
export function findJob(id: string, postId: string): DossierJob | undefined {
  const running = jobs.get(id)
  return running?.job.postId === postId ? running.job : undefined
}

/** Ends it before its next file; what is finished stays finished. */
export function cancelJob(id: string, postId: string): DossierJob | undefined {
  const running = jobs.get(id)
  if (running?.job.postId !== postId) return undefined
  if (running.job.state === 'running') {
    running.stop.abort()
    running.job = { ...running.job, state: 'cancelled' }
  }
  return running.job
}

function drop(id: string, stop: AbortController): void {
  stop.abort()
  jobs.delete(id)
}
