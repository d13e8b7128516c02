import type { ReactNode } from 'react'

/** What would be here, and how to begin. */
export function EmptyState({
  title,
  text,
  children,
}: {
  readonly title: string
  readonly text?: string
  readonly children?: ReactNode
}) {
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      {text !== undefined && <p>{text}</p>}
      {children}
    </div>
  )
}
