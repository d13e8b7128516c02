import { expect, test } from 'vitest'
import { blockText, printedTexts } from '../../src/documents/index.ts'
import { buildSelfEvaluationForm, type SelfEvaluationInput } from '../../src/documents/self-evaluation-form.ts'
import { writeDocx } from '../../src/documents/write-docx.ts'
import { docxText, expectGolden, squeeze } from './golden.ts'
import { selfEvaluation } from './samples/self-evaluation.ts'

const { content } = selfEvaluation

/** Forms other than the national one: words of the place, a second score, figures by place. */
const VARIANTS: readonly (readonly [name: string, input: SelfEvaluationInput])[] = [
  [
    'self-evaluation-finance-score',
    {
      ...selfEvaluation,
      layout: {
        budgetLabel: '调整预算（A）',
        scoreLabel: '自评得分',
        financeScores_x100: (content.scores ?? []).map(({ score_x100 }, at) =>
          at === 4 ? 1200 : (score_x100 ?? null),
        ),
      },
      content: { ...content, departmentTotal_x100: 9569, financeTotal_x100: 9269 },
    },
  ],
  [
    'self-evaluation-by-place',
    {
      ...selfEvaluation,
      content: {
        ...content,
        placeResults: [
          { row: 1, place: '东乡', money_fen: '300000000', actual: '30' },
          { row: 1, place: '西镇', money_fen: '138500000', actual: '20' },
        ],
      },
    },
  ],
]

test.each(VARIANTS)('%s reads as accepted and says the same in Word', async (name, input) => {
  const document = buildSelfEvaluationForm(input)
  await expectGolden(new URL(`./given/${name}.txt`, import.meta.url), blockText(document))
  expect(squeeze(await docxText(await writeDocx(document)))).toBe(squeeze(printedTexts(document).join('')))
})
