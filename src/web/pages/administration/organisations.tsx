import { Button } from 'antd'
import { useState } from 'react'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { useJurisdictions, useOrganisations } from '../../queries.ts'
import { useMe, usePlace } from '../../session.tsx'
import type { OrganisationRow } from '../../shapes.ts'
import { zh } from '../../zh.ts'
import { AddOrganisationDialog } from './add-organisation-dialog.tsx'

/** Organisations of the place chosen above; at the province those of all places. */
export function Organisations() {
  const { jurisdiction } = usePlace()
  const { role } = useMe().post
  const query = useOrganisations(jurisdiction.endsWith('0000') ? {} : { jurisdiction })
  const places = useJurisdictions()
  const [isAdding, setIsAdding] = useState(false)
  const placeName = (id: string) => places.data?.items.find((place) => place.id === id)?.name ?? id
  return (
    <>
      {role === 'system_admin' && (
        <p className="begin">
          <Button onClick={() => setIsAdding(true)}>{zh.administration.addOrganisation}</Button>
        </p>
      )}
      <QueryState query={query} lines={10}>
        {({ items }) => (
          <DataTable
            caption={zh.administration.organisations}
            columns={columnsFor(items, placeName)}
            rows={items}
            rowKey={(organisation) => organisation.id}
          />
        )}
      </QueryState>
      <AddOrganisationDialog isOpen={isAdding} close={() => setIsAdding(false)} />
    </>
  )
}

function columnsFor(
  all: readonly OrganisationRow[],
  placeName: (id: string) => string,
): readonly Column<OrganisationRow>[] {
  const titles = zh.administration.columns
  const nameOf = (id: string | null) => all.find((one) => one.id === id)?.name ?? '—'
  return [
    { id: 'name', title: titles.organisation, isHeader: true, cell: (one) => one.name },
    {
      id: 'kind',
      title: titles.kind,
      width: 130,
      cell: (one) => zh.administration.organisationKinds[one.kind] ?? one.kind,
    },
    { id: 'parent', title: titles.parent, width: 240, cell: (one) => nameOf(one.parentId) },
    { id: 'place', title: titles.place, width: 160, cell: (one) => placeName(one.jurisdictionId) },
    { id: 'code', title: titles.code, width: 150, cell: (one) => one.code ?? '—' },
    { id: 'prefix', title: titles.prefix, width: 140, cell: (one) => one.documentPrefix ?? '—' },
  ]
}
