import { expect, test } from 'vitest'
import { measure } from './measure.ts'

const CLEAN = [
  '项目按期完成，质量达到合同约定标准。',
  '2023年度预算执行率为98.85%，资金拨付及时。',
  '受益群众满意度为92.5%。',
]

test('what is planted by seeds nobody looked at is found', () => {
  const { planted, found } = measure([101, 102], 560, CLEAN, [
    '军事设施',
    '国防动员',
    '涉密会议',
    '不得外传',
    '武警部队',
  ])
  expect(planted).toBe(1120)
  expect(found / planted).toBeGreaterThanOrEqual(0.99)
})
