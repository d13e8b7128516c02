import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { report } from '../finding.ts'
import type { DoctorReport } from '../report.ts'

/** CHK-UNREADABLE 读不出来: nothing could be read, and why. */
export const CHK_UNREADABLE: RuleHeader = {
  id: 'CHK-UNREADABLE',
  name: '文件读不出绩效表',
  stage: 'doctor',
  kind: 'check',
  severity: 'error',
  source: cite('jiheng-default', '能读的文件：JSON、Excel、Word、CSV、文字'),
}

/** The report of a file nothing could be read from. */
export function unreadableReport(file: string, why: string): DoctorReport {
  return {
    file,
    kind: 'unknown',
    readable: false,
    rows: [],
    execution: { printedRate: null, computedRate: null, printedScore: null, computedScore: null },
    total: { printed: null, computed: null, grade: null },
    findings: [report(CHK_UNREADABLE, {}, why)],
  }
}
