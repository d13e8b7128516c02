import { getRouteApi } from '@tanstack/react-router'
import { QueryState } from '../components/query-state.tsx'
import { useScenario } from '../queries-what-if.ts'
import { ScenarioList } from './what-if/scenario-list.tsx'
import { WorkbenchPage } from './what-if/workbench.tsx'

const route = getRouteApi('/$jurisdiction/$year/what-if')

/** 预算测算: the list of scenarios, or one of them. */
export function WhatIfPage() {
  const { scenario } = route.useSearch()
  return scenario === undefined ? <ScenarioList /> : <OneScenario key={scenario} scenarioId={scenario} />
}

function OneScenario({ scenarioId }: { readonly scenarioId: string }) {
  const query = useScenario(scenarioId)
  return (
    <QueryState query={query} lines={10}>
      {(view) => <WorkbenchPage key={view.scenario.version} view={view} />}
    </QueryState>
  )
}
