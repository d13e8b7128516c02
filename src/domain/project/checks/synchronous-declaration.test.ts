import { expect, test } from 'vitest'
import { checkSynchronousDeclaration } from './index.ts'

type Input = Parameters<typeof checkSynchronousDeclaration>[0]
const declared = { state: 'declared', total_fen: '500' }

test.each<[why: string, input: Input, said: string]>([
  ['no target', { requested_fen: '500' }, '还没有申报'],
  ['a draft', { target: { ...declared, state: 'draft' }, requested_fen: '500' }, '还没有申报'],
  ['refused', { target: { ...declared, state: 'refused' }, requested_fen: '500' }, '还没有申报'],
  ['in step', { target: declared, requested_fen: '500' }, ''],
  ['one fen less', { target: declared, requested_fen: '499' }, '不一致'],
  ['on the suggestion', { target: declared, requested_fen: '500', suggested_fen: '500' }, ''],
  ['one fen above it', { target: declared, requested_fen: '500', suggested_fen: '499' }, '高于事前评估建议'],
  ['nothing asked for yet', { target: declared }, ''],
])('TGT-203 同步申报: %s', (_why, input, said) => {
  const findings = checkSynchronousDeclaration(input)
  if (said === '') expect(findings).toEqual([])
  else expect(findings.map(({ message }) => message).join()).toContain(said)
})
