import { afterEach, expect, test, vi } from 'vitest'
import type { QueueItem } from '../../shapes-targets.ts'
import { runBatch } from './run-batch.ts'

const item = (recordId: string) =>
  ({
    recordId,
    version: 3,
    forward: { action: 'review', title: '初审通过', url: `/api/x/${recordId}/review`, opinion: 'required' },
    back: null,
  }) as unknown as QueueItem
const offerOf = (one: QueueItem) => one.forward
const NEVER = () => false
const SILENT = () => undefined

afterEach(() => vi.unstubAllGlobals())

/** Answers by record: a status, or `lost` once. */
function serve(answers: Readonly<Record<string, (number | 'lost')[]>>) {
  const calls: { url: string; key: string; body: string }[] = []
  vi.stubGlobal('fetch', async (url: string, init: { headers: Record<string, string>; body: string }) => {
    calls.push({ url, key: init.headers['Idempotency-Key'] ?? '', body: init.body })
    const id = url.split('/')[3] ?? ''
    const answer = answers[id]?.shift() ?? 200
    if (answer === 'lost') throw new TypeError('network')
    return new Response(JSON.stringify({ recordId: id }), { status: answer })
  })
  return calls
}

test('each sheet is its own submission with its own key; a refusal touches no other', async () => {
  const calls = serve({ b: [422] })
  const items = ['a', 'b', 'c'].map(item)
  const results = await runBatch({ items, offerOf, opinion: ' 同意 ' }, NEVER, SILENT)
  expect(results.map(({ outcome }) => outcome)).toEqual(['passed', 'refused', 'passed'])
  expect(new Set(calls.map(({ key }) => key)).size).toBe(3)
  expect(JSON.parse(calls[0]?.body ?? '')).toEqual({ version: 3, opinion: '同意' })
})

test('a lost answer is asked for again under the same key', async () => {
  const calls = serve({ a: ['lost', 200] })
  const [result] = await runBatch({ items: [item('a')], offerOf, opinion: '同意' }, NEVER, SILENT)
  expect(result?.outcome).toBe('passed')
  expect(calls).toHaveLength(2)
  expect(calls[0]?.key).toBe(calls[1]?.key)
})

test('once cancelled nothing more is sent, and what was not sent is said', async () => {
  const calls = serve({})
  let told = 0
  const tell = () => {
    told += 1
  }
  const items = ['a', 'b', 'c'].map(item)
  const results = await runBatch({ items, offerOf, opinion: '同意' }, () => told > 0, tell)
  expect(results.map(({ outcome }) => outcome)).toEqual(['passed', 'skipped', 'skipped'])
  expect(calls).toHaveLength(1)
})

test('a line that cannot be sent back is left alone', async () => {
  const calls = serve({})
  const batch = { items: [item('a')], offerOf: (one: QueueItem) => one.back, opinion: '退回' }
  expect((await runBatch(batch, NEVER, SILENT)).map(({ outcome }) => outcome)).toEqual(['skipped'])
  expect(calls).toEqual([])
})
