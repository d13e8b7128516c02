import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import type { ReportFinding, StudiedReport } from '../../report/report.ts'
import { reportFinding, rowPlace } from '../../report/report-finding.ts'

/** EVA-074 有问题未扣分: full marks beside words that say something was not done. */
export const EVA_074: RuleHeader = {
  id: 'EVA-074',
  name: '写明有不足却得满分',
  stage: 'evaluation',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2020-10', '附件3（绩效评价指标分析）'),
}

const FAULT =
  /未(?:完成|达到|按|落实|建立|公开|验收|及时|能|执行|制定|细化|明确|签订|取得)|滞后|超期|逾期|缺失|缺少|不完整|不规范|不到位|不及时|不明确|不合理|不足|延期/
const DENIED = /(?:未发现|没有|不存在|无|未出现|未见|杜绝|避免)[^，。；]{0,12}$/

export function checkReportUnpunished({ tables }: StudiedReport): ReportFinding[] {
  return tables
    .filter(({ isDetail, hasBasis }) => isDetail && hasBasis)
    .flatMap((table) =>
      table.rows.flatMap((row) => {
        const { weight_x100, score_x100, basis } = row
        const isFull = weight_x100 !== null && weight_x100 > 0 && score_x100 === weight_x100
        const match = FAULT.exec(basis)
        if (!isFull || !match || DENIED.test(basis.slice(0, match.index))) return []
        const message = `“${row.name}”得满分，评分依据却写有“${match[0]}”，请核对得分或依据。`
        return [reportFinding(EVA_074, rowPlace(table, row), message, basis)]
      }),
    )
}
