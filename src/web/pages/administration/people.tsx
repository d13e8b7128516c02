import { Button } from 'antd'
import { useState } from 'react'
import { ADMINISTRATORS } from '../../../domain/org/roles.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { DateText } from '../../components/money.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { usePeople } from '../../queries.ts'
import { useMe, usePlace } from '../../session.tsx'
import type { PostRow } from '../../shapes.ts'
import { zh } from '../../zh.ts'
import { AddPersonDialog } from './add-person-dialog.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'

/** People and posts with their dates; the security administrator adds people and hands posts over. */
export function People() {
  const { jurisdiction } = usePlace()
  const { role } = useMe().post
  const query = usePeople(jurisdiction.endsWith('0000') ? undefined : jurisdiction)
  const [handed, setHanded] = useState<PostRow>()
  const [isAdding, setIsAdding] = useState(false)
  const canChange = role === 'security_admin'
  return (
    <>
      {canChange && (
        <p className="begin">
          <Button onClick={() => setIsAdding(true)}>{zh.administration.addPerson}</Button>
        </p>
      )}
      <QueryState query={query} lines={10}>
        {({ posts }) =>
          posts.length === 0 ? (
            <EmptyState title={zh.administration.emptyPeople} text={zh.administration.emptyPeopleText} />
          ) : (
            <DataTable
              caption={zh.administration.people}
              columns={columnsFor(canChange, setHanded)}
              rows={posts}
              rowKey={(post) => post.id}
            />
          )
        }
      </QueryState>
      <HandOverDialog post={handed} posts={query.data?.posts ?? []} close={() => setHanded(undefined)} />
      <AddPersonDialog isOpen={isAdding} close={() => setIsAdding(false)} />
    </>
  )
}

function columnsFor(canChange: boolean, handOver: (post: PostRow) => void): readonly Column<PostRow>[] {
  const titles = zh.administration.columns
  const act: Column<PostRow> = {
    id: 'act',
    title: titles.act,
    width: 104,
    cell: (post) =>
      post.validTo === null && !ADMINISTRATORS.includes(post.role) ? (
        <Button type="link" className="link-button" onClick={() => handOver(post)}>
          {zh.administration.handOver}
        </Button>
      ) : null,
  }
  return [
    { id: 'name', title: titles.name, isHeader: true, width: 130, cell: nameOf },
    {
      id: 'username',
      title: titles.username,
      width: 180,
      cell: (post) => <span className="code">{post.username}</span>,
    },
    { id: 'post', title: titles.post, width: 160, cell: (post) => post.title },
    { id: 'organisation', title: titles.organisation, cell: (post) => post.organisationName },
    { id: 'place', title: titles.place, width: 130, cell: (post) => post.jurisdictionName },
    { id: 'from', title: titles.from, width: 104, cell: (post) => <DateText value={post.validFrom} /> },
    { id: 'to', title: titles.to, width: 104, cell: (post) => post.validTo ?? zh.administration.untilNow },
    ...(canChange ? [act] : []),
  ]
}

function nameOf(post: PostRow) {
  return (
    <>
      {post.personName}
      {post.isDisabled && <span className="mark">{zh.administration.inactive}</span>}
    </>
  )
}
