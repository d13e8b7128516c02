import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { get } from '../api.ts'
import { ErrorState } from '../components/error-state.tsx'
import { PageShape } from '../components/loading-shape.tsx'
import { firstPageOf } from '../frame/navigation.tsx'
import { LAST_YEAR, useMeQuery } from '../session.tsx'
import type { Me } from '../shapes.ts'

/** `/`: to the first page of whoever is signed in, to the sign-in, or to the first-run set-up. */
export function Start() {
  const me = useMeQuery()
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: () => get<{ readonly isEmpty: boolean }>('/api/setup'),
    enabled: me.isError,
  })
  if (me.data !== undefined) {
    const params = { jurisdiction: me.data.post.jurisdictionId, year: startYear(me.data) }
    return <Navigate to={`/$jurisdiction/$year/${firstPageOf(me.data)}`} params={params} replace />
  }
  if (setup.data !== undefined) return <Navigate to={setup.data.isEmpty ? '/setup' : '/login'} replace />
  if (setup.isError) {
    return (
      <main className="page">
        <ErrorState error={setup.error} retry={() => void setup.refetch()} />
      </main>
    )
  }
  return <PageShape />
}

/** The year looked at last on this machine, else the running one; demonstration data lie in the past. */
function startYear({ today, fiscalYears }: Me): string {
  const last = Number(localStorage.getItem(LAST_YEAR))
  return String(fiscalYears.includes(last) ? last : Number(today.slice(0, 4)))
}
