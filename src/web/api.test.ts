import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { abandonReadings, get, setCsrfToken } from './api.ts'

type Sent = { readonly path: string; readonly tag: string | undefined }
let sent: Sent[] = []
let content = { total: 1 }

beforeEach(() => {
  sent = []
  content = { total: 1 }
  setCsrfToken(String(Math.random()))
  vi.stubGlobal('fetch', async (path: string, init: { headers?: Record<string, string> }) => {
    const tag = `"${content.total}"`
    sent.push({ path, tag: init.headers?.['If-None-Match'] })
    if (init.headers?.['If-None-Match'] === tag) return new Response(null, { status: 304 })
    return Response.json(content, { headers: path.includes('plain') ? {} : { ETag: tag } })
  })
})
afterEach(() => vi.unstubAllGlobals())

test('an answer with a tag is asked for by its tag and used again', async () => {
  const first = await get('/api/projects', { year: 2023 })
  expect(await get('/api/projects', { year: 2023 })).toBe(first)
  expect(sent.map(({ tag }) => tag)).toEqual([undefined, '"1"'])
  content = { total: 2 }
  expect(await get('/api/projects', { year: 2023 })).toEqual({ total: 2 })
})

test('another address, and an answer without a tag, are asked for plainly', async () => {
  await get('/api/projects', { year: 2023 })
  await get('/api/projects', { year: 2024 })
  await get('/api/plain')
  await get('/api/plain')
  expect(sent.map(({ tag }) => tag)).toEqual([undefined, undefined, undefined, undefined])
})

test('nothing of one session is used in the next', async () => {
  await get('/api/projects')
  setCsrfToken('another session')
  await get('/api/projects')
  expect(sent.map(({ tag }) => tag)).toEqual([undefined, undefined])
})

test('only so many answers are remembered', async () => {
  for (let n = 0; n < 60; n += 1) await get('/api/projects', { n })
  await get('/api/projects', { n: 0 })
  await get('/api/projects', { n: 59 })
  expect(sent.slice(-2).map(({ tag }) => tag)).toEqual([undefined, '"1"'])
})

test('readings under way end with the session, later ones do not', async () => {
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
    return new Promise((_, refuse) =>
      signal?.addEventListener('abort', () => refuse(new DOMException('', 'AbortError'))),
    )
  })
  const reading = get('/api/projects')
  abandonReadings()
  await expect(reading).rejects.toThrow(DOMException)
  vi.stubGlobal('fetch', async (_: string, { signal }: RequestInit) => Response.json(signal?.aborted))
  expect(await get('/api/projects')).toBe(false)
})
