import { useQuery } from '@tanstack/react-query'
import { get } from './api.ts'
import type { CalculationOutcome, Exits, Scenarios, ScenarioView } from './shapes-what-if.ts'

/** Scenarios of the own place, of every budget year. */
export function useScenarios() {
  return useQuery({ queryKey: ['scenarios'], queryFn: () => get<Scenarios>('/api/what-if/scenarios') })
}

/** What ends in the own place, as it stands today. */
export function useExits() {
  return useQuery({ queryKey: ['exits'], queryFn: () => get<Exits>('/api/exit-list') })
}

export function useScenario(scenarioId: string) {
  return useQuery({
    queryKey: ['scenario', scenarioId],
    queryFn: () => get<ScenarioView>('/api/what-if/scenario', { scenarioId }),
  })
}

/** Asked again until it has an outcome. */
export function useCalculation(calculationId: string | undefined) {
  return useQuery({
    queryKey: ['calculation', calculationId],
    enabled: calculationId !== undefined,
    queryFn: () => get<CalculationOutcome>('/api/what-if/calculation', { calculationId }),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.kind === 'running' ? 250 : false),
    retry: false,
  })
}
