import { Button } from 'antd'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { makeQuery } from '../api.ts'
import { type LedgerOf, useLedger } from '../queries.ts'
import { zh } from '../zh.ts'
import { QueryState } from './query-state.tsx'

/** What of a project or a record stands in the contract ledger, and the evidence to take along. */
export function LedgerEntries({ of }: { readonly of: LedgerOf }) {
  const query = useLedger(of)
  return (
    <QueryState query={query} lines={2}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="muted">{zh.ledger.none}</p>
        ) : (
          <>
            <ul className="document-list">
              {items.map(({ number, title, sealedAt, witnesses }) => (
                <li key={number}>
                  {zh.ledger.entered(number)}
                  <p className="muted">
                    {title} · {dayOf(sealedAt)} · {zh.ledger.witnesses(witnesses)}
                  </p>
                </li>
              ))}
            </ul>
            <p className="muted">{zh.ledger.help}</p>
            <Button size="small" href={`/api/ledger/bundle${makeQuery(of)}`} download>
              {zh.ledger.bundle}
            </Button>
            <Button
              type="link"
              size="small"
              href={`/api/ledger/bundle${makeQuery({ ...of, withPersonal: true })}`}
              download
            >
              {zh.ledger.bundleWithNames}
            </Button>
          </>
        )
      }
    </QueryState>
  )
}
