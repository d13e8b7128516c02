import type { Block } from '../domain/documents/block.ts'
import { paragraph } from '../domain/documents/make-block.ts'
import type { EvaluationReportInput } from './evaluation-report.ts'
import { firstText } from './shared/text.ts'

type Executed = Pick<EvaluationReportInput, 'content' | 'commissioner' | 'isOwn'>

/** Who answers for the report: the institution, or the body whose own group evaluated. */
export function evaluatorOf({ content, commissioner, isOwn }: Executed): string {
  return isOwn ? commissioner : firstText(content.agency, commissioner)
}

/** 组织方式 and who carried it out, for the head of the report. */
export function executorFacts(input: Executed): { readonly label: string; readonly value: string }[] {
  const { content, commissioner, isOwn } = input
  if (!isOwn)
    return [
      { label: '组织方式', value: '委托第三方' },
      { label: '委托单位', value: commissioner },
      { label: '评价机构', value: evaluatorOf(input) },
      { label: '主评人', value: firstText(content.leadEvaluator) },
    ]
  const named = (duty: string) =>
    (content.members ?? []).flatMap(({ person, duty: own, isExpert }) =>
      own === duty ? [`${person ?? ''}${isExpert ? '（专家）' : ''}`] : [],
    )
  return [
    { label: '组织方式', value: '自行组织' },
    { label: '组织单位', value: commissioner },
    { label: '评价组组长', value: named('组长').join('、') },
    { label: '评价组成员', value: named('成员').join('、') },
  ]
}

/** Where the report is signed and sealed. */
export function signatureLines(input: Executed): Block[] {
  const [signs, seals] = input.isOwn ? ['评价组组长', '组织单位'] : ['主评人', '评价机构']
  return [paragraph(`${signs}（签字）：`), paragraph(`${seals}（盖章）：${evaluatorOf(input)}`)]
}
