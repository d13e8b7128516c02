import type { ReadNote } from '../../../domain/doctor/index.ts'
import { keyed } from '../../components/keyed.ts'
import { zh } from '../../zh.ts'

/** What the reader could not tell, or left out, so that nobody takes silence for completeness. */
export function ReadNotes({ notes }: { readonly notes: readonly ReadNote[] }) {
  if (notes.length === 0) return null
  return (
    <details className="doctor-notes">
      <summary>
        {zh.doctor.readingNotes} <span className="count">{notes.length}</span>
      </summary>
      <ul>
        {keyed(notes).map(({ item: { place, message }, key }) => (
          <li key={key}>
            {place !== '' && `${place}：`}
            {message}
          </li>
        ))}
      </ul>
    </details>
  )
}
