import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../components/empty-state.tsx'
import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { formatMoneyInFull } from '../format.ts'
import { useReviewQueue } from '../queries.ts'
import { usePlace } from '../session.tsx'
import type { QueueItem, QueueSort, ReviewQueue } from '../shapes-targets.ts'
import { zh } from '../zh.ts'
import { type Asked, BatchDialog } from './review/batch-dialog.tsx'
import { QueuePreview } from './review/preview.tsx'
import { QueueTable } from './review/queue-table.tsx'
import { useBatch } from './review/use-batch.ts'
import { useQueueKeys } from './review/use-queue-keys.ts'

const words = zh.targets.review
const SORTS: readonly QueueSort[] = ['findings', 'risk', 'amount', 'due']
export const QUEUE_LIMIT = 50

/** 批量审核: everything that waits for this officer, the worst first, with the sheet under the cursor beside it. */
export function ReviewPage() {
  const { year } = usePlace()
  const { sort = 'findings', page = 1 } = useSearch({ from: '/$jurisdiction/$year/review' })
  const navigate = useNavigate({ from: '/$jurisdiction/$year/review' })
  const query = useReviewQueue({ year, sort, page, limit: QUEUE_LIMIT })
  const note =
    query.data === undefined
      ? undefined
      : words.note(query.data.total, formatMoneyInFull(query.data.amount_fen))
  return (
    <div className="page">
      <PageHead title={words.title} note={note}>
        <Segmented<QueueSort>
          aria-label={words.sort}
          value={sort}
          options={SORTS.map((value) => ({ value, label: words.sorts[value] }))}
          onChange={(chosen) => void navigate({ search: { sort: chosen } })}
        />
      </PageHead>
      <QueryState query={query} lines={12}>
        {(queue) =>
          queue.total === 0 ? (
            <EmptyState title={words.emptyTitle} text={words.emptyText} />
          ) : (
            <Queue
              key={`${sort}-${page}`}
              queue={queue}
              page={page}
              turn={(next) => void navigate({ search: { sort, page: next } })}
            />
          )
        }
      </QueryState>
    </div>
  )
}

function Queue({
  queue,
  page,
  turn,
}: {
  readonly queue: ReviewQueue
  readonly page: number
  readonly turn: (page: number) => void
}) {
  const { items, total } = queue
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [cursor, setCursor] = useState(0)
  const [asked, setAsked] = useState<Asked>()
  const batch = useBatch()
  const at = Math.min(cursor, items.length - 1)
  const current = items[at]
  const marked = items.filter(({ recordId }) => chosen.has(recordId))
  const toggle = (recordId: string) =>
    setChosen((before) => {
      const next = new Set(before)
      if (!next.delete(recordId)) next.add(recordId)
      return next
    })
  const ask = (way: Asked['way']) => {
    const meant = marked.length > 0 ? marked : current ? [current] : []
    const fit = meant.filter((item) => (way === 'forward' ? isSound(item) : item.back !== null))
    if (fit.length > 0) setAsked({ way, items: fit })
  }
  const keys = {
    move: (by: 1 | -1) => setCursor(Math.max(0, Math.min(items.length - 1, at + by))),
    choose: () => current && toggle(current.recordId),
    pass: () => ask('forward'),
    back: () => ask('back'),
  }
  useQueueKeys(keys, asked === undefined)
  const close = () => {
    setAsked(undefined)
    batch.close()
    setChosen(new Set())
  }
  const start = (opinion: string) => {
    if (asked === undefined) return
    const { way } = asked
    const offerOf = (item: QueueItem) => (way === 'forward' ? item.forward : item.back)
    void batch.start({ items: asked.items, offerOf, opinion })
  }
  const sound = items.filter(isSound)
  return (
    <>
      <div className="review-tools">
        <Button onClick={() => setChosen(new Set(sound.map(({ recordId }) => recordId)))}>
          {words.chooseSound(sound.length)}
        </Button>
        <Button type="primary" disabled={marked.filter(isSound).length === 0} onClick={() => ask('forward')}>
          {words.pass(marked.filter(isSound).length)}
        </Button>
        <Button danger disabled={marked.length === 0} onClick={() => ask('back')}>
          {words.back(marked.length)}
        </Button>
        <span className="muted">{words.keys}</span>
      </div>
      <div className="review-layout">
        <div>
          <QueueTable items={items} chosen={chosen} toggle={toggle} at={at} goTo={setCursor} />
          <nav className="pager" aria-label={zh.common.total(total)}>
            <span>{zh.common.total(total)}</span>
            <Button size="small" disabled={page === 1} onClick={() => turn(page - 1)}>
              {zh.common.previousPage}
            </Button>
            <Button size="small" disabled={page * QUEUE_LIMIT >= total} onClick={() => turn(page + 1)}>
              {zh.common.nextPage}
            </Button>
          </nav>
        </div>
        {current && <QueuePreview key={current.recordId} item={current} />}
      </div>
      <BatchDialog asked={asked} run={batch.run} start={start} cancel={batch.cancel} close={close} />
    </>
  )
}

/** Only what the checks have nothing against may be passed in numbers. */
export function isSound({ errors }: QueueItem): boolean {
  return errors === 0
}
