// The thread `runGated` starts: loads the parser, runs it once, answers once.
import { parentPort, workerData } from 'node:worker_threads'
import { DomainError } from '../../domain/shared/errors.ts'
import type { GatedAnswer, GatedTask } from './run-gated.ts'

const { file, module, input } = workerData as GatedTask

async function answer(): Promise<GatedAnswer> {
  try {
    const { parse }: { parse(file: string, input: unknown): Promise<unknown> } = await import(module)
    return { result: await parse(file, input) }
  } catch (error) {
    if (!(error instanceof DomainError))
      return { fault: error instanceof Error ? (error.stack ?? '') : String(error) }
    return { refusal: { code: error.code, message: error.message, details: error.details } }
  }
}

parentPort?.postMessage(await answer())
