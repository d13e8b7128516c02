import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { nameRow, reportWeak } from '../finding.ts'
import { isFilled } from '../read/cells.ts'
import type { ReportFinding } from '../report.ts'
import { shorten } from '../score/compare.ts'
import { isPlaceholder } from '../read/placeholder.ts'
import type { StudiedRow, Study } from '../study.ts'

/** CHK-NOT-QUANTIFIED 应量化而未量化: quantity, quality, time and cost are counted, not described. */
export const CHK_NOT_QUANTIFIED: RuleHeader = {
  id: 'CHK-NOT-QUANTIFIED',
  name: '应当量化的指标只有文字',
  stage: 'doctor',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2015-88', '附件填报说明（指标应细化量化）'),
}

const COUNTED = [
  'quantity',
  'quality',
  'timeliness',
  'outputCost',
  'economicCost',
  'socialCost',
  'ecologicalCost',
]

export function checkNotQuantified(study: Study): ReportFinding[] {
  return study.rows.flatMap((row) => {
    const printed = row.row.target
    if (!isFilled(printed) || row.target.parsed.kind !== 'text' || isPlaceholder(printed)) return []
    if (/[\d零一二两三四五六七八九十百千万]+[个次件人户项期场天日月年%]|\d/.test(printed)) return []
    if (!mustBeCounted(row)) return []
    const message = `${nameRow(row)}的指标值“${shorten(printed)}”只有文字，年底无法衡量是否达到。请改为数量、比率或完成日期。`
    return [reportWeak(CHK_NOT_QUANTIFIED, study, row, 'target_text', message)]
  })
}

function mustBeCounted({ level2, name }: StudiedRow): boolean {
  if (level2 !== undefined && COUNTED.includes(level2)) return true
  return /率(?![先领真])/.test(name.replace(/效率|频率|概率|税率|利率|汇率|功率|心率/g, ''))
}
