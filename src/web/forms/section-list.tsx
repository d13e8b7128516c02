import type { Content, FormDefinition } from '../../domain/forms/form.ts'
import { shownSections } from '../../domain/forms/shown.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { zh } from '../zh.ts'
import { findingsOfSection, markOfSection, type SectionMark } from './section-mark.ts'

const MARKS: Readonly<Record<SectionMark, string>> = { complete: '✓', errors: '■', partial: '◐', empty: '○' }

/** The sections of a form with a mark each; a click goes there. */
export function SectionList({
  form,
  content,
  findings,
}: {
  readonly form: FormDefinition
  readonly content: Content
  readonly findings: readonly Finding[]
}) {
  return (
    <nav className="section-list" aria-label={zh.record.sections}>
      <ol>
        {shownSections(form, content).map((section) => {
          const mark = markOfSection(section, content, findings)
          const errors = findingsOfSection(section, findings).filter(
            ({ severity }) => severity === 'error',
          ).length
          const word = mark === 'errors' ? zh.record.hasErrors(errors) : zh.record[mark]
          return (
            <li key={section.id} className={`is-${mark}`}>
              <button type="button" onClick={() => goToSection(section.id)} title={word}>
                <span aria-hidden="true" className="section-mark">
                  {MARKS[mark]}
                </span>
                {section.title}
                <span className="visually-hidden">，{word}</span>
                {errors > 0 && mark === 'errors' && <span className="section-count">{errors}</span>}
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

export function goToSection(section: string): void {
  document.getElementById(`s-${section}`)?.scrollIntoView({ block: 'start' })
  document.getElementById(`st-${section}`)?.focus({ preventScroll: true })
}
