import { useQuery } from '@tanstack/react-query'
import { get } from './api.ts'
import type { Reports } from './shapes-reports.ts'

/** 专报和通报 of a place and year. */
export function useReports(where: { readonly jurisdiction: string; readonly year: string }) {
  return useQuery({
    queryKey: ['reports', where],
    queryFn: () => get<Reports>('/api/results/reports', where),
  })
}
