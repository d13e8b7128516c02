import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { ApiError, messageOf } from '../api-error.ts'
import { zh } from '../zh.ts'

function titleOf(error: unknown): string {
  if (!(error instanceof ApiError)) return zh.errors.crashTitle
  if (error.status === 0) return zh.errors.networkTitle
  if (error.status === 403) return zh.errors.forbiddenTitle
  if (error.status === 404) return zh.errors.notFoundTitle
  return zh.errors.title
}

/** Says what happened and what to do next; `retry` where trying again can help. */
export function ErrorState({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  return (
    <div className="state" role="alert">
      <h2 className="state-title">{titleOf(error)}</h2>
      <p>{messageOf(error)}</p>
      {retry !== undefined && <Button onClick={retry}>{zh.common.retry}</Button>}
    </div>
  )
}

/** The last net: a fault in the page itself. What was typed is still kept on this machine. */
export function PageCrash({ error, reset }: { readonly error: unknown; readonly reset?: () => void }) {
  return (
    <div className="page">
      <ErrorState error={error} {...(reset === undefined ? {} : { retry: reset })} />
    </div>
  )
}

export function NotFound() {
  return (
    <main className="page">
      <div className="state">
        <h1 className="state-title">{zh.errors.notFoundTitle}</h1>
        <p>{zh.errors.notFoundText}</p>
        <Link to="/">{zh.common.back}</Link>
      </div>
    </main>
  )
}
