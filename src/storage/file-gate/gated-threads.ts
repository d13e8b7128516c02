import { Worker } from 'node:worker_threads'
import { FILE_LIMITS } from './limits.ts'

/** Starting a thread costs more than reading a small file: one that proved fit waits this long. */
const KEPT_MS = 10_000
const KEPT_MAX = 2

type Kept = { readonly thread: Worker; readonly clock: NodeJS.Timeout; readonly leave: () => void }
const kept: Kept[] = []

/** A thread with the usual memory limit: one that is waiting, or a new one. */
export function takeThread(): Worker {
  const waiting = kept.pop()
  if (!waiting) return startThread(FILE_LIMITS.parseHeap_mb)
  const { thread, clock, leave } = waiting
  clearTimeout(clock)
  thread.off('error', leave).off('exit', leave)
  thread.ref()
  return thread
}

/** @param heap_mb what the thread's heap may hold; beyond, the thread dies and nothing else */
export function startThread(heap_mb: number): Worker {
  return new Worker(new URL('./gated-worker.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heap_mb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  })
}

/** Puts a thread that answered and is fit aside for the next file; it does not keep the process alive. */
export function keepThread(thread: Worker): void {
  if (kept.length >= KEPT_MAX) {
    void thread.on('error', () => undefined).terminate()
    return
  }
  const leave = () => {
    const at = kept.findIndex((one) => one.thread === thread)
    if (at >= 0) kept.splice(at, 1)
    void thread.terminate()
  }
  const clock = setTimeout(leave, KEPT_MS)
  clock.unref()
  thread.unref()
  // A thread that dies while waiting is forgotten; without a listener its error would end the process.
  thread.once('error', leave)
  thread.once('exit', leave)
  kept.push({ thread, clock, leave })
}
