import { Button, Modal } from 'antd'
import { useState } from 'react'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { Money } from '../../components/money.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { usePersonDuties } from '../../queries-rectification.ts'
import { usePlace } from '../../session.tsx'
import type { AnswerablePerson, PersonDuties } from '../../shapes-rectification.ts'
import { zh } from '../../zh.ts'

const words = zh.rectification.responsibility

/** A person's name; it opens what they answer for on all projects of the year that the reader sees. */
export function PersonDutiesButton({ person }: { readonly person: AnswerablePerson }) {
  const { year } = usePlace()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {person.personName}
      </Button>
      <Modal
        open={isOpen}
        title={words.ofPerson(person.personName, year)}
        width={880}
        onCancel={() => setOpen(false)}
        footer={null}
      >
        {isOpen && <Duties personId={person.personId} />}
      </Modal>
    </>
  )
}

function Duties({ personId }: { readonly personId: string }) {
  const { jurisdiction, year } = usePlace()
  const query = usePersonDuties({ jurisdiction, year: Number(year), personId })
  return (
    <>
      <p className="muted">{words.ofPersonNote}</p>
      <QueryState query={query} lines={4}>
        {({ projects }) => (
          <DataTable
            caption={words.title}
            columns={COLUMNS}
            rows={projects}
            rowKey={({ projectId }) => projectId}
          />
        )}
      </QueryState>
    </>
  )
}

const COLUMNS: readonly Column<PersonDuties['projects'][number]>[] = [
  { id: 'project', title: words.project, isHeader: true, cell: ({ projectName }) => projectName },
  {
    id: 'budget',
    title: words.budget,
    width: 150,
    isNumber: true,
    cell: ({ budget_fen }) => <Money fen={budget_fen} />,
  },
  {
    id: 'duties',
    title: words.columns.duties,
    width: 360,
    cell: ({ duties }) => duties.map(({ title, count }) => words.duty(title, count)).join('、'),
  },
]
