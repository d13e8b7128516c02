import { expect, test } from 'vitest'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { checkDisclosureProof, checkJointReview, checkRefusal } from './index.ts'

const rules = {
  value: () => ({
    value: { excellent: 'pass', good: 'pass_after_corrections', fair: 'return', poor: 'refuse' },
    use: {},
  }),
} as unknown as ParameterReader

test.each<[isAsked: boolean, hasAdvised: boolean, severities: string[]]>([
  [true, true, []],
  [true, false, ['error']],
  [false, true, []],
  [false, false, ['warning']],
])('TGT-110 联审: asked %s, advised %s', (isAsked, hasAdvised, severities) => {
  expect(checkJointReview({ isAsked, hasAdvised }).map(({ severity }) => severity)).toEqual(severities)
})

test.each<[grade: 'excellent' | 'good' | 'fair' | 'poor' | null, said: string]>([
  [null, '还没有打分'],
  ['excellent', '“优”'],
  ['fair', '“中”'],
  ['poor', ''],
])('TGT-111 不予通过: %s', (grade, said) => {
  const [finding] = checkRefusal(grade, rules)
  if (said === '') expect(finding).toBeUndefined()
  else expect(finding?.message).toContain(said)
})

test('TGT-112 公开凭据: an address or a picture', () => {
  expect(checkDisclosureProof({})).toHaveLength(1)
  expect(checkDisclosureProof({ disclosureUrl: ' ', disclosureEvidence: [] })).toHaveLength(1)
  expect(checkDisclosureProof({ disclosureUrl: 'https://www.example.cn' })).toEqual([])
  expect(checkDisclosureProof({ disclosureEvidence: ['a'] })).toEqual([])
})
