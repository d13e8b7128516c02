import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { messageOf } from '../../api-error.ts'
import { post } from '../../api.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { usePlace } from '../../session.tsx'
import type { IssuedRounds, MonitoringTasks } from '../../shapes-monitoring.ts'
import { zh } from '../../zh.ts'
import { MonitoredTable } from './monitored-table.tsx'
import { LastYearLink } from '../../frame/last-year-link.tsx'

const words = zh.monitoring.tasks

/** Which window, which projects are key, and the one button; readers see where the rounds stand. */
export function IssueRounds({ tasks }: { readonly tasks: MonitoringTasks }) {
  const { cadences, projects, canIssue } = tasks
  const [cadence, setCadence] = useState(cadences[0]?.id)
  const windows = cadences.find(({ id }) => id === cadence)?.windows ?? []
  const [chosen, setMonth] = useState<number>()
  const window =
    windows.find(({ month }) => month === chosen) ?? windows.find(({ open }) => open > 0) ?? windows[0]
  const [key, setKey] = useState<ReadonlySet<string>>(
    () => new Set(projects.filter(({ isKey }) => isKey).map(({ projectId }) => projectId)),
  )
  if (projects.length === 0)
    return (
      <EmptyState title={words.emptyTitle} text={words.emptyText}>
        <LastYearLink />
      </EmptyState>
    )
  const toggle = (id: string) => {
    const next = new Set(key)
    if (!next.delete(id)) next.add(id)
    setKey(next)
  }
  return (
    <section aria-labelledby="issue" className="stack">
      <h2 id="issue">{words.issueTitle}</h2>
      <div className="task-tools">
        <Select
          aria-label={words.cadence}
          className="filter-choice is-cadence"
          value={cadence ?? null}
          options={cadences.map(({ id, label }) => ({ value: id, label }))}
          onChange={(id: string | null) => {
            setCadence(id ?? undefined)
            setMonth(undefined)
          }}
        />
        <Select
          aria-label={words.window}
          className="filter-choice is-wide"
          value={window?.month ?? null}
          options={windows.map(({ month, label, dueOn, open }) => ({
            value: month,
            label: words.windowOption(label, dueOn, open),
          }))}
          onChange={(month: number | null) => setMonth(month ?? undefined)}
        />
        {canIssue && cadence !== undefined && window !== undefined && (
          <IssueButton cadence={cadence} window={window} keys={[...key]} />
        )}
      </div>
      <MonitoredTable
        projects={projects}
        month={window?.month}
        keys={key}
        {...(canIssue ? { toggle } : {})}
      />
    </section>
  )
}

function IssueButton({
  cadence,
  window,
  keys,
}: {
  readonly cadence: string
  readonly window: MonitoringTasks['cadences'][number]['windows'][number]
  readonly keys: readonly string[]
}) {
  const place = usePlace()
  const queryClient = useQueryClient()
  const { message, modal } = App.useApp()
  const issue = useMutation({
    mutationFn: () =>
      post<IssuedRounds>('/api/monitoring/tasks', {
        year: Number(place.year),
        cadence,
        month: window.month,
        keyProjectIds: keys,
      }),
    onSuccess: async (issued) => {
      await queryClient.invalidateQueries()
      void message.success(
        words.issued(issued.issued, issued.key, issued.dueOn, issued.skipped.length, issued.left),
        8,
      )
    },
    onError: (error) => void message.error(messageOf(error), 6),
  })
  const ask = () =>
    modal.confirm({
      title: words.ask(window.label, window.open),
      content: words.askText(window.dueOn),
      okText: words.issue,
      cancelText: zh.common.cancel,
      autoFocusButton: 'cancel',
      onOk: () => issue.mutateAsync().catch(() => undefined),
    })
  return (
    <Button type="primary" disabled={window.open === 0} loading={issue.isPending} onClick={ask}>
      {words.issueCount(window.open)}
    </Button>
  )
}
