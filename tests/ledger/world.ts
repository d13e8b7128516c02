import { createReadStream, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { receiveFile, registerAttachment } from '../../src/app/attachments/index.ts'
import {
  cosign,
  downloadBundle,
  issueCheckpoint,
  listCheckpoints,
  viewWitnessRequest,
} from '../../src/app/ledger/index.ts'
import type { PrintedDocument } from '../../src/app/records/print-document.ts'
import { approveTarget } from '../../src/app/targets/approve-target.ts'
import { firstStagesIn } from '../../src/app/testing/first-stages.ts'
import type { PersonName, World } from '../../src/app/testing/world.ts'
import { verifyCommand } from '../../src/cli/ledger/verify.ts'
import { witnessCommand } from '../../src/cli/ledger/witness.ts'

export const COUNTY = '640221'

/** What the people around the ledger do in tests, with real files where they use files. */
export function ledgerIn(world: World) {
  const way = firstStagesIn(world)
  const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-ledger-'))
  let count = 0
  const file = (text: string) => {
    count += 1
    const place = path.join(folder, `${count}.txt`)
    writeFileSync(place, text)
    return place
  }
  const heard: string[] = []
  const listen = (line: string) => void heard.push(line)
  const heardBy = async (run: (say: (line: string) => void) => number | Promise<number>) => {
    heard.length = 0
    return { code: await run(listen), said: heard.join('\n') }
  }
  const checkpoints = (by: PersonName = 'finance_performance') =>
    world.as<{ key: string; size: number; items: { size: number; note: string }[] }>(by, listCheckpoints, {
      jurisdiction: COUNTY,
    })
  return {
    folder,
    file,
    checkpoints,
    approve: async (files: readonly string[] = []) => {
      const projectId = await way.enter({ isNew: false, isMajor: false })
      const recordId = await way.declareTarget(projectId)
      for (const place of files) {
        const received = await receiveFile(
          world.product.services.files,
          createReadStream(place),
          path.basename(place),
        )
        await world.as('unit', registerAttachment, {
          projectId,
          recordId,
          place: 'indicators',
          file: received,
        })
      }
      await way.recheckTarget(recordId)
      await way.arrangeBudget(await way.applyBudget(projectId))
      await way.act('finance_leader', approveTarget, recordId)
      return { projectId, recordId }
    },
    issue: () => world.as<{ size: number; note: string }>('finance_performance', issueCheckpoint, {}, {}),
    bundle: async (by: PersonName, input: object) => {
      const { bytes_base64 } = await world.as<PrintedDocument>(by, downloadBundle, input)
      return Buffer.from(bytes_base64, 'base64').toString('utf8')
    },
    verify: (text: string, ...words: string[]) =>
      heardBy((say) => verifyCommand([file(text), ...words], say)),
    /** A witness at work on a computer of its own; the last two lines are what it hands in. */
    witness: async (name: string, from: number, request?: string) => {
      const { text } = await world.as<{ text: string }>('congress', viewWitnessRequest, {
        jurisdiction: COUNTY,
        from,
      })
      const state = path.join(folder, name)
      const { key } = await checkpoints()
      const answer = await heardBy((say) =>
        witnessCommand(
          [file(request ?? text), '--state', state, '--log-key', key, '--name', `witness/${name}`],
          say,
        ),
      )
      const [, keyText = '', line = ''] = answer.said.split('\n')
      return { ...answer, key: keyText, line }
    },
    handIn: (by: PersonName, signed: { key: string; line: string }, size: number) =>
      world.as(by, cosign, { jurisdiction: COUNTY, size, key: signed.key, line: signed.line }),
  }
}
