import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ApiError } from '../api-error.ts'
import { ErrorState } from '../components/error-state.tsx'
import { PageShape } from '../components/loading-shape.tsx'
import { LAST_YEAR, SessionProvider, useMeQuery, usePlace } from '../session.tsx'
import { zh } from '../zh.ts'
import { Navigation } from './navigation.tsx'
import { ReloginDialog } from './relogin-dialog.tsx'
import { TopBar } from './top-bar.tsx'

/** Left navigation, top bar, the page. Everything behind the sign-in is drawn inside. */
export function Frame() {
  const me = useMeQuery()
  const location = useLocation()
  const { year } = usePlace()
  useEffect(() => localStorage.setItem(LAST_YEAR, year), [year])
  if (me.data === undefined) {
    if (!me.isError) return <PageShape />
    if (me.error instanceof ApiError && me.error.status === 401) {
      return <Navigate to="/login" search={{ to: location.href }} replace />
    }
    return (
      <main className="page">
        <ErrorState error={me.error} retry={() => void me.refetch()} />
      </main>
    )
  }
  return (
    <SessionProvider me={me.data}>
      <a className="skip" href="#main">
        {zh.common.skipToMain}
      </a>
      <div className="frame">
        <TopBar />
        <Navigation />
        <main id="main" className="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <ReloginDialog />
    </SessionProvider>
  )
}
