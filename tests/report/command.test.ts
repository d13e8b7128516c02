import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { toDocx } from '../../bench/report/docx.ts'
import { writeReport } from '../../bench/report/report.ts'
import { SUBJECTS } from '../../bench/report/subjects.ts'
import { checkReportCommand } from '../../src/cli/commands/check-report.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-report-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const GOOD = path.join(folder, '好.docx')
const BAD = path.join(folder, '坏.docx')
const DATE = ['--date', '2024-05-10']

beforeAll(async () => {
  const { parts } = writeReport(SUBJECTS[0]!, 0)
  writeFileSync(GOOD, await toDocx(parts))
  const spoiled = parts.map((part) =>
    'paragraph' in part ? { paragraph: part.paragraph.replace('评价等级为“优”', '评价等级为“良”') } : part,
  )
  writeFileSync(BAD, await toDocx(spoiled))
})

async function run(...words: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = []
  const spy = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  try {
    return { code: await checkReportCommand.run([...words, ...DATE]), text: lines.join('\n') }
  } finally {
    spy.mockRestore()
  }
}

test('0 and a word when nothing is wrong, 1 and the place when something is', async () => {
  expect(await run(GOOD)).toMatchObject({ code: 0, text: expect.stringContaining('没有发现问题') })
  const { code, text } = await run(BAD)
  expect(code).toBe(1)
  expect(text).toMatch(/\[错误\] “三、综合评价情况及评价结论”第 1 段：得分95\.55分对应的等级是“优”/)
})

test('json; an earlier report that is the same is told paragraph by paragraph', async () => {
  const { code, text } = await run(GOOD, '--earlier', BAD, '--format', 'json')
  expect(code).toBe(1)
  const ids = (JSON.parse(text) as { ruleId: string }[]).map(({ ruleId }) => ruleId)
  expect(new Set(ids)).toEqual(new Set(['EVA-075']))
})

test.each([
  ['no file', []],
  ['two files', [GOOD, BAD]],
  ['an option nobody knows', [GOOD, '--colour', 'red']],
  ['a file that is not there', [path.join(folder, '无.docx')]],
])('%s is refused in words', async (_why, words) => {
  await expect(run(...words)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})
