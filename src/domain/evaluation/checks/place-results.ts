import type { EvaluationSelfContent } from '../../forms/contents.ts'
import { found, foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EVA-066 分地区数据: every figure belongs to a row of the form, and a place is named once for each row. */
export const EVA_066: RuleHeader = {
  id: 'EVA-066',
  name: '分地区完成情况',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2020-10', '附件1填表说明（汇总口径）'),
}

export function checkPlaceResults({ placeResults, scores }: EvaluationSelfContent): Finding[] {
  const entries = placeResults ?? []
  return entries.flatMap((entry, index) => {
    const where = { section: 'places', field: 'placeResults', row: index }
    const number = entry.row ?? 0
    const isSame = (other: typeof entry) =>
      other.row === entry.row && other.place?.trim() === entry.place?.trim()
    return [
      ...(scores?.[number - 1]
        ? []
        : [found(EVA_066, `没有第 ${number} 项指标，请核对序号。`, { ...where, column: 'row' })]),
      ...foundIf(
        entries.findIndex(isSame) < index,
        EVA_066,
        `第 ${number} 项指标的“${entry.place ?? ''}”重复，请合并。`,
        { ...where, column: 'place' },
      ),
    ]
  })
}
