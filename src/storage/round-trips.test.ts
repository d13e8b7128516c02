import { expect, test } from 'vitest'
import { savingTrips } from './round-trips.ts'

const ANSWERS: Readonly<Record<string, string>> = { begin: 'BEGIN', commit: 'COMMIT', rollback: 'ROLLBACK' }

/** A client that notes what is sent in which piece; a statement with `wrong` fails as PostgreSQL lets it fail. */
function watched() {
  const pieces: string[][] = []
  let hasFailed = false
  const query = savingTrips(async (text, _values, { begins, commits }) => {
    pieces.push([...(begins ? ['begin'] : []), text, ...(commits ? ['commit'] : [])])
    if (text.includes('wrong')) {
      hasFailed = true
      throw new Error('refused')
    }
    const command = text === 'commit' && hasFailed ? 'ROLLBACK' : (ANSWERS[text] ?? 'SELECT')
    return { command, rowCount: 0, rows: [] }
  })
  return { pieces, ask: (text: string) => query(text, []) }
}

test('begin travels with the first statement, commit with one that is the last', async () => {
  const { pieces, ask } = watched()
  for (const text of ['begin', 'one', 'two', '/* with commit */ three', 'commit']) await ask(text)
  expect(pieces).toEqual([['begin', 'one'], ['two'], ['/* with commit */ three', 'commit']])
})

test('a transaction of one statement is one piece; one without any is none', async () => {
  const one = watched()
  for (const text of ['begin', '/* with commit */ only', 'commit']) await one.ask(text)
  expect(one.pieces).toEqual([['begin', '/* with commit */ only', 'commit']])
  const none = watched()
  for (const text of ['begin', 'rollback', 'begin', 'commit']) await none.ask(text)
  expect(none.pieces).toEqual([])
})

test('without a last statement commit and rollback are sent when they are asked for', async () => {
  const { pieces, ask } = watched()
  for (const text of ['begin', 'one', 'commit', 'begin', 'two', 'rollback', 'three']) await ask(text)
  expect(pieces).toEqual([['begin', 'one'], ['commit'], ['begin', 'two'], ['rollback'], ['three']])
})

test('a last statement that fails is thrown, and its transaction is rolled back', async () => {
  const { pieces, ask } = watched()
  await ask('begin')
  await expect(ask('/* with commit */ wrong')).rejects.toThrow('refused')
  await ask('rollback')
  expect(pieces).toEqual([['begin', '/* with commit */ wrong', 'commit'], ['rollback']])
})

test('a commit that turned out a rollback is never taken for one', async () => {
  const { ask } = watched()
  await ask('begin')
  await ask('wrong').catch(() => undefined)
  await expect(ask('commit')).rejects.toThrow('rolled back')
})

test('nothing may follow the last statement of a transaction', async () => {
  const { ask } = watched()
  await ask('begin')
  await ask('/* with commit */ last')
  await expect(ask('another')).rejects.toThrow('after the last')
})
