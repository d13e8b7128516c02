import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from '../api-error.ts'
import {
  type Attempt,
  beginDraft,
  type DraftSaved,
  type DraftStatus,
  makeDraftKeeper,
} from './draft-keeper.ts'

beforeEach(() => {
  vi.useFakeTimers()
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function keeperWith(answer: (attempt: Attempt) => Promise<DraftSaved>) {
  const attempts: Attempt[] = []
  const statuses: DraftStatus[] = []
  const keeper = makeDraftKeeper({
    key: 'p.r',
    version: 1,
    stored: { goal: '' },
    content: { goal: '' },
    save: (attempt) => {
      attempts.push(attempt)
      return answer(attempt)
    },
    onSettled: () => undefined,
    onStatus: (status) => statuses.push(status),
  })
  return { keeper, attempts, statuses, last: () => statuses[statuses.length - 1] }
}
const saved = (attempt: Attempt): Promise<DraftSaved> =>
  Promise.resolve({ version: attempt.version + 1, savedAt: '2023-06-30T02:32:00Z', heldBack: [] })

test('what is typed without a pause is saved all the same within three seconds', async () => {
  const { keeper, attempts } = keeperWith(saved)
  for (let i = 0; i < 10; i += 1) {
    keeper.change({ goal: 'x'.repeat(i + 1) })
    await vi.advanceTimersByTimeAsync(300)
  }
  expect(attempts.length).toBeGreaterThanOrEqual(1)
  expect(attempts[0]?.version).toBe(1)
})

test('until the server has answered a copy lies on this machine', async () => {
  const { keeper, last } = keeperWith(saved)
  keeper.change({ goal: '一' })
  expect(sessionStorage.getItem('jiheng.draft.p.r')).toContain('一')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(sessionStorage.getItem('jiheng.draft.p.r')).toBeNull()
  expect(last()).toEqual({ kind: 'saved', at: '2023-06-30T02:32:00Z' })
})

test('an attempt whose answer was lost is repeated with the same key before anything newer', async () => {
  let isDown = true
  const { keeper, attempts } = keeperWith((attempt) =>
    isDown ? Promise.reject(new ApiError(0, 'NETWORK', '没有连上')) : saved(attempt),
  )
  keeper.change({ goal: '一' })
  await vi.advanceTimersByTimeAsync(2_000)
  keeper.change({ goal: '二' })
  isDown = false
  await vi.advanceTimersByTimeAsync(8_000)
  expect(attempts.map(({ now }) => now['goal'])).toEqual(['一', '一', '二'])
  expect(attempts[1]?.key).toBe(attempts[0]?.key)
  expect(attempts[2]).toMatchObject({ version: 2, before: { goal: '一' } })
})

test('a conflict stops the saving and shows both contents', async () => {
  const error = new ApiError(409, 'VERSION_CONFLICT', '已更新', { current: 5, content: { goal: '别人的' } })
  const { keeper, attempts, last } = keeperWith((attempt) =>
    attempt.version === 1 ? Promise.reject(error) : saved(attempt),
  )
  keeper.change({ goal: '我的' })
  await vi.advanceTimersByTimeAsync(20_000)
  expect(attempts).toHaveLength(1)
  const status = last()
  if (status?.kind !== 'conflict') throw new Error('no conflict')
  expect(status.conflict).toMatchObject({ mine: { goal: '我的' }, theirs: { goal: '别人的' }, version: 5 })
  await keeper.resolve({ goal: '我的' }, status.conflict)
  expect(attempts[1]).toMatchObject({ version: 5, before: { goal: '别人的' } })
})

test('acting waits until everything typed is stored, and says on which version to act', async () => {
  const { keeper } = keeperWith(saved)
  keeper.change({ goal: '一' })
  expect(await keeper.flush()).toBe(2)
})

test('what could not be saved cannot be acted on', async () => {
  const { keeper } = keeperWith(() => Promise.reject(new ApiError(403, 'NOT_PERMITTED', '不可')))
  keeper.change({ goal: '一' })
  expect(await keeper.flush()).toBeUndefined()
})

test('a page that comes back begins with what was typed before it was lost', async () => {
  const { keeper } = keeperWith(() => Promise.reject(new ApiError(0, 'NETWORK', '没有连上')))
  keeper.change({ goal: '写了一半' })
  expect(beginDraft('p.r', 1, { goal: '旧' })).toMatchObject({
    content: { goal: '写了一半' },
    status: { kind: 'restored' },
  })
  expect(beginDraft('p.r', 2, { goal: '别人的' }).status.kind).toBe('conflict')
  expect(beginDraft('p.r', 2, { goal: '写了一半' }).status.kind).toBe('clean')
  expect(beginDraft('p.r', 2, { goal: '写了一半' }).content).toEqual({ goal: '写了一半' })
})
