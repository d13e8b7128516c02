import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { writeZip } from './write-zip.ts'

test('another reader finds every file under its Chinese name with its bytes', async () => {
  const entries = [
    { path: '01 目录.docx', bytes: Buffer.from('目录') },
    { path: '02 绩效目标/批复.pdf', bytes: Buffer.alloc(70_000, 7) },
    { path: '空.txt', bytes: Buffer.alloc(0) },
  ]
  const zip = await JSZip.loadAsync(writeZip(entries), { checkCRC32: true })
  for (const { path, bytes } of entries)
    expect(Buffer.from(await zip.file(path)!.async('uint8array')).equals(bytes), path).toBe(true)
  expect(writeZip(entries).equals(writeZip(entries))).toBe(true)
})

test('two entries of one name are refused: one would lie over the other', () => {
  const entry = (path: string) => ({ path, bytes: Buffer.from(path) })
  expect(() => writeZip([entry('批复.pdf'), entry('批复.PDF')])).toThrow('two entries of one name')
})
