import { createContext, useContext } from 'react'
import type { Content, ContentValue } from '../../domain/forms/form.ts'
import type { Explanation } from '../../domain/shared/explanation.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import type { Attachment } from '../shapes.ts'
import type { Assist } from './assist.ts'
import type { Difference } from './difference.ts'

/** What every field of a form may need, so that it is not handed down through each layer. */
export type FormContextValue = {
  readonly content: Content
  readonly findings: readonly Finding[]
  readonly explanations: Readonly<Record<string, Explanation>>
  /** What the system shows beside the typed values, by path. */
  readonly figures: Readonly<Record<string, string>>
  readonly names: Readonly<Record<string, string>>
  readonly attachments: Readonly<Record<string, Attachment>>
  readonly differences: readonly Difference[]
  readonly change: (field: string, value: ContentValue) => void
  readonly learnName: (id: string, name: string) => void
  readonly learnAttachment: (attachment: Attachment) => void
  readonly owner: FormOwner
  /** Proposals while typing, where there are any. */
  readonly assist: Assist | undefined
}

/** Under what uploads are filed, and where a person or an organisation is chosen from. */
export type FormOwner = {
  readonly projectId: string | null
  readonly recordId: string | null
  readonly jurisdictionId: string
}

export const FormContext = createContext<FormContextValue | undefined>(undefined)

export function useForm(): FormContextValue {
  const form = useContext(FormContext)
  if (form === undefined) throw new Error('a field outside a form')
  return form
}

/** The path of a figure, as findings and reasons name it. */
export function pathOf(field: string, row?: number, column?: string): string {
  return row === undefined ? field : `${field}[${row}].${column ?? ''}`
}

/** The id in the page of a field or of one cell of it; findings jump to it. */
export function placeId(field: string, row?: number, column?: string): string {
  return row === undefined ? `f-${field}` : `f-${field}-${row}-${column ?? ''}`
}
