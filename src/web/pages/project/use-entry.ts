import { useMemo, useState } from 'react'
import { initialContent } from '../../../domain/forms/form-index.ts'
import type { Content, ContentRow, ContentValue, FormDefinition } from '../../../domain/forms/form.ts'
import { validateContent } from '../../../domain/forms/validate.ts'
import { isBlank } from '../../../domain/forms/value.ts'
import { dropCopy, findCopy, keepCopy } from '../../forms/emergency-copy.ts'
import { isBlankRow } from '../../forms/writable.ts'
import type { Assessment } from '../../shapes.ts'
import { useMe } from '../../session.tsx'

export const ENTRY_FORM = 'project/entry'

/** The only fields a classified project may carry. */
const CLASSIFIED_FIELDS = ['isClassified', 'registerNumber']

/**
 * The project's own facts are not a draft on the server: they are entered whole. Until then what is
 * typed is kept on this machine.
 */
export function useEntry(form: FormDefinition, name: string, stored?: Content) {
  const { person } = useMe()
  const key = `${person.id}.${name}`
  const [content, setContent] = useState<Content>(
    () => findCopy(key)?.content ?? stored ?? initialContent(form),
  )
  const [isAsked, setIsAsked] = useState(false)
  const isClassified = content['isClassified'] === true
  const findings = useMemo(
    () => validateContent(form, content, { mode: isAsked ? 'submit' : 'draft' }),
    [form, content, isAsked],
  )
  const assessment: Assessment = { findings, explanations: {}, figures: {} }
  const change = (field: string, value: ContentValue) =>
    setContent((now) => {
      const next = { ...now, [field]: value }
      // What is secret must not stay on this machine either: see `toSend`.
      if (next['isClassified'] === true) dropCopy(key)
      else keepCopy(key, { version: 0, content: next })
      return next
    })
  const sections = form.sections.map(({ id }) => id)
  const first = sections.slice(0, 1)
  return {
    content,
    assessment,
    change,
    /** The question of secrecy stands before every other field. */
    openSections: content['isClassified'] === false ? sections : first,
    shownForm: shownFor(form, content['isClassified']),
    isAnswered: typeof content['isClassified'] === 'boolean',
    isClassified,
    /** From now on what is missing is shown too. */
    ask: () => setIsAsked(true),
    faults: () => validateContent(form, toSend(content, isClassified), { mode: 'submit' }),
    toSend: () => toSend(content, isClassified),
    forget: () => dropCopy(key),
  }
}

/**
 * Until the question is answered there is nothing else to fill in; the register number is for whoever
 * answers yes, everything else for whoever answers no.
 */
function shownFor(form: FormDefinition, isClassified: ContentValue | undefined): FormDefinition {
  const sections = form.sections.map((section) => ({
    ...section,
    fields: section.fields.filter(({ id }) => id !== 'registerNumber' || isClassified === true),
  }))
  return { ...form, sections: isClassified === false ? sections : sections.slice(0, 1) }
}

function toSend(content: Content, isClassified: boolean): Content {
  const kept = Object.entries(content).filter(([id]) => !isClassified || CLASSIFIED_FIELDS.includes(id))
  return Object.fromEntries(
    kept.map(([id, value]) => [id, withoutBlankRows(value)]).filter(([, value]) => !isBlank(value)),
  )
}

function withoutBlankRows(value: ContentValue | undefined): ContentValue {
  if (!Array.isArray(value) || typeof value[0] !== 'object') return value ?? null
  return (value as readonly ContentRow[]).filter((row) => !isBlankRow(row))
}
