import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../connection.ts'
import { openFileStore } from '../file-store.ts'
import { openKeyStore } from '../signing-key.ts'
import { startServer } from '../server/supervisor.ts'
import { backUp, type Manifest, restore } from './index.ts'

let place: string
let home: string
let manifest: Manifest
let digest: string
let publicKey: Uint8Array
/** highest number acknowledged when the backup began and when it had ended */
let before: number
let written: number

const inPlace = (name: string) => {
  const directory = path.join(place, name)
  mkdirSync(directory, { recursive: true })
  chmodSync(directory, 0o711)
  return directory
}

describe('backup and restore', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    place = mkdtempSync(path.join(tmpdir(), 'jiheng-backup-'))
    chmodSync(place, 0o711)
    home = inPlace('home')
    const server = await startServer({ home })
    const database = openDatabase(server.address)
    await database.owner.query('create table entry (number int primary key, filler text)')
    digest = (await openFileStore(path.join(home, 'files')).put(Buffer.from('佐证材料'))).digest
    publicKey = openKeyStore(path.join(home, 'keys')).ensure().publicKey
    let isOver = false
    written = 0
    const writing = (async () => {
      for (let number = 1; !isOver; number += 1) {
        await database.owner.query('insert into entry values ($1, $2)', [number, 'x'.repeat(500)])
        written = number
      }
    })()
    while (written < 50) await new Promise((resolve) => setTimeout(resolve, 10))
    before = written
    manifest = await backUp({
      home,
      directory: path.join(place, 'backup'),
      now: new Date('2024-05-01T00:00:00Z'),
    })
    isOver = true
    await writing
    await database.close()
    await server.stop()
  }, 60_000)
  afterAll(() => rmSync(place, { recursive: true, force: true }))

  it('brings back everything acknowledged before the backup, without a gap, and the attachments', async () => {
    const target = inPlace('restored')
    await restore({ home: target, directory: path.join(place, 'backup') })
    const server = await startServer({ home: target })
    const database = openDatabase(server.address)
    try {
      const { rows } = await database.owner.query(
        'select count(*)::int as count, max(number) as last from entry',
      )
      expect(rows[0].count).toBe(rows[0].last)
      expect(rows[0].last).toBeGreaterThanOrEqual(before)
      expect(rows[0].last).toBeLessThanOrEqual(written)
      expect(await openFileStore(path.join(target, 'files')).verify(digest)).toBe('intact')
      expect(openKeyStore(path.join(target, 'keys')).find()?.publicKey).toEqual(publicKey)
    } finally {
      await database.close()
      await server.stop()
    }
    await expect(restore({ home: target, directory: path.join(place, 'backup') })).rejects.toThrow(
      '里已有数据',
    )
  })

  it('says when it was made and leaves out nothing it lists', () => {
    expect(manifest).toMatchObject({ createdAt: '2024-05-01T00:00:00.000Z', damagedAttachments: [] })
    expect(manifest.files.map(({ path: name }) => name)).toEqual(
      expect.arrayContaining([
        'data/backup_label',
        'data/global/pg_control',
        `files/${digest.slice(0, 2)}/${digest}`,
      ]),
    )
  })

  it('does not write over an earlier backup', async () => {
    const again = backUp({ home, directory: path.join(place, 'backup'), now: new Date() })
    await expect(again).rejects.toThrow('不是空的')
  })

  it('refuses a backup that was changed, cut short or never finished, and leaves nothing behind', async () => {
    const file = path.join(place, 'backup', 'data', 'pg_hba.conf')
    const target = inPlace('untouched')
    appendFileSync(file, 'x')
    await expect(restore({ home: target, directory: path.join(place, 'backup') })).rejects.toThrow(
      '与备份时不一致',
    )
    rmSync(file)
    await expect(restore({ home: target, directory: path.join(place, 'backup') })).rejects.toThrow(
      '备份缺少文件',
    )
    truncateSync(path.join(place, 'backup', 'manifest.json'), 100)
    await expect(restore({ home: target, directory: path.join(place, 'backup') })).rejects.toThrow(
      '不是完整的备份',
    )
    const server = await startServer({ home: target })
    await server.stop()
  })

  it('leaves an outside database to its own tools, in words', async () => {
    const options = {
      home,
      directory: path.join(place, 'other'),
      databaseUrl: 'postgres://x/y',
      now: new Date(),
    }
    await expect(backUp(options)).rejects.toThrow('pg_dump')
    await expect(restore(options)).rejects.toThrow('数据库管理员')
  })
})
