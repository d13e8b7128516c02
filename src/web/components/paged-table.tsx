import { type ComponentProps, useState } from 'react'
import { DataTable } from './data-table.tsx'
import { Pager } from './pager.tsx'

/** As many lines at a time as the list of projects shows. */
const LIMIT = 50

/** A list that is here already, page by page. */
export function PagedTable<T>({ rows, ...table }: ComponentProps<typeof DataTable<T>>) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const pages = Math.max(1, Math.ceil(rows.length / LIMIT))
  // A filter may have left fewer pages than there were.
  const trail = chosen.slice(0, pages - 1)
  const start = trail.length * LIMIT
  const shown = rows.slice(start, start + LIMIT)
  return (
    <>
      <DataTable {...table} rows={shown} />
      <Pager
        trail={trail}
        limit={LIMIT}
        count={shown.length}
        total={rows.length}
        nextCursor={trail.length + 1 < pages ? String(trail.length + 1) : null}
        onTrail={setChosen}
      />
    </>
  )
}
