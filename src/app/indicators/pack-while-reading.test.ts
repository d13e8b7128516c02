import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { packWhileReading } from './pack-while-reading.ts'

const pack = async (rows: string) => Buffer.from(rows)

async function* slowPages(read: string[]) {
  for (const page of ['甲', '乙', '丙', '丁']) {
    await turn()
    await turn()
    read.push(page)
    yield page
  }
}

describe('packing while reading', () => {
  it('takes every page in its order', async () => {
    const taken: string[] = []
    await packWhileReading(slowPages([]), pack, async (bytes) => void taken.push(bytes.toString()))
    expect(taken).toEqual(['甲', '乙', '丙', '丁'])
  })

  it('a reader who goes away while a page is read ends the reading, and no promise is left alone', async () => {
    const alone: unknown[] = []
    const listen = (reason: unknown) => void alone.push(reason)
    process.on('unhandledRejection', listen)
    const read: string[] = []
    const leave = async () => Promise.reject(new Error('the reader went away'))
    await expect(packWhileReading(slowPages(read), pack, leave)).rejects.toThrow('the reader went away')
    await turn()
    process.off('unhandledRejection', listen)
    expect(alone).toEqual([])
    expect(read).toEqual(['甲', '乙'])
  })
})
