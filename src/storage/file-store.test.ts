import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FileStore, openFileStore } from './file-store.ts'

const bytes = (content: string) => new TextEncoder().encode(content)

describe('the file store', () => {
  let directory: string
  let store: FileStore
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'jiheng-files-'))
    store = openFileStore(path.join(directory, 'files'))
  })
  afterEach(() => rm(directory, { recursive: true }))

  const all = async () => {
    const found: string[] = []
    for await (const digest of store.list()) found.push(digest)
    return found
  }

  it('names a file by its content and gives the same bytes back', async () => {
    const stored = await store.put(Readable.from([bytes('绩效'), bytes('目标')]))
    const digestBy = (name: string) => createHash(name).update('绩效目标').digest('hex')
    expect(stored).toEqual({ digest: digestBy('sha256'), sm3: digestBy('sm3'), size: 12 })
    expect(await text(await store.read(stored.digest))).toBe('绩效目标')
    expect(await store.verify(stored.digest)).toBe('intact')
  })

  it('keeps equal content once, also when it arrives twice at the same time', async () => {
    const twice = await Promise.all([store.put(bytes('same')), store.put(bytes('same'))])
    expect(twice[0]).toEqual(twice[1])
    expect(await all()).toEqual([twice[0]?.digest])
  })

  it('stops at the limit and leaves nothing behind', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(1000)
      })(),
    )
    await expect(store.put(endless, 10_000)).rejects.toThrow('文件超过')
    await expect(store.put(bytes(''))).rejects.toThrow('文件是空的')
    expect(await readdir(path.join(store.directory, 'incoming'))).toEqual([])
    expect(await all()).toEqual([])
  })

  it('leaves nothing behind when the sender goes away', async () => {
    const broken = Readable.from(
      (function* () {
        yield bytes('half')
        throw new Error('gone')
      })(),
    )
    await expect(store.put(broken)).rejects.toThrow('gone')
    expect(await readdir(path.join(store.directory, 'incoming'))).toEqual([])
  })

  it('notices a changed and a missing file', async () => {
    const { digest } = await store.put(bytes('evidence'))
    await writeFile(await store.locate(digest), 'forged')
    expect(await store.verify(digest)).toBe('damaged')
    await rm(await store.locate(digest))
    expect(await store.verify(digest)).toBe('missing')
    await expect(store.read(digest)).rejects.toThrow('从备份恢复')
    await expect(store.locate('../../etc/passwd')).rejects.toThrow('没有这个附件')
  })
})
