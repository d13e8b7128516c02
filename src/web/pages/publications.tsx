import { Alert, Input } from 'antd'
import { useState } from 'react'
import { type Column, DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { usePublications } from '../queries-publications.ts'
import { useMe } from '../session.tsx'
import { zh } from '../zh.ts'
import { gather, type Publication } from './publications/publication.ts'
import { Proposals } from './publications/proposals.tsx'
import { ProposeButton } from './publications/propose-dialog.tsx'
import { Versions } from './publications/versions.tsx'

const words = zh.publications

/** 公开内容: every version that is public or was, and taking down what should not be. */
export function PublicationsPage() {
  const [wanted, setWanted] = useState('')
  const query = usePublications(wanted)
  const { post: own } = useMe()
  const waiting = query.data?.proposals.filter(({ action }) => action === null).length ?? 0
  return (
    <div className="page">
      <PageHead title={words.title} note={waiting > 0 ? words.note(waiting) : undefined} />
      <p className="muted">{words.help}</p>
      <Input.Search
        aria-label={words.search}
        placeholder={words.search}
        allowClear
        maxLength={60}
        style={{ maxWidth: 360, marginBottom: 12 }}
        onSearch={(value) => setWanted(value.trim())}
      />
      <QueryState query={query}>
        {(list) =>
          list.versions.length === 0 ? (
            <EmptyState title={words.emptyTitle} text={words.emptyText} />
          ) : (
            <>
              {list.isCut && <Alert type="info" title={words.isCut} />}
              <DataTable
                caption={words.title}
                columns={columnsFor(own.role)}
                rows={gather(list)}
                rowKey={({ id }) => id}
              />
            </>
          )
        }
      </QueryState>
    </div>
  )
}

function columnsFor(role: string): readonly Column<Publication>[] {
  return [
    {
      ...{ id: 'name', title: words.columns.name, width: 320, isHeader: true },
      cell: ({ name, id, fiscalYear }) => (
        <>
          <div>{name}</div>
          <div className="muted">{words.number(id, fiscalYear)}</div>
        </>
      ),
    },
    { id: 'versions', title: words.columns.versions, cell: (row) => <Versions publication={row} /> },
    {
      ...{ id: 'handling', title: words.columns.handling, width: 420 },
      cell: (row) => (
        <>
          <Proposals publication={row} role={role} />
          {role === 'finance_performance' && <ProposeButton publication={row} />}
        </>
      ),
    },
  ]
}
