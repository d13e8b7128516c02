// A process that approves targets until it is killed: the real use case on the database, several at once. Every
// start and every acknowledgement is a line written before anything else happens. Started by approving.ts.
import { randomBytes } from 'node:crypto'
import { openSync, writeSync } from 'node:fs'
import type { FormDefinition } from '../../src/domain/forms/form.ts'
import type { IndicatorLibrary } from '../../src/domain/indicators/index.ts'
import { SALT_BYTES } from '../../src/domain/ledger/commitment.ts'
import { DomainError } from '../../src/domain/shared/errors.ts'
import { makeId } from '../../src/domain/shared/ids.ts'
import type { Services } from '../../src/app/kernel/context.ts'
import { runUseCase } from '../../src/app/kernel/run.ts'
import type { UseCase } from '../../src/app/kernel/use-case.ts'
import { HASHES } from '../../src/app/ledger/hashes.ts'
import { RULES_FOLDER } from '../../src/app/rules-folder.ts'
import { approveTarget } from '../../src/app/targets/approve-target.ts'
import { loadRules } from '../../src/rules/index.ts'
import { type DatabaseAddress, openDatabase } from '../../src/storage/connection.ts'
import { openFileStore } from '../../src/storage/file-store.ts'
import { keepKeyInMemory } from '../../src/storage/signing-key.ts'
import type { WaitingSheet } from './stock.ts'

/** What the process is told when it starts: who approves, how many at once, where the lines go. */
export type ApproverTask = {
  readonly address: DatabaseAddress
  readonly files: string
  readonly postId: string
  readonly forms: ReadonlyMap<string, FormDefinition>
  readonly library: IndicatorLibrary
  readonly lines: string
  readonly atOnce: number
  /** The control: says that it is done before it is. */
  readonly isHasty: boolean
}

export type ApproverOrder = { readonly task: ApproverTask } | { readonly sheets: readonly WaitingSheet[] }

process.on('message', (order: ApproverOrder) => {
  if ('task' in order) prepare(order.task)
  else void approveAll(order.sheets)
})

let approveAll: (sheets: readonly WaitingSheet[]) => Promise<void> = () =>
  Promise.reject(new Error('no task'))

function prepare(task: ApproverTask): void {
  const lines = openSync(task.lines, 'a')
  const database = openDatabase(task.address, { appConnections: task.atOnce })
  const services: Services = {
    rules: loadRules(RULES_FOLDER, { withExamples: false }),
    library: task.library,
    forms: task.forms,
    files: openFileStore(task.files),
    clock: () => new Date('2022-10-10T02:00:00Z'),
    newId: () => makeId(Date.now(), randomBytes(10)),
    ledger: { hashes: HASHES, newSalt: () => randomBytes(SALT_BYTES), keys: keepKeyInMemory() },
    isDemo: false,
  }
  const approve = async ({ recordId, version }: WaitingSheet) => {
    writeSync(lines, `begun ${recordId}\n`)
    if (task.isHasty) writeSync(lines, `done ${recordId}\n`)
    const call = { credentials: { postId: task.postId } }
    await runUseCase(
      database.query,
      services,
      approveTarget as unknown as UseCase,
      { recordId, version },
      call,
    )
    if (!task.isHasty) writeSync(lines, `done ${recordId}\n`)
  }
  approveAll = async (sheets) => {
    const waiting = [...sheets]
    process.send?.('begun')
    await Promise.all(
      Array.from({ length: task.atOnce }, async () => {
        for (let next = waiting.pop(); next; next = waiting.pop()) {
          try {
            await approve(next)
          } catch (error) {
            // The database is being killed under it; what the product itself refuses is a fault.
            if (!(error instanceof DomainError)) return
            writeSync(lines, `refused ${error.code} ${error.message}\n`)
          }
        }
      }),
    )
  }
  process.send?.('ready')
}
