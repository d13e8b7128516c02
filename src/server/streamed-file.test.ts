import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openStreamedFile } from './streamed-file.ts'

/** More than a stream keeps for a reader who does not read. */
const MUCH = Buffer.alloc(256 * 1024)

describe('a file that is sent while it is written', () => {
  it('waits for a slow reader and goes on when there is room', async () => {
    const file = openStreamedFile()
    let isTaken = false
    const taken = file.take(MUCH).then(() => {
      isTaken = true
    })
    await turn()
    expect(isTaken).toBe(false)
    const read = (async () => {
      let length = 0
      for await (const piece of file.readable) length += (piece as Buffer).length
      return length
    })()
    await taken
    file.end()
    expect(await read).toBe(MUCH.length)
  })

  it('does not wait for a reader who goes away while it waits', async () => {
    const file = openStreamedFile()
    const taken = file.take(MUCH)
    file.readable.destroy()
    await expect(taken).rejects.toThrow('the reader went away')
  })

  it('refuses the next piece when the reader is gone already', async () => {
    const file = openStreamedFile()
    file.readable.destroy()
    await expect(file.take(Buffer.from('a'))).rejects.toThrow('the reader went away')
  })

  it('leaves no listener behind, however many pieces were waited for', async () => {
    const file = openStreamedFile()
    file.readable.on('data', () => undefined)
    for (let piece = 0; piece < 20; piece += 1) await file.take(MUCH)
    expect(file.readable.listenerCount('close')).toBe(0)
    file.end()
  })
})
