import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ApproverTask } from './approver.ts'
import type { WaitingSheet } from './stock.ts'

/** What the killed process left behind. */
export type Outcome = {
  readonly begun: readonly string[]
  /** Records whose approval was acknowledged. */
  readonly done: readonly string[]
  readonly refused: readonly string[]
}

/** A process that has everything loaded and waits to be told what to approve. */
export type Approver = {
  /** Lets it approve, and resolves when the first approval begins. */
  begin(sheets: readonly WaitingSheet[]): Promise<void>
  /** `kill -9`, without waiting. */
  kill(): void
  /** What it said, once it is gone. */
  outcome(): Promise<Outcome>
}

let started = 0

/**
 * Starts one; the next can load while this one works.
 * @param program see `bundleApprover`; what it says is written beside it
 */
export function startApprover(program: string, task: Omit<ApproverTask, 'lines'>): Approver {
  started += 1
  const lines = path.join(path.dirname(program), `lines-${started}.txt`)
  const child = fork(program, [], { serialization: 'advanced' })
  const exited = once(child, 'exit')
  child.send({ task: { ...task, lines } })
  const ready = said(child, 'ready')
  ready.catch(() => undefined)
  return {
    async begin(sheets) {
      await ready
      const begun = said(child, 'begun')
      child.send({ sheets })
      await begun
    },
    kill: () => void child.kill('SIGKILL'),
    async outcome() {
      await exited
      const text = existsSync(lines) ? readFileSync(lines, 'utf8') : ''
      rmSync(lines, { force: true })
      const of = (word: string) =>
        text.split('\n').flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []))
      return { begun: of('begun'), done: of('done'), refused: of('refused') }
    },
  }
}

function said(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => message === word && resolve())
    child.once('exit', (code) => reject(new Error(`the approving process ended by itself (${code})`)))
  })
}

/** Some moment, so that a kill meets every part of an approval. */
export function someTime([from_ms, to_ms]: readonly [number, number]): Promise<void> {
  return sleep(from_ms + Math.random() * (to_ms - from_ms))
}
