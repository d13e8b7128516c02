import { type ReactNode, useMemo, useState } from 'react'
import type { Content, ContentValue, FormDefinition, SectionDefinition } from '../../domain/forms/form.ts'
import { shownSections } from '../../domain/forms/shown.ts'
import type { Assessment, Attachment } from '../shapes.ts'
import { zh } from '../zh.ts'
import type { Assist } from './assist.ts'
import { differencesOf } from './difference.ts'
import { FieldRow } from './field-row.tsx'
import { FormContext, type FormContextValue, type FormOwner } from './form-context.ts'
import { ReadonlyRow } from './readonly-row.tsx'

type Props = {
  readonly form: FormDefinition
  readonly owner: FormOwner
  readonly content: Content
  readonly assessment: Assessment
  readonly names: Readonly<Record<string, string>>
  readonly attachments: readonly Attachment[]
  /** Sections open for writing; none where nothing may be changed. */
  readonly openSections: readonly string[]
  readonly change?: (field: string, value: ContentValue) => void
  readonly assist?: Assist | undefined
  /** What a section shows below its fields: figures worked out from them. */
  readonly below?: Readonly<Record<string, ReactNode>>
  /** An earlier content; what differs from it is highlighted. */
  readonly compareWith?: Content | undefined
}

/** The official table on the screen: sections in their order, each open for writing or only for reading. */
export function RecordForm(props: Props) {
  const { form, owner, content, assessment, openSections, change, compareWith } = props
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const [uploaded, setUploaded] = useState<readonly Attachment[]>([])
  const differences = useMemo(
    () => (compareWith === undefined ? [] : differencesOf(form, compareWith, content)),
    [form, compareWith, content],
  )
  const context: FormContextValue = {
    content,
    findings: assessment.findings,
    explanations: assessment.explanations,
    figures: assessment.figures,
    differences,
    owner,
    assist: props.assist,
    names: useMemo(() => ({ ...props.names, ...names }), [props.names, names]),
    attachments: useMemo(() => byId([...props.attachments, ...uploaded]), [props.attachments, uploaded]),
    change: change ?? (() => undefined),
    learnName: (id, name) => setNames((known) => ({ ...known, [id]: name })),
    learnAttachment: (file) => setUploaded((known) => [...known, file]),
  }
  return (
    <FormContext.Provider value={context}>
      <div className="sheet">
        {shownSections(form, content).map((section) => (
          <Section
            key={section.id}
            section={section}
            isOpen={change !== undefined && openSections.includes(section.id)}
            below={props.below?.[section.id]}
          />
        ))}
      </div>
    </FormContext.Provider>
  )
}

function byId(files: readonly Attachment[]): Readonly<Record<string, Attachment>> {
  return Object.fromEntries(files.map((file) => [file.id, file]))
}

function Section({
  section,
  isOpen,
  below,
}: {
  readonly section: SectionDefinition
  readonly isOpen: boolean
  readonly below: ReactNode
}) {
  return (
    <section
      className={isOpen ? 'section is-open' : 'section'}
      id={`s-${section.id}`}
      aria-labelledby={`st-${section.id}`}
    >
      <h2 id={`st-${section.id}`} tabIndex={-1}>
        {section.title}
        {!isOpen && <span className="section-readonly">{zh.record.readonly}</span>}
      </h2>
      {section.help !== undefined && isOpen && <p className="section-help">{section.help}</p>}
      <div className={isOpen ? 'fields' : 'fields is-readonly'}>
        {section.fields.map((field) =>
          isOpen && !(field.readonly === true && field.type !== 'rows') ? (
            <FieldRow key={field.id} field={field} />
          ) : (
            <ReadonlyRow key={field.id} field={field} />
          ),
        )}
      </div>
      {below}
    </section>
  )
}
