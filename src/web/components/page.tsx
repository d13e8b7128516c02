import { type ReactNode, useEffect } from 'react'
import { useMe } from '../session.tsx'
import { zh } from '../zh.ts'
import { DemoMark } from './marks.tsx'

/** The one heading of a page, what stands beside it, and the title of the window. */
export function PageHead({
  title,
  note,
  mark,
  children,
}: {
  readonly title: string
  readonly note?: ReactNode
  readonly mark?: ReactNode
  readonly children?: ReactNode
}) {
  const { isDemo } = useMe()
  useEffect(() => {
    document.title = `${title} · ${zh.product}`
  }, [title])
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {mark}
      <DemoMark isDemo={isDemo} />
      {note !== undefined && <span className="page-note">{note}</span>}
      {children !== undefined && <div className="page-tools">{children}</div>}
    </header>
  )
}
