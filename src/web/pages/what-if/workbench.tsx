import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Input } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { messageOf } from '../../api-error.ts'
import { post, put } from '../../api.ts'
import { movesOf } from '../../../domain/results/compute/what-if/moves.ts'
import { PageHead } from '../../components/page.tsx'
import { usePlace } from '../../session.tsx'
import type { ScenarioView } from '../../shapes-what-if.ts'
import { zh } from '../../zh.ts'
import { Levers } from './levers.tsx'
import { Lines } from './lines.tsx'
import { Outcome } from './outcome.tsx'
import { Plans } from './plans.tsx'
import { useWorkbench, type Workbench } from './use-workbench.ts'

const words = zh.whatIf
const MovesChart = lazy(() =>
  import('./moves-chart.tsx').then(({ MovesChart: Chart }) => ({ default: Chart })),
)

/** One scenario: move a lever or type an amount and see what it does. */
export function WorkbenchPage({ view }: { readonly view: ScenarioView }) {
  const place = usePlace()
  const workbench = useWorkbench(view)
  const { shown, lines } = workbench
  const amounts = shown?.kind === 'plan' ? shown.summary.amounts : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: lines are made anew at every drawing; what changes them is edits
  const moves = useMemo(
    () => (amounts === undefined ? undefined : movesOf(lines, amounts)),
    [amounts, workbench.edits],
  )
  const { name, fiscalYear } = view.scenario
  return (
    <div className="page what-if">
      <PageHead title={name} note={words.scenarioNote(fiscalYear, lines.length)}>
        <Link to="/$jurisdiction/$year/what-if" params={place}>
          {words.back}
        </Link>
        {view.canWork ? (
          <Saving view={view} workbench={workbench} />
        ) : (
          <span className="muted">{words.readOnly}</span>
        )}
      </PageHead>
      <div className="what-if-head">
        <Levers workbench={workbench} />
        <Outcome workbench={workbench} moves={moves} />
      </div>
      {moves !== undefined && moves.winners.length + moves.losers.length > 0 && (
        <Suspense fallback={null}>
          <MovesChart moves={moves} />
        </Suspense>
      )}
      {moves !== undefined && <Lines workbench={workbench} moves={moves} />}
      {moves === undefined && shown?.kind === 'conflict' && (
        <Lines workbench={workbench} moves={movesOf(lines, [])} />
      )}
      <Plans view={view} />
    </div>
  )
}

function Saving({ view, workbench }: { readonly view: ScenarioView; readonly workbench: Workbench }) {
  const { scenario } = view
  const [planName, setPlanName] = useState('')
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const done = (text: string) => async () => {
    await queryClient.invalidateQueries({ queryKey: ['scenario', scenario.id] })
    void message.success(text)
  }
  const onError = (error: unknown) => void message.error(messageOf(error), 6)
  const settings = useMutation({
    mutationFn: () =>
      put('/api/what-if/scenario', {
        scenarioId: scenario.id,
        version: scenario.version,
        name: scenario.name,
        settings: workbench.settings,
        edits: Object.values(workbench.edits),
      }),
    onSuccess: done(words.savedSettings),
    onError,
  })
  const plan = useMutation({
    mutationFn: () =>
      post('/api/what-if/plans', {
        scenarioId: scenario.id,
        calculationId: workbench.calculationId,
        name: planName.trim(),
      }),
    onSuccess: async () => {
      setPlanName('')
      await done(words.savedPlan)()
    },
    onError,
  })
  const canKeep =
    workbench.shown?.kind === 'plan' &&
    workbench.running === undefined &&
    workbench.calculationId !== undefined
  return (
    <>
      <Button disabled={!workbench.isDirty} loading={settings.isPending} onClick={() => settings.mutate()}>
        {words.saveSettings}
      </Button>
      <Input
        aria-label={words.planName}
        placeholder={words.planName}
        className="plan-name"
        maxLength={60}
        value={planName}
        onChange={(event) => setPlanName(event.target.value)}
      />
      <Button
        type="primary"
        disabled={!canKeep || planName.trim() === ''}
        loading={plan.isPending}
        onClick={() => plan.mutate()}
      >
        {words.savePlan}
      </Button>
    </>
  )
}
