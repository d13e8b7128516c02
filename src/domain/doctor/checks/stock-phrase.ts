import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { nameRow, reportRow } from '../finding.ts'
import { isStockPhrase } from '../read/stock-phrase.ts'
import type { ReportFinding } from '../report.ts'
import type { StudiedRow, Study } from '../study.ts'

/** CHK-STOCK-PHRASE 套话代替事实. */
export const CHK_STOCK_PHRASE: RuleHeader = {
  id: 'CHK-STOCK-PHRASE',
  name: '实际完成值是套话',
  stage: 'doctor',
  kind: 'check',
  severity: 'note',
  source: cite('cz-2020-10', '附件1（实际完成值）'),
  parameters: ['doctor.stock_phrases'],
}

export function checkStockPhrase({ rows, rules }: Study): ReportFinding[] {
  const words = rules.value('doctor.stock_phrases').value
  return rows.flatMap((row) => {
    const actual = (row.row.actual ?? '').trim()
    if (!isStockPhrase(actual, words) || isYesNo(row)) return []
    const message = `${nameRow(row)}的实际完成值写“${actual}”，没有说明做了什么、效果如何。请写明具体情况或数据。`
    return [reportRow(CHK_STOCK_PHRASE, row, 'actual_text', message)]
  })
}

/** Where the question is yes or no, 已完成 is the answer. */
function isYesNo({ row, target }: StudiedRow): boolean {
  if (target.parsed.kind === 'yesno' || /是否/.test(row.name ?? '')) return true
  return /^(是|否|有|无|已?完成|建成|通过)$/.test((row.target ?? '').trim())
}
