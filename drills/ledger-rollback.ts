// L-06 and L-07: yesterday's backup is put back and work goes on; and two installations go on from the
// same backup, one for each reader. A witness that signed before must refuse, whoever compares must see.
//   npm run drill:ledger-rollback [-- --rounds 3]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { inspect } from '../src/app/inspect/inspect.ts'
import type { UseCase } from '../src/app/kernel/use-case.ts'
import { issueCheckpoint, listCheckpoints, viewWitnessRequest } from '../src/app/ledger/index.ts'
import { openProduct, type Product } from '../src/app/product.ts'
import { approveTarget } from '../src/app/targets/approve-target.ts'
import { populateWorld, type WorldPeople } from '../src/app/testing/populate.ts'
import { compareCommand } from '../src/cli/ledger/compare.ts'
import { witnessCommand } from '../src/cli/ledger/witness.ts'
import { backUp, restore } from '../src/storage/backup/index.ts'
import { type Storage, startStorage } from '../src/storage/start.ts'
import { temporaryDirectory } from './support/site.ts'
import { stockSheets, type WaitingSheet } from './support/stock.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } })
const rounds = Number(values.rounds)
const place = temporaryDirectory('ledger-rollback')
const clock = () => new Date('2022-10-10T02:00:00Z')
const COUNTY = '640221'
const faults: string[] = []
const count = { signed: 0, asked: 0, refused: 0, splits: 0, seen: 0 }

type Office = { readonly storage: Storage; readonly product: Product }

/** Opens an installation, lets people work, looks whether all is well inside, closes it. */
async function at<T>(home: string, work: (office: Office) => Promise<T>): Promise<T> {
  const storage = await startStorage({ home })
  try {
    const product = await openProduct(storage, { clock })
    const done = await work({ storage, product })
    const lines = await inspect(storage.database.owner, storage.files, storage.keys)
    // Nothing inside tells a rollback: that is why there are witnesses.
    for (const line of lines) if (line.count > 0) faults.push(`${line.id} ${line.examples[0]}`)
    return done
  } finally {
    await storage.stop()
  }
}

let people: WorldPeople
async function as<T>(
  { product }: Office,
  who: keyof WorldPeople,
  useCase: object,
  input: object,
): Promise<T> {
  const credentials = { postId: people[who].postId }
  return JSON.parse((await product.run(useCase as UseCase, input, { credentials })).body) as T
}

type Note = { readonly size: number; readonly note: string }

async function approve(office: Office, sheets: readonly WaitingSheet[]): Promise<Note> {
  for (const { recordId, version } of sheets)
    await as(office, 'finance_leader', approveTarget, { recordId, version })
  return as<Note>(office, 'finance_performance', issueCheckpoint, {})
}

/** The witness's computer: a folder of its own, the request as a file. Gives what it answered. */
async function witness(office: Office, state: string, from: number): Promise<{ code: number; said: string }> {
  const { key } = await as<{ key: string }>(office, 'congress', listCheckpoints, { jurisdiction: COUNTY })
  const asked = { jurisdiction: COUNTY, from }
  const request = await as<{ text: string }>(office, 'congress', viewWitnessRequest, asked).catch(
    (error: Error) => error,
  )
  // A log shorter than what the witness holds cannot even make the proof.
  if (request instanceof Error) return { code: 3, said: request.message }
  const file = path.join(place, 'request.txt')
  writeFileSync(file, request.text)
  const said: string[] = []
  const words = [file, '--state', state, '--log-key', key, '--name', 'witness/congress']
  const code = witnessCommand(words, (line) => said.push(line))
  return { code, said: said.join(' ') }
}

function compare(one: Note, other: Note): number {
  const files = [one, other].map(({ note }, index) => {
    const file = path.join(place, `note-${index}.txt`)
    writeFileSync(file, note)
    return file
  })
  return compareCommand(files, () => undefined)
}

/** An earlier state is put back and work goes on; the witness is asked to sign that. */
async function goBack(
  folder: string,
  backup: string,
  state: string,
  held: Note,
  sheets: readonly WaitingSheet[],
) {
  const home = path.join(folder, `restored-${count.asked}`)
  mkdirSync(home, { mode: 0o711 })
  await restore({ home, directory: backup })
  await at(home, async (office) => {
    const note = await approve(office, sheets)
    const answer = await witness(office, state, held.size)
    count.asked += 1
    if (answer.code === 3) count.refused += 1
    else faults.push(`the witness answered ${answer.code} to ${note.size} leaves: ${answer.said}`)
    if (note.size !== held.size) return
    count.splits += 1
    if (compare(held, note) === 3) count.seen += 1
    else faults.push('two ledgers of one size compared as one')
  })
  rmSync(home, { recursive: true, force: true })
}

async function drill(number: number): Promise<void> {
  const folder = path.join(place, `round-${number}`)
  const home = path.join(folder, 'home')
  const [backup, state] = [path.join(folder, 'backup'), path.join(folder, 'witness')]
  mkdirSync(home, { recursive: true, mode: 0o711 })
  const stock = await at(home, async (office) => {
    people = await populateWorld(office.storage.database, office.product, '2022-09-01')
    const sheets = await stockSheets(office.storage.database.owner, office.product, people, 12)
    await approve(office, sheets.slice(0, 2 + number))
    return sheets.slice(2 + number)
  })
  await backUp({ home, directory: backup, now: new Date() })
  const held = await at(home, async (office) => {
    const note = await approve(office, stock.slice(0, 2))
    const answer = await witness(office, state, 0)
    if (answer.code !== 0) faults.push(`the honest log was refused: ${answer.said}`)
    else count.signed += 1
    return note
  })
  // Shorter than what the witness holds, as long (a second ledger), and longer.
  for (const sheets of [stock.slice(2, 3), stock.slice(2, 4), stock.slice(2, 6)])
    await goBack(folder, backup, state, held, sheets)
  rmSync(folder, { recursive: true, force: true })
}

try {
  for (let number = 1; number <= rounds; number += 1) {
    await drill(number)
    process.stderr.write(`${number}/${rounds} `)
  }
} finally {
  rmSync(place, { recursive: true, force: true })
}
const isRight =
  faults.length === 0 && count.asked > 0 && count.refused === count.asked && count.seen === count.splits
console.log(
  `drill:ledger-rollback ${isRight ? 'PASS' : 'FAIL'}: ${rounds} backups, ${count.signed} honest logs witnessed, ` +
    `${count.refused} of ${count.asked} logs restored and continued refused by the witness, ` +
    `${count.seen} of ${count.splits} split views seen by comparison${faults.length > 0 ? ` | ${faults.slice(0, 5).join('; ')}` : ''}`,
)
process.exitCode = isRight ? 0 : 1
