import { Link } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { useKnownProblems } from '../../queries-rectification.ts'
import { useMe, usePlace } from '../../session.tsx'
import type { RecordView } from '../../shapes.ts'
import type { KnownProblem } from '../../shapes-rectification.ts'
import { zh } from '../../zh.ts'

const words = zh.rectification.known
/** Where somebody decides about next year: target, budget, budget decision. */
const KINDS = ['targets.sheet', 'project.budgetLine', 'results.budgetDecision']
const READERS = ['department', 'finance_business', 'finance_performance', 'finance_leader']

/** 以前年度的问题和承诺, for whoever reviews or decides: how many there were, and which came back. */
export function KnownProblems({ view }: { readonly view: RecordView }) {
  const { post } = useMe()
  const [isOpen, setOpen] = useState(false)
  const projectId = view.project?.id ?? ''
  const isShown = projectId !== '' && KINDS.includes(view.record.kind) && READERS.includes(post.role)
  const query = useKnownProblems(projectId, isShown)
  const items = query.data?.items ?? []
  if (!isShown || items.length === 0) return null
  const repeated = items.filter(({ repeats }) => repeats !== null).length
  return (
    <div className="compare">
      <Button size="small" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      <span className="muted">{words.summary(items.length, repeated)}</span>
      <Modal open={isOpen} title={words.open} width={1180} onCancel={() => setOpen(false)} footer={null}>
        <p className="muted">{words.help}</p>
        <DataTable
          caption={words.open}
          columns={COLUMNS}
          rows={items}
          rowKey={({ recordId, problem }) => `${recordId} ${problem}`}
        />
      </Modal>
    </div>
  )
}

const COLUMNS: readonly Column<KnownProblem>[] = [
  { id: 'year', title: words.columns.year, width: 64, cell: ({ year }) => year },
  {
    id: 'problem',
    title: words.columns.problem,
    isHeader: true,
    cell: (item) => <ProblemLink item={item} />,
  },
  { id: 'promise', title: words.columns.promise, width: 260, cell: ({ promise }) => promise ?? '—' },
  {
    id: 'state',
    title: words.columns.state,
    width: 130,
    cell: ({ stateTitle, isOverdue }) => (
      <>
        {stateTitle}
        {isOverdue && <div className="late">{zh.rectification.overdue}</div>}
      </>
    ),
  },
  {
    id: 'repeats',
    title: words.columns.repeats,
    width: 300,
    cell: ({ repeats }) =>
      repeats === null ? (
        '—'
      ) : (
        <>
          {words.repeats(repeats.relation, repeats.year, repeats.problem)}
          <div className="muted">{repeats.reason}</div>
        </>
      ),
  },
]

function ProblemLink({ item }: { readonly item: KnownProblem }) {
  const place = usePlace()
  return (
    <>
      <Link to="/$jurisdiction/$year/records/$recordId" params={{ ...place, recordId: item.recordId }}>
        {item.problem}
      </Link>
      <div className="muted">{item.projectName}</div>
    </>
  )
}
