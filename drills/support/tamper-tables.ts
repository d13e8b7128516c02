import { type Bench, columnsOf, otherValue } from './tamper-bench.ts'

/** Tables whose rows stand in leaves. */
export const SEALED_TABLES = [
  ...['record', 'project', 'act', 'frozen', 'indicator', 'observation', 'execution', 'score'],
  ...['document_number', 'attachment', 'evidence'],
]
export const LEDGER_TABLES = [
  ...['ledger_head', 'ledger_leaf', 'ledger_node', 'ledger_checkpoint', 'ledger_cosignature', 'ledger_salt'],
]

export type Tally = {
  readonly tried: Record<string, number>
  readonly missed: string[]
  readonly unnamed: string[]
}

/**
 * Every column of some rows of a table, one after the other, then the row as a whole, then two rows
 * swapped: each tried alone, looked for, taken back.
 * @param rows ctids
 */
export async function tamperTable(
  bench: Bench,
  table: string,
  rows: readonly string[],
  tally: Tally,
  most = 1,
): Promise<void> {
  const { client } = bench
  const columns = await columnsOf(client, table)
  if (rows.length === 0) tally.missed.push(`${table}: nothing to tamper with`)
  for (const row of rows.slice(0, most)) {
    for (const column of columns) {
      const change = `update ${table} set ${column.name} = ${otherValue(column)} where ctid = $1`
      const found = await bench.attempt(async () => void (await client.query(change, [row])), table)
      judge(tally, table, `${table}.${column.name}`, found)
    }
    const remove = async () => void (await client.query(`delete from ${table} where ctid = $1`, [row]))
    judge(tally, table, `${table} delete`, await bench.attempt(remove))
  }
  const [one, other] = rows
  if (one && other)
    judge(tally, table, `${table} swap`, await bench.attempt(() => swap(bench, table, one, other), table))
}

/** Each of two rows gets the other's values under its own key. */
async function swap({ client }: Bench, table: string, one: string, other: string): Promise<void> {
  const columns = await columnsOf(client, table)
  const names = columns.map(({ name }) => name)
  await client.query(
    `create temp table pair on commit drop as select row_number() over () as turn, t.* from ${table} t where ctid in ($1, $2)`,
    [one, other],
  )
  await client.query(`delete from ${table} where ctid in ($1, $2)`, [one, other])
  const mixed = columns.map(({ name, isKey }) => `${isKey ? 'a' : 'b'}.${name}`)
  await client.query(
    `insert into ${table} (${names.join(', ')}) select ${mixed.join(', ')} from pair a join pair b on a.turn <> b.turn`,
  )
}

/** A message is good when it says which row or entry, and which column, field, or that all of it is gone. */
export function judge(tally: Tally, table: string, what: string, found: readonly string[]): void {
  const group = table.startsWith('ledger') ? 'ledger' : table === 'audit' ? 'audit' : 'business'
  tally.tried[group] = (tally.tried[group] ?? 0) + 1
  if (found.length === 0) tally.missed.push(what)
  else if (!found.some(isNamed)) tally.unnamed.push(`${what} → ${found[0]}`)
}

const OBJECT = /契约账第\d+号《|\(ledger_[a-z]+\)|\(audit\)|^ledger_[a-z]+ |^I\d+[a-z]? [^ ]+ /
const FIELD = /列|整行|整条|当日记录|：契约账/

function isNamed(said: string): boolean {
  return OBJECT.test(said) && (FIELD.test(said) || said.startsWith('I'))
}
