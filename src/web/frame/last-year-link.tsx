import { Link, useRouterState } from '@tanstack/react-router'
import { useMe, usePlace } from '../session.tsx'
import { zh } from '../zh.ts'
import { pageOf } from './navigation.tsx'

/** To the same page a year before: early in a year that is where the work still is. */
export function LastYearLink() {
  const { jurisdiction, year } = usePlace()
  const { fiscalYears } = useMe()
  const page = useRouterState({ select: (state) => pageOf(state.location.pathname) })
  const last = Number(year) - 1
  if (page === undefined || !fiscalYears.includes(last)) return null
  return (
    <Link to={`/$jurisdiction/$year/${page}`} params={{ jurisdiction, year: String(last) }}>
      {zh.frame.seeYear(last)}
    </Link>
  )
}
