import { dayOf } from '../../domain/workflow/sentences.ts'
import { zh } from '../zh.ts'

export type HistoryItem = {
  readonly id: string
  readonly actedAt: string
  readonly sentence: string
  readonly personName: string
  readonly roleTitle: string
  readonly recordTitle: string
  readonly isReturn: boolean
}

/** What happened, in sentences, newest first. */
export function History({ items }: { readonly items: readonly HistoryItem[] }) {
  if (items.length === 0) return <p className="muted">{zh.file.noHistory}</p>
  const sorted = [...items].sort((a, b) => b.actedAt.localeCompare(a.actedAt))
  return (
    <ol className="history">
      {sorted.map((item) => (
        <li key={item.id} className={item.isReturn ? 'is-return' : undefined}>
          <p>{item.sentence}</p>
          <p className="muted">
            {item.recordTitle} · {item.personName}（{item.roleTitle}）
          </p>
        </li>
      ))}
    </ol>
  )
}

export type OpinionItem = {
  readonly id: string
  readonly actedAt: string
  readonly actionTitle: string
  readonly opinion: string | null
  readonly personName: string
  readonly roleTitle: string
  readonly organisationName: string | null
}

/** What the earlier hands wrote, newest first. */
export function Opinions({ items }: { readonly items: readonly OpinionItem[] }) {
  const written = items.filter(({ opinion }) => opinion !== null)
  if (written.length === 0) return <p className="muted">{zh.record.noOpinions}</p>
  const sorted = [...written].sort((a, b) => b.actedAt.localeCompare(a.actedAt))
  return (
    <ol className="opinions">
      {sorted.map((item) => (
        <li key={item.id}>
          <p className="opinion-head">
            <span className="strong">{item.actionTitle}</span>{' '}
            <time dateTime={item.actedAt}>{dayOf(item.actedAt)}</time>
          </p>
          <p className="opinion-text">{item.opinion}</p>
          <p className="muted">
            {item.organisationName ?? item.roleTitle} {item.personName}
          </p>
        </li>
      ))}
    </ol>
  )
}
