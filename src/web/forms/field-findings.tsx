import type { Finding, Severity } from '../../domain/shared/finding.ts'
import { keyed } from '../components/keyed.ts'
import { zh } from '../zh.ts'

const MARKS: Readonly<Record<Severity, string>> = { error: '■', warning: '▲', note: '●' }

export function FindingMark({ severity }: { readonly severity: Severity }) {
  return (
    <span className={`finding-mark is-${severity}`} title={zh.severities[severity]}>
      <span aria-hidden="true">{MARKS[severity]}</span>
      <span className="visually-hidden">{zh.severities[severity]}</span>
    </span>
  )
}

/** What a check says about one field, right below it. */
export function FieldFindings({
  findings,
  text,
}: {
  readonly findings: readonly Finding[]
  /** What stands in the field: characters a finding means are marked in it. */
  readonly text?: string
}) {
  if (findings.length === 0) return null
  return (
    <ul className="field-findings">
      {keyed(findings).map(({ item: finding, key }) => (
        <li key={key} className={`is-${finding.severity}`}>
          <FindingMark severity={finding.severity} /> {finding.message}
          {text !== undefined && finding.where.span && <Excerpt text={text} span={finding.where.span} />}
        </li>
      ))}
    </ul>
  )
}

/** Characters shown before and behind what is meant. */
const AROUND = 12

function Excerpt({
  text,
  span: { from, to },
}: {
  readonly text: string
  readonly span: { readonly from: number; readonly to: number }
}) {
  return (
    <span className="finding-excerpt">
      …{text.slice(Math.max(0, from - AROUND), from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to, to + AROUND)}…
    </span>
  )
}
