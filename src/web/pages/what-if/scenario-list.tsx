import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { messageOf } from '../../api-error.ts'
import { post } from '../../api.ts'
import type { Column } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHead } from '../../components/page.tsx'
import { PagedTable } from '../../components/paged-table.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { formatDay } from '../../format.ts'
import { useScenarios } from '../../queries-what-if.ts'
import { usePlace } from '../../session.tsx'
import type { ScenarioHead } from '../../shapes-what-if.ts'
import { zh } from '../../zh.ts'
import { Exits } from './exits.tsx'

const words = zh.whatIf

/** All scenarios of the place, newest first. */
export function ScenarioList() {
  const query = useScenarios()
  return (
    <div className="page what-if">
      <PageHead title={words.title}>{query.data?.canCreate === true && <NewScenario />}</PageHead>
      <p className="muted">{words.listNote}</p>
      <QueryState query={query} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={words.emptyTitle} text={words.emptyText} />
          ) : (
            <PagedTable caption={words.title} columns={COLUMNS} rows={items} rowKey={({ id }) => id} />
          )
        }
      </QueryState>
      <Exits />
    </div>
  )
}

const COLUMNS: readonly Column<ScenarioHead>[] = [
  { id: 'name', title: words.columns.name, isHeader: true, cell: (row) => <Named row={row} /> },
  { id: 'year', title: words.columns.year, width: 100, cell: ({ fiscalYear }) => fiscalYear },
  { id: 'lines', title: words.columns.lines, width: 80, isNumber: true, cell: ({ lineCount }) => lineCount },
  { id: 'plans', title: words.columns.plans, width: 80, isNumber: true, cell: ({ planCount }) => planCount },
  { id: 'adopted', title: words.columns.adopted, width: 160, cell: ({ adoptedPlan }) => adoptedPlan ?? '—' },
  {
    id: 'made',
    title: words.columns.made,
    width: 200,
    cell: ({ createdAt, createdBy }) => `${createdBy} ${formatDay(createdAt)}`,
  },
]

function Named({ row: { id, name } }: { readonly row: ScenarioHead }) {
  const place = usePlace()
  return (
    <Link to="/$jurisdiction/$year/what-if" params={place} search={{ scenario: id }}>
      {name}
    </Link>
  )
}

function NewScenario() {
  const place = usePlace()
  const year = Number(place.year)
  const [name, setName] = useState('')
  const [budgetYear, setBudgetYear] = useState(year + 1)
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const create = useMutation({
    mutationFn: () =>
      post<{ scenarioId: string }>('/api/what-if/scenarios', { budgetYear, name: name.trim() }),
    onSuccess: async ({ scenarioId }) => {
      await queryClient.invalidateQueries({ queryKey: ['scenarios'] })
      await navigate({ to: '/$jurisdiction/$year/what-if', params: place, search: { scenario: scenarioId } })
    },
    onError: (error) => void message.error(messageOf(error), 6),
  })
  return (
    <>
      <Select
        aria-label={words.newYear}
        className="filter-choice"
        value={budgetYear}
        options={[year, year + 1].map((value) => ({ value, label: `${value}` }))}
        onChange={setBudgetYear}
      />
      <Input
        aria-label={words.newName}
        placeholder={words.newName}
        className="plan-name"
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button
        type="primary"
        disabled={name.trim() === ''}
        loading={create.isPending}
        onClick={() => create.mutate()}
      >
        {words.create}
      </Button>
    </>
  )
}
