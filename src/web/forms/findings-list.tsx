import type { FormDefinition } from '../../domain/forms/form.ts'
import type { Finding, Severity } from '../../domain/shared/finding.ts'
import { keyed } from '../components/keyed.ts'
import { zh } from '../zh.ts'
import { FindingMark } from './field-findings.tsx'
import { jumpTo } from './jump.ts'

const ORDER: readonly Severity[] = ['error', 'warning', 'note']
/** As many at a time as somebody may work through; the rest is counted. */
const SHOWN = 100

/** What the checks found, worst first; each leads to its place. What is not filled in yet comes last. */
export function FindingsList({
  form,
  findings,
  missing,
}: {
  readonly form: FormDefinition
  readonly findings: readonly Finding[]
  readonly missing: readonly Finding[]
}) {
  if (findings.length === 0 && missing.length === 0) return <p className="muted">{zh.record.noFindings}</p>
  const sorted = ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
  return (
    <>
      <FindingItems form={form} findings={sorted} />
      {missing.length > 0 && (
        <details className="missing" open={findings.length === 0 && missing.length <= 12}>
          <summary>{zh.record.missing(missing.length)}</summary>
          <FindingItems form={form} findings={missing} />
        </details>
      )}
    </>
  )
}

function FindingItems({
  form,
  findings,
}: {
  readonly form: FormDefinition
  readonly findings: readonly Finding[]
}) {
  return (
    <ul className="findings">
      {keyed(findings.slice(0, SHOWN)).map(({ item: finding, key }) => (
        <li key={key} className={`is-${finding.severity}`}>
          <button type="button" onClick={() => jumpTo(finding.where)} title={zh.record.jump}>
            <FindingMark severity={finding.severity} />
            <span>
              {finding.message}
              <span className="finding-place">{placeOf(form, finding)}</span>
            </span>
          </button>
        </li>
      ))}
      {findings.length > SHOWN && (
        <li className="muted">{zh.record.moreFindings(findings.length - SHOWN)}</li>
      )}
    </ul>
  )
}

/** Section and source of a finding in words. */
function placeOf(form: FormDefinition, { where, source }: Finding): string {
  const section = form.sections.find(
    ({ id, fields }) => id === where.section || fields.some((field) => field.id === where.field),
  )
  const parts = [section?.title, source === undefined ? undefined : `${source.title}${source.article ?? ''}`]
  return parts.filter((part) => part !== undefined).join(' · ')
}
