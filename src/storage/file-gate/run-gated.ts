import { Worker } from 'node:worker_threads'
import { DomainError, type DomainErrorCode } from '../../domain/shared/errors.ts'
import { FILE_LIMITS, refuse } from './limits.ts'

/** What the worker sends back. */
export type GatedAnswer =
  | { readonly result: unknown }
  | {
      readonly refusal: { readonly code: DomainErrorCode; readonly message: string; readonly details: object }
    }
  | { readonly fault: string }

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
    return (await runInWorker({ file, module: module.href, input }, limits)) as Result
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function runInWorker(task: GatedTask, limits: GateLimits): Promise<unknown> {
  const worker = new Worker(new URL('./gated-worker.ts', import.meta.url), {
    workerData: task,
    execArgv: [],
    resourceLimits: {
      maxOldGenerationSizeMb: limits.heap_mb ?? FILE_LIMITS.parseHeap_mb,
      maxYoungGenerationSizeMb: 32,
      stackSizeMb: 4,
    },
  })
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => end(tooLong()), limits.time_ms ?? FILE_LIMITS.parse_ms)
    const growth = watchGrowth(limits.growth_mb ?? FILE_LIMITS.parseGrowth_mb, () => end(tooBig()))
    const end = (error: unknown, result?: unknown) => {
      clearTimeout(clock)
      clearInterval(growth)
      void worker.terminate()
      if (error) reject(error)
      else resolve(result)
    }
    worker.once('message', (answer: GatedAnswer) => {
      if ('result' in answer) end(undefined, answer.result)
      else end('refusal' in answer ? revive(answer.refusal) : unreadable(answer.fault))
    })
    worker.once('error', (error: Error & { code?: string }) => {
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooBig() : unreadable(String(error)))
    })
    worker.once('exit', (code) => end(unreadable(`exit ${code}`)))
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
