import { useQuery } from '@tanstack/react-query'
import { get } from './api.ts'
import type {
  OwnRank,
  PilotBoundary,
  PilotCalendar,
  PilotRanking,
  PilotRegisters,
  SelectionBoard,
} from './shapes-pilot.ts'

type Where = { readonly jurisdiction: string; readonly year: string }

/** What is due next, everywhere the reader may look. */
export function usePilotCalendar() {
  return useQuery({
    queryKey: ['pilot-calendar'],
    queryFn: () => get<PilotCalendar>('/api/pilot/calendar'),
  })
}

/** The candidates of a place, ranked; for the region also the proposals of all. */
export function useSelectionBoard(where: Where) {
  return useQuery({
    queryKey: ['pilot-selection', where],
    queryFn: () => get<SelectionBoard>('/api/pilot/selection-board', where),
  })
}

/** The ranking of today; for the region. */
export function usePilotRanking(isAsked: boolean) {
  return useQuery({
    queryKey: ['pilot-ranking'],
    queryFn: () => get<PilotRanking>('/api/pilot/ranking'),
    enabled: isAsked,
  })
}

/** What was published of one place. */
export function useOwnRank(jurisdiction: string, isAsked: boolean) {
  return useQuery({
    queryKey: ['pilot-own-rank', jurisdiction],
    queryFn: () => get<OwnRank>('/api/pilot/own-rank', { jurisdiction }),
    enabled: isAsked,
  })
}

/** Lead group, meetings, 督办, publicity and roll-out of a place. */
export function usePilotRegisters(jurisdiction: string) {
  return useQuery({
    queryKey: ['pilot-registers', jurisdiction],
    queryFn: () => get<PilotRegisters>('/api/pilot/registers', { jurisdiction }),
  })
}

/** The official boundaries, once the region has handed them in. */
export function usePilotBoundary() {
  return useQuery({
    queryKey: ['pilot-boundary'],
    queryFn: () => get<PilotBoundary>('/api/pilot/boundary'),
    staleTime: 10 * 60_000,
  })
}
