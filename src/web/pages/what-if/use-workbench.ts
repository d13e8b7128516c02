import { useEffect, useRef, useState } from 'react'
import type {
  LineEdit,
  ScenarioLine,
  ScenarioSettings,
} from '../../../domain/results/compute/what-if/scenario.ts'
import { post } from '../../api.ts'
import { useCalculation } from '../../queries-what-if.ts'
import type { CalculationOutcome, ScenarioView } from '../../shapes-what-if.ts'

type Edits = Readonly<Record<string, LineEdit>>
/** A lever moved on waits this long before it is worked out, so that dragging asks once. */
const REST_MS = 350

/** The levers of a scenario as they stand on the page, and the plan they lead to. */
export function useWorkbench({ scenario }: ScenarioView) {
  const [settings, setSettings] = useState<ScenarioSettings>(scenario.settings)
  const [edits, setEdits] = useState<Edits>({})
  const [calculationId, setCalculationId] = useState<string>()
  const [fault, setFault] = useState<unknown>()
  const last = useRef<CalculationOutcome | undefined>(undefined)
  const query = useCalculation(calculationId)
  const scenarioId = scenario.id

  const ask = async (withCosts: boolean) => {
    const body = { scenarioId, settings, edits: Object.values(edits), withCosts }
    try {
      setFault(undefined)
      const begun = await post<{ calculationId: string }>('/api/what-if/calculations', body)
      setCalculationId(begun.calculationId)
    } catch (error) {
      setFault(error)
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the levers move, not when the function is made anew
  useEffect(() => {
    const clock = setTimeout(() => void ask(false), REST_MS)
    return () => clearTimeout(clock)
  }, [settings, edits, scenarioId])

  const outcome = query.data
  if (outcome !== undefined && outcome.kind !== 'running') last.current = outcome
  const stop = async () => {
    if (calculationId === undefined) return
    setCalculationId(undefined)
    await post('/api/what-if/calculation-stops', { calculationId })
  }
  const edit = (projectId: string, change: Omit<LineEdit, 'projectId'>) =>
    setEdits((before) => ({ ...before, [projectId]: { ...before[projectId], ...change, projectId } }))
  return {
    fiscalYear: scenario.fiscalYear,
    settings,
    setSettings,
    edits,
    edit,
    lines: scenario.lines.map((line): ScenarioLine => ({ ...line, ...edits[line.projectId] })),
    isDirty: settings !== scenario.settings || Object.keys(edits).length > 0,
    /** The outcome on the screen: while the next one is worked out, the one before. */
    shown: outcome !== undefined && outcome.kind !== 'running' ? outcome : last.current,
    running: outcome?.kind === 'running' ? outcome : undefined,
    calculationId,
    fault: fault ?? query.error,
    withCosts: () => ask(true),
    stop,
  }
}

export type Workbench = ReturnType<typeof useWorkbench>
