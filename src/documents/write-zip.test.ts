import JsZip from 'jszip'
import { expect, test } from 'vitest'
import { writeZip } from './write-zip.ts'

const ON = new Date('2024-06-24T00:00:00Z')
const file = (path: string) => ({ path, bytes: Buffer.from(path) })

test('files stand under their names', async () => {
  const zip = await JsZip.loadAsync(await writeZip([file('项目/甲.pdf'), file('目录.txt')], ON))
  expect(Object.keys(zip.files).sort()).toEqual(['目录.txt', '项目/甲.pdf'].sort())
  expect(await zip.file('项目/甲.pdf')?.async('string')).toBe('项目/甲.pdf')
})

test.each([
  ['the same name', ['项目/甲.pdf', '项目/甲.pdf']],
  ['a name that differs only in case', ['a/Report.pdf', 'a/report.PDF']],
])('%s twice: refused, nothing is overwritten', async (_why, paths) => {
  await expect(writeZip(paths.map(file), ON)).rejects.toThrow('two files named')
})
