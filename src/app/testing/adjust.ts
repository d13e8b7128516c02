import type { Content, ContentRow } from '../../domain/forms/form.ts'
import { actOf, type firstStagesIn, REVIEW_OPINION } from './first-stages.ts'

const ADJUSTMENT = 'targets.adjustment'

/** Ten bases fewer and a fifth less money, so that one base costs what it cost before. */
export const SMALLER: Content = {
  reasonClass: 'policy',
  reasonText: '上级补助标准调整，建设规模相应缩减',
  newAnnualGoal: '建成示范基地40个，带动300户增收',
  moneyChange: 'reallocation',
  budgetChangeNumber: '示财预调〔2023〕3号',
}

/** How an approved target of 示例县 is adjusted, step by step. */
export function adjustmentIn(way: ReturnType<typeof firstStagesIn>) {
  const { see, save, act } = way

  /** An adjustment begun and filled in: `values` by the name of the indicator, `amounts` by field. */
  async function draftAdjustment(
    projectId: string,
    content: Content = SMALLER,
    values: Readonly<Record<string, string>> = { 建成示范基地: '40' },
    amounts: Readonly<Record<string, string>> = {
      periodTotal_fen: '400000000',
      periodFiscal_fen: '400000000',
      total_fen: '400000000',
      fiscal_fen: '400000000',
    },
    quarter = '100000000',
  ) {
    const { recordId } = await way.begin('unit', ADJUSTMENT, projectId)
    const { content: given } = await see('unit', recordId)
    const rows = (field: string) => given[field] as ContentRow[]
    await save('unit', recordId, {
      ...content,
      changes: rows('changes').map((row) => {
        const newValue = values[String(row['name'])]
        return newValue === undefined ? row : { ...row, newValue }
      }),
      amounts: rows('amounts').map((row) => {
        const new_fen = amounts[String(row['item'])]
        return new_fen === undefined ? row : { ...row, new_fen }
      }),
      ...(Object.keys(amounts).length > 0
        ? { quarters: rows('quarters').map((row) => ({ ...row, new_fen: quarter })) }
        : {}),
    })
    return recordId
  }

  /** Through the first review and the recheck, so that only the leader is waited for. */
  async function recheckAdjustment(recordId: string) {
    await act('unit', actOf(ADJUSTMENT, 'declare'), recordId)
    await act('department', actOf(ADJUSTMENT, 'review'), recordId, REVIEW_OPINION)
    await save('finance_performance', recordId, { recheckOpinion: REVIEW_OPINION })
    await act('finance_performance', actOf(ADJUSTMENT, 'recheck'), recordId, REVIEW_OPINION)
    return recordId
  }

  const approveAdjustment = (recordId: string) =>
    act('finance_leader', actOf(ADJUSTMENT, 'approve'), recordId, '同意')

  return { draftAdjustment, recheckAdjustment, approveAdjustment }
}
