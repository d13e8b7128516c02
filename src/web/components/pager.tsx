import { Button } from 'antd'
import { zh } from '../zh.ts'

/** Walks through pages by cursor; `trail` is part of the address, so that back and reload keep the page. */
export function Pager({
  trail,
  limit,
  count,
  total,
  nextCursor,
  onTrail,
}: {
  readonly trail: readonly string[]
  readonly limit: number
  readonly count: number
  readonly total: number
  readonly nextCursor: string | null
  readonly onTrail: (trail: readonly string[]) => void
}) {
  const from = trail.length * limit + 1
  return (
    <nav className="pager" aria-label={zh.common.total(total)}>
      <span>{count === 0 ? zh.common.total(total) : zh.projects.range(from, from + count - 1, total)}</span>
      <Button size="small" disabled={trail.length === 0} onClick={() => onTrail(trail.slice(0, -1))}>
        {zh.common.previousPage}
      </Button>
      <Button
        size="small"
        disabled={nextCursor === null}
        onClick={() => nextCursor !== null && onTrail([...trail, nextCursor])}
      >
        {zh.common.nextPage}
      </Button>
    </nav>
  )
}
