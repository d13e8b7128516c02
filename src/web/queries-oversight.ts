import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get } from './api.ts'
import type { FollowedFigure, SeenPlace, SeenRecord, SeenReport } from './shapes-oversight.ts'

/** A place's programme as of a day. Asked anew at every visit: each reading is on record. */
export function useSeenPlace(where: {
  readonly jurisdiction: string
  readonly year: string
  readonly asOf: string
}) {
  return useQuery({
    queryKey: ['oversight', 'place', where],
    queryFn: () => get<SeenPlace>('/api/oversight/place', where),
    placeholderData: keepPreviousData,
  })
}

export function useSeenRecord(recordId: string, asOf: string) {
  return useQuery({
    queryKey: ['oversight', 'record', recordId, asOf],
    queryFn: () => get<SeenRecord>(`/api/oversight/records/${recordId}`, { asOf }),
  })
}

export function useSeenReport(recordId: string) {
  return useQuery({
    queryKey: ['oversight', 'report', recordId],
    queryFn: () => get<SeenReport>(`/api/oversight/reports/${recordId}`),
  })
}

/** Where a figure of a report comes from. */
export function useFollowedFigure(recordId: string, number: number) {
  return useQuery({
    queryKey: ['oversight', 'figure', recordId, number],
    queryFn: () => get<FollowedFigure>(`/api/oversight/reports/${recordId}/figure`, { number }),
  })
}
