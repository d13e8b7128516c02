import type { Explained } from '../../shared/explanation.ts'
import { GRADES, type Grade } from '../../shared/grade.ts'
import { type Fen, formatWanYuan, sumFen } from '../../shared/money.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** Source: domain practice of a published table: no., department, project, money, grade, and sums by grade. */
export const RES_060: RuleHeader = {
  id: 'RES-060',
  name: '年度评价结果汇总',
  stage: 'results',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（五）接受监督'),
}

export type GradedAmount = { readonly name: string; readonly grade: Grade | null; readonly amount_fen: Fen }

/** RES-060: how many projects and how much money, together and by 优良中差; a grade nobody got counts 0. */
export function computeYearTotals(results: readonly GradedAmount[]): Explained<{
  readonly count: number
  readonly amount_fen: Fen
  readonly byGrade: readonly { readonly grade: Grade; readonly count: number; readonly amount_fen: Fen }[]
}> {
  const byGrade = (Object.keys(GRADES) as Grade[]).map((grade) => {
    const own = results.filter((one) => one.grade === grade)
    return { grade, count: own.length, amount_fen: sumFen(own.map((one) => one.amount_fen)) }
  })
  const amount_fen = sumFen(results.map((one) => one.amount_fen))
  const words = byGrade.map(({ grade, count }) => `${GRADES[grade]}${count}个`).join('、')
  return {
    count: results.length,
    amount_fen,
    byGrade,
    explanation: explain(RES_060, {
      sentence: `${results.length}个项目，涉及资金${formatWanYuan(amount_fen)}万元，${words}。`,
      inputs: results.map(({ name, grade, amount_fen: own }) => ({
        label: name,
        value: `${grade ? GRADES[grade] : '未定等级'}，${formatWanYuan(own)}万元`,
      })),
      formula: '按等级数项目、加资金',
      result: words,
    }),
  }
}
