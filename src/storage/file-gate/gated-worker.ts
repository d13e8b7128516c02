// The thread behind `runGated`: runs one parser at a time and says whether it is fit for another.
import { getHeapStatistics } from 'node:v8'
import { parentPort } from 'node:worker_threads'
import { DomainError } from '../../domain/shared/errors.ts'
import type { GatedAnswer, GatedTask } from './run-gated.ts'

/** A thread is kept for the next file only while it is small and its built-in objects are untouched. */
const KEPT_HEAP_BYTES = 96 * 1024 * 1024
const KEPT_TASKS = 200
let tasks = 0

parentPort?.on('message', async (task: GatedTask) => {
  tasks += 1
  parentPort?.postMessage(await answer(task))
})

async function answer({ file, module, input }: GatedTask): Promise<GatedAnswer> {
  let before = ''
  const isFit = () =>
    tasks < KEPT_TASKS && fingerprint() === before && getHeapStatistics().used_heap_size < KEPT_HEAP_BYTES
  try {
    const { parse }: { parse(file: string, input: unknown): Promise<unknown> } = await import(module)
    before = fingerprint()
    const result = await parse(file, input)
    return { result, isFit: isFit() }
  } catch (error) {
    if (!(error instanceof DomainError))
      return { fault: error instanceof Error ? (error.stack ?? '') : String(error), isFit: false }
    const { code, message, details } = error
    return { refusal: { code, message, details }, isFit: isFit() }
  }
}

/** The names every object inherits: a file that manages to add one spoils the thread, not the next file. */
function fingerprint(): string {
  const shared = [Object, Array, Function, String, Number, Map, Set, Promise, RegExp, Uint8Array]
  return [
    ...shared.map(({ prototype }) => Reflect.ownKeys(prototype)),
    Object.getOwnPropertyNames(globalThis),
  ]
    .flat()
    .map(String)
    .join()
}
