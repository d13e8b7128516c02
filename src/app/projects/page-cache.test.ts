import { describe, expect, test } from 'vitest'
import { makePageCache, type Question } from './page-cache.ts'

const list = (text: string): Question => ({ kind: 'list', text })
const STAMP = 'jurisdiction/640221 1700000000.5 7'

describe('the page cache', () => {
  test('gives a page back to whoever sees the same, to nobody else', () => {
    const pages = makePageCache(100_000)
    pages.keep('anna', list('a'), STAMP, '{"total":1}')
    pages.keep('ben', list('b'), STAMP, '{}')
    pages.keep('carl', list('b'), 'unit/9 1700000000.5 7', '{}')
    expect(String(pages.find('anna', list('a'))?.body)).toBe('{"total":1}')
    expect(String(pages.find('ben', list('a'))?.body)).toBe('{"total":1}')
    expect(pages.find('carl', list('a'))).toBeUndefined()
    expect(pages.find('dora', list('a'))).toBeUndefined()
  })

  test('a list says nothing about who may see a file', () => {
    const pages = makePageCache(100_000)
    pages.keep('anna', list('a'), STAMP, '{}')
    expect(pages.find('anna', { kind: 'file', text: 'a' })).toBeUndefined()
  })

  test('gives the bytes that were kept, however often it is asked', () => {
    const pages = makePageCache(100_000)
    const text = '{"name":"高效农业示范项目"}'
    const kept = pages.keep('anna', list('a'), STAMP, text)
    for (let time = 0; time < 3; time += 1) {
      const found = pages.find('anna', list('a'))
      expect(found?.body).toEqual(Buffer.from(text))
      expect([found?.stamp, found?.etag]).toEqual([STAMP, kept.etag])
    }
  })

  test('a newer page takes the place of the older', () => {
    const pages = makePageCache(100_000)
    const first = pages.keep('anna', list('a'), STAMP, 'old')
    const second = pages.keep('anna', list('a'), 'jurisdiction/640221 1700000000.5 8', 'new')
    expect(String(pages.find('anna', list('a'))?.body)).toBe('new')
    expect(second.etag).not.toBe(first.etag)
  })

  test('the tag names viewer, question and number', () => {
    const pages = makePageCache(100_000)
    const stamps = [STAMP, 'unit/9 1700000000.5 7', 'jurisdiction/640221 1700000000.5 8']
    const tags = stamps.flatMap((stamp) =>
      ['a', 'b'].map((text) => pages.keep('x', list(text), stamp, '{}').etag),
    )
    expect(new Set(tags).size).toBe(6)
  })

  test('never holds more than its limit; what was not asked for longest goes', () => {
    const pages = makePageCache(10 * 1300)
    for (let n = 0; n < 10; n += 1) pages.keep('anna', list(String(n)), STAMP, 'x'.repeat(400))
    pages.find('anna', list('0'))
    for (let n = 10; n < 15; n += 1) pages.keep('anna', list(String(n)), STAMP, 'x'.repeat(400))
    const left = Array.from({ length: 15 }, (_, n) => n).filter((n) => pages.find('anna', list(String(n))))
    expect(left).toContain(0)
    expect(left).toContain(14)
    expect(left).not.toContain(1)
    expect(left.length).toBeGreaterThan(5)
    expect(left.length).toBeLessThanOrEqual(10)
  })

  test('keeps nothing that is larger than the limit, and nothing at all without one', () => {
    for (const limit of [0, 1000]) {
      const pages = makePageCache(limit)
      expect(pages.keep('anna', list('a'), STAMP, 'x'.repeat(2000)).body).toHaveLength(2000)
      expect(pages.find('anna', list('a'))).toBeUndefined()
    }
  })
})
