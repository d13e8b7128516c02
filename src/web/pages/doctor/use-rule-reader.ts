import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { readKnownValues } from '../../../domain/rules/known-values.ts'
import { get } from '../../api.ts'
import { usePlace } from '../../session.tsx'
import type { RuleValues } from '../../shapes-rules.ts'

const HOUR_MS = 3_600_000

/** The rules of this place, or of the one named, on a day, ready for computations in the browser. */
export function useRuleReader(date: string, isWanted = true, place?: string) {
  const here = usePlace()
  const jurisdiction = place ?? here.jurisdiction
  const query = useQuery({
    queryKey: ['rule-values', jurisdiction, date],
    queryFn: () => get<RuleValues>('/api/rules/values', { jurisdiction, date }),
    staleTime: HOUR_MS,
    enabled: isWanted,
  })
  const reader = useMemo(() => (query.data ? readKnownValues(query.data.values) : undefined), [query.data])
  return { query, reader }
}

/** The day whose rules judge a table: the end of its own year, or today where none is printed. */
export function rulesDay(year: number | null, today: string): string {
  return year === null ? today : `${year}-12-31`
}
