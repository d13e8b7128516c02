import type { ReportFinding } from '../../../domain/doctor/index.ts'
import { keyed } from '../../components/keyed.ts'
import { FindingMark } from '../../forms/field-findings.tsx'
import { zh } from '../../zh.ts'

const ORDER = ['error', 'warning', 'note'] as const

/** What is wrong, worst first; each leads to its row. */
export function FindingGroups({
  findings,
  onJump,
}: {
  readonly findings: readonly ReportFinding[]
  readonly onJump: (row: number) => void
}) {
  return (
    <aside className="rail" aria-label={zh.doctor.findings(findings.length)}>
      <h2>{findings.length === 0 ? zh.doctor.noFindings : zh.doctor.findings(findings.length)}</h2>
      {ORDER.map((severity) => {
        const own = findings.filter((finding) => finding.severity === severity)
        if (own.length === 0) return null
        return (
          <section key={severity}>
            <h3>
              {zh.doctor.severities[severity]} <span className="count">{own.length}</span>
            </h3>
            <ul className="findings">
              {keyed(own).map(({ item, key }) => (
                <li key={key} className={`is-${severity}`}>
                  <Item finding={item} onJump={onJump} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </aside>
  )
}

function Item({
  finding: { where, severity, message, source, ruleId },
  onJump,
}: {
  readonly finding: ReportFinding
  readonly onJump: (row: number) => void
}) {
  const { row } = where
  const words = (
    <>
      <FindingMark severity={severity} />
      <span>
        {message}
        <span className="finding-place">
          {placeOf(where)} · {zh.doctor.source(source)}（{ruleId}）
        </span>
      </span>
    </>
  )
  if (row === undefined) return <div className="finding-plain">{words}</div>
  return (
    <button type="button" onClick={() => onJump(row)} title={zh.doctor.jump}>
      {words}
    </button>
  )
}

function placeOf({ row, fund }: ReportFinding['where']): string {
  if (row !== undefined) return zh.doctor.row(row)
  return fund === undefined ? zh.doctor.whole : zh.doctor.fund(fund)
}
