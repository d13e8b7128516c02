import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get } from './api.ts'
import type { AgencyPage } from './shapes-agencies.ts'
import type { CountyCost } from './shapes-comparison.ts'

/** One page of the register of institutions of a place; `all` for the province. */
export function useAgencyRegister(where: {
  readonly fiscalYear: number
  readonly jurisdiction?: string
  readonly text?: string
  readonly type?: string
  readonly state?: string
  readonly page?: number
}) {
  return useQuery({
    queryKey: ['agencies', where],
    queryFn: () => get<AgencyPage>('/api/evaluation/agencies', where),
    placeholderData: keepPreviousData,
  })
}

/** Costs of an evaluation's outputs beside other places. */
export function useCountyCosts(recordId: string) {
  return useQuery({
    queryKey: ['county-costs', recordId],
    queryFn: () =>
      get<{ readonly items: readonly CountyCost[] }>('/api/evaluation/county-costs', { recordId }),
  })
}
