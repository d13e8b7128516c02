import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { messageOf } from '../../api-error.ts'
import { post } from '../../api.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { usePlace } from '../../session.tsx'
import type { ParameterView, Trial, TrialDifference } from '../../shapes-rules.ts'
import { zh } from '../../zh.ts'

const words = zh.rules.trial

/** 试算: what another value would have done to this year's results here. Writes nothing. */
export function TrialPanel({ parameters }: { readonly parameters: readonly ParameterView[] }) {
  const { jurisdiction, year } = usePlace()
  const [text, setText] = useState('')
  const trial = useMutation({
    mutationFn: () => post<Trial>('/api/rules/try', { text, fiscalYear: Number(year), jurisdiction }),
  })
  const options = parameters
    .filter(({ overlay }) => overlay !== 'locked')
    .map(({ id, title }) => ({ value: id, label: title }))
  const choose = (id: string) => {
    const chosen = parameters.find((one) => one.id === id)
    if (chosen) setText(draftOf(chosen, jurisdiction, year))
  }
  return (
    <div className="stack">
      <p className="muted">{words.help}</p>
      <Select
        aria-label={words.parameter}
        placeholder={words.choose}
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        onChange={choose}
      />
      <Input.TextArea
        aria-label={words.text}
        rows={12}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div>
        <Button
          type="primary"
          disabled={text.trim() === ''}
          loading={trial.isPending}
          onClick={() => trial.mutate()}
        >
          {words.run}
        </Button>
      </div>
      {trial.error !== null && <Alert type="error" showIcon title={messageOf(trial.error)} />}
      {trial.data !== undefined && <Outcome trial={trial.data} />}
    </div>
  )
}

/** A local rule file with the value in force, to be changed; JSON is YAML too. */
function draftOf({ id, raw }: ParameterView, jurisdiction: string, year: string): string {
  const value = JSON.stringify(raw, null, 1).replaceAll('\n', '\n    ')
  return [
    `parameter: ${id}`,
    `jurisdiction: '${jurisdiction}'`,
    'values:',
    `  ${year}-01-01:`,
    `    value: ${value}`,
    '    source: { id: jiheng-default, article: 试算 }',
    '    standing: proposal',
    '    checked: { on: null, by: null }',
  ].join('\n')
}

function Outcome({ trial }: { readonly trial: Trial }) {
  const { differences, checked, skipped, unexplained } = trial
  const columns: readonly Column<TrialDifference>[] = [
    {
      id: 'record',
      title: words.columns.record,
      isHeader: true,
      width: '28%',
      cell: (one) => (
        <>
          {one.projectName}
          <p className="muted">{one.title}</p>
        </>
      ),
    },
    {
      id: 'change',
      title: words.columns.change,
      width: '28%',
      cell: ({ changes }) => (
        <ul className="plain">
          {changes.map(({ what, from, to }) => (
            <li key={what}>{`${what}：${from} → ${to}`}</li>
          ))}
        </ul>
      ),
    },
    { id: 'reason', title: words.columns.reason, cell: ({ reason }) => reason },
  ]
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={words.sum(checked, differences.length)}
        description={[
          ...(skipped > 0 ? [words.skipped(skipped)] : []),
          ...(unexplained > 0 ? [words.unexplained(unexplained)] : []),
        ].join('')}
      />
      {differences.length === 0 ? (
        <EmptyState title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <DataTable
          caption={words.title}
          columns={columns}
          rows={differences}
          rowKey={(one) => one.recordId}
        />
      )}
    </>
  )
}
