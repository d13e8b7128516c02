import { DomainError, type DomainErrorCode } from '../../domain/shared/errors.ts'
import { keepThread, startThread, takeThread } from './gated-threads.ts'
import { FILE_LIMITS, refuse } from './limits.ts'

/** What the thread sends back; `isFit` when it may read the next file too. */
export type GatedAnswer = { readonly isFit: boolean } & (
  | { readonly result: unknown }
  | {
      readonly refusal: { readonly code: DomainErrorCode; readonly message: string; readonly details: object }
    }
  | { readonly fault: string }
)

export type GatedTask = { readonly file: string; readonly module: string; readonly input: unknown }

export type GateLimits = { readonly time_ms?: number; readonly heap_mb?: number; readonly growth_mb?: number }

/** Two cores: a third parser would only make all of them slower. */
const AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

/**
 * Runs a parser away from the server's thread, with an end to its time and memory.
 * @param file a file that has passed `inspectFile`
 * @param module file URL of a module that exports `parse(file, input)`; its answer must be plain data
 * @throws DomainError FILE_REFUSED when the parser refuses, fails, takes too long or too much
 */
export async function runGated<Result>(
  file: string,
  module: URL,
  input?: unknown,
  limits: GateLimits = {},
): Promise<Result> {
  while (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return (await runInThread({ file, module: module.href, input }, limits)) as Result
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

/** A thread is used again only after it answered in time, within its memory, and calls itself fit. */
function runInThread(task: GatedTask, limits: GateLimits): Promise<unknown> {
  const isUsual = limits.heap_mb === undefined
  const thread = isUsual ? takeThread() : startThread(limits.heap_mb ?? FILE_LIMITS.parseHeap_mb)
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => end(tooLong()), limits.time_ms ?? FILE_LIMITS.parse_ms)
    const growth = watchGrowth(limits.growth_mb ?? FILE_LIMITS.parseGrowth_mb, () => end(tooBig()))
    const end = (error: unknown, result?: unknown, isFit = false) => {
      clearTimeout(clock)
      clearInterval(growth)
      thread.off('message', onAnswer).off('error', onError).off('exit', onExit)
      if (isFit && isUsual) keepThread(thread)
      // What a thread still says while it is being ended is of no interest, and must not end the process.
      else void thread.on('error', () => undefined).terminate()
      if (error) reject(error)
      else resolve(result)
    }
    const onAnswer = (answer: GatedAnswer) => {
      if ('result' in answer) end(undefined, answer.result, answer.isFit)
      else if ('refusal' in answer) end(revive(answer.refusal), undefined, answer.isFit)
      else end(unreadable(answer.fault))
    }
    const onError = (error: Error & { code?: string }) => {
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooBig() : unreadable(String(error)))
    }
    const onExit = (code: number) => end(unreadable(`exit ${code}`))
    thread.on('message', onAnswer).on('error', onError).on('exit', onExit)
    thread.postMessage(task)
  })
}

/** The heap limit does not count buffers, so the process as a whole is watched too. */
function watchGrowth(limit_mb: number, exceed: () => void): NodeJS.Timeout {
  const before = process.memoryUsage.rss()
  return setInterval(() => {
    if (process.memoryUsage.rss() - before > limit_mb * 1024 * 1024) exceed()
  }, 50)
}

function revive({ code, message, details }: { code: DomainErrorCode; message: string; details: object }) {
  return new DomainError(code, message, { ...details })
}

function tooLong(): DomainError {
  return refuse('读取文件用时过长，已停止。请减少行数或拆分文件后再上传。')
}

function tooBig(): DomainError {
  return refuse('读取文件占用内存过多，已停止。请减少行数、删去图片或拆分文件后再上传。')
}

function unreadable(reason: string): DomainError {
  return refuse('文件读不出来，可能已损坏。请用 WPS 或 Office 打开并另存后再上传。', { reason })
}
