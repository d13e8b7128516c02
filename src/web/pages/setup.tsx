import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Steps } from 'antd'
import { useEffect, useState } from 'react'
import { messageOf } from '../api-error.ts'
import { get, post } from '../api.ts'
import { ErrorState } from '../components/error-state.tsx'
import { PageShape } from '../components/loading-shape.tsx'
import { zh } from '../zh.ts'
import { emptySetup, faultOfSetup, type SetupDraft } from './setup/draft.ts'
import { AdministratorsStep, PlaceStep, ReviewStep } from './setup/steps.tsx'

/** First run: nothing has a default password, so the three administrators are made here. */
export function SetupPage() {
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: () => get<{ readonly isEmpty: boolean }>('/api/setup'),
  })
  useEffect(() => {
    document.title = `${zh.setup.title} · ${zh.product}`
  }, [])
  if (setup.isError) {
    return (
      <main className="page">
        <ErrorState error={setup.error} retry={() => void setup.refetch()} />
      </main>
    )
  }
  if (setup.data === undefined) return <PageShape />
  if (!setup.data.isEmpty) return <Navigate to="/login" replace />
  return <Wizard />
}

function Wizard() {
  const [step, setStep] = useState(0)
  const [draft, setDraft] = useState<SetupDraft>(emptySetup)
  const [fault, setFault] = useState<string>()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const create = useMutation({
    mutationFn: () => post('/api/setup', draft),
    onSuccess: async () => {
      void message.success(zh.setup.done)
      queryClient.clear()
      await navigate({ to: '/login', replace: true })
    },
  })
  const forward = () => {
    const found = faultOfSetup(draft, step)
    setFault(found)
    if (found !== undefined) return
    if (step < 2) setStep(step + 1)
    else create.mutate()
  }
  const parts = [
    <PlaceStep key="place" draft={draft} change={setDraft} />,
    <AdministratorsStep key="people" draft={draft} change={setDraft} />,
    <ReviewStep key="review" draft={draft} />,
  ]
  const refusal = fault ?? (create.isError ? messageOf(create.error) : undefined)
  return (
    <main className="gate">
      <section className="gate-card gate-wide">
        <p className="gate-brand">{zh.product}</p>
        <h1>{zh.setup.title}</h1>
        <p className="muted">{zh.setup.intro}</p>
        <Steps size="small" current={step} items={zh.setup.steps.map((title) => ({ title }))} />
        <div className="stack setup-step">{parts[step]}</div>
        {refusal !== undefined && <Alert type="error" role="alert" title={refusal} />}
        <div className="setup-buttons">
          <Button disabled={step === 0} onClick={() => setStep(step - 1)}>
            {zh.setup.previous}
          </Button>
          <Button type="primary" onClick={forward} loading={create.isPending}>
            {step < 2 ? zh.setup.next : zh.setup.finish}
          </Button>
        </div>
      </section>
    </main>
  )
}
