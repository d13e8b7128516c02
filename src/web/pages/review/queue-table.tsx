import { Checkbox } from 'antd'
import { useEffect, useRef } from 'react'
import { DateText, Money } from '../../components/money.tsx'
import type { QueueItem } from '../../shapes-targets.ts'
import { zh } from '../../zh.ts'

const words = zh.targets.review

/** The list; the row under the cursor is the one the panel shows. */
export function QueueTable({
  items,
  chosen,
  toggle,
  at,
  goTo,
}: {
  readonly items: readonly QueueItem[]
  readonly chosen: ReadonlySet<string>
  readonly toggle: (recordId: string) => void
  readonly at: number
  readonly goTo: (row: number) => void
}) {
  const body = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    body.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <table className="data data-fixed review-table">
      <caption className="visually-hidden">{words.title}</caption>
      <colgroup>
        {[36, undefined, 108, 110, 88, 96].map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
          <col key={index} style={width === undefined ? {} : { width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{words.choose}</span>
          </th>
          <th scope="col">{words.columns.name}</th>
          <th scope="col" className="number">{`${words.columns.amount}（${zh.unit.wan}）`}</th>
          <th scope="col">{words.columns.findings}</th>
          <th scope="col">{words.columns.risk}</th>
          <th scope="col">{words.columns.due}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {items.map((item, row) => (
          <tr
            key={item.recordId}
            className={row === at ? 'is-current' : undefined}
            aria-selected={row === at}
            onClick={() => goTo(row)}
          >
            <td>
              <Checkbox
                aria-label={item.name}
                checked={chosen.has(item.recordId)}
                onChange={() => toggle(item.recordId)}
              />
            </td>
            <th scope="row">
              {item.name}
              <span className="muted">
                {' '}
                {item.organisationName} · {item.stateTitle}
              </span>
            </th>
            <td className="number">
              <Money fen={item.amount_fen} />
            </td>
            <td>
              <Findings item={item} />
            </td>
            <td>{item.risks.join('、')}</td>
            <td>
              <DateText value={item.dueOn} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Errors by word, not by colour alone; sheets declared before counts were kept say so. */
function Findings({ item: { errors, warnings, doctor } }: { readonly item: QueueItem }) {
  if (errors === null) return <span className="muted">{words.notCounted}</span>
  const hints = (warnings ?? 0) + (doctor ?? 0)
  return (
    <>
      {errors > 0 && <span className="late">{words.errors(errors)} </span>}
      {hints > 0 ? words.hints(hints) : errors === 0 && <span className="muted">{words.sound}</span>}
    </>
  )
}
