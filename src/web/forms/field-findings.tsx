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
export function FieldFindings({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  return (
    <ul className="field-findings">
      {keyed(findings).map(({ item: finding, key }) => (
        <li key={key} className={`is-${finding.severity}`}>
          <FindingMark severity={finding.severity} /> {finding.message}
        </li>
      ))}
    </ul>
  )
}
