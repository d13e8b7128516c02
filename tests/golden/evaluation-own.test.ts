import { expect, test } from 'vitest'
import { blockText, documentBuilders, printedTexts } from '../../src/documents/index.ts'
import { writeDocx } from '../../src/documents/write-docx.ts'
import { docxText, expectGolden, squeeze, withoutPageNumbers } from './golden.ts'
import { ownEvaluationReport } from './samples/evaluation.ts'

const report = documentBuilders['evaluation-report'].build(ownEvaluationReport as never)

test('the report of an evaluation by a group of the bureau reads as accepted', async () => {
  await expectGolden(new URL('./evaluation-report-own.txt', import.meta.url), blockText(report))
})

test('it says the same in Word', async () => {
  const text = withoutPageNumbers(squeeze(await docxText(await writeDocx(report))), report)
  expect(text).toBe(squeeze(printedTexts(report).join('')))
})

test('nothing in it belongs to an institution', () => {
  const text = printedTexts(report).join('\n')
  for (const words of ['委托', '第三方', '主评人', '评价机构']) expect(text).not.toContain(words)
  for (const words of ['自行组织', '评价组组长', '郑某（专家）', '组织单位（盖章）：示例县财政局'])
    expect(text).toContain(words)
})
