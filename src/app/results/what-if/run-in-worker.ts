import { Worker } from 'node:worker_threads'
import type { Conflict, PlanSummary, WhatIfProblem } from '../../../domain/results/compute/what-if/index.ts'

export type SolveOrder = {
  readonly id: string
  readonly problem: WhatIfProblem
  /** Whether to say what each constraint costs, which solves again for every one of them. */
  readonly withCosts: boolean
}

export type ConstraintCost = { readonly title: string; readonly sentence: string }

export type SolveAnswer = { readonly id: string } & (
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly what: string }
  | { readonly kind: 'plan'; readonly summary: PlanSummary; readonly costs: readonly ConstraintCost[] | null }
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[] }
  | { readonly kind: 'fault'; readonly message: string }
)

type Waiting = { readonly order: SolveOrder; readonly hear: (answer: SolveAnswer) => void }

/** One thread: plans are worked out one after the other, so that a busy afternoon leaves a core to the pages. */
const queue: Waiting[] = []
let worker: Worker | undefined

/**
 * Works out a plan beside the main thread.
 * @param hear told of progress, and last of the outcome
 * @returns stops it: whoever stops hears nothing more; a solve under way ends with its thread
 */
export function solveInWorker(order: SolveOrder, hear: (answer: SolveAnswer) => void): () => void {
  queue.push({ order, hear })
  if (queue.length === 1) begin()
  return () => stop(order.id)
}

function begin(): void {
  const [first] = queue
  if (!first) return
  worker ??= startWorker()
  worker.ref()
  worker.postMessage(first.order)
}

function startWorker(): Worker {
  const started = new Worker(new URL('./what-if-worker.ts', import.meta.url))
  started.on('message', (answer: SolveAnswer) => {
    const [first] = queue
    if (first?.order.id !== answer.id) return
    if (answer.kind !== 'progress') next(started)
    first.hear(answer)
  })
  started.on('error', (error) => lose(started, error instanceof Error ? error.message : String(error)))
  started.on('exit', () => lose(started, '测算进程已退出'))
  return started
}

function next(current: Worker): void {
  queue.shift()
  if (queue.length > 0) begin()
  else current.unref()
}

function stop(id: string): void {
  const at = queue.findIndex(({ order }) => order.id === id)
  if (at < 0) return
  queue.splice(at, 1)
  if (at > 0) return
  // The solver does not listen while it works: its thread ends with it, and the next plan gets a new one.
  const ended = worker
  worker = undefined
  void ended?.terminate()
  begin()
}

function lose(dead: Worker, message: string): void {
  if (worker !== dead) return
  worker = undefined
  const [first] = queue
  queue.shift()
  first?.hear({ id: first.order.id, kind: 'fault', message: `测算没有完成：${message}` })
  begin()
}
