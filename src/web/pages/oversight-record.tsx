import { Link, useParams, useSearch } from '@tanstack/react-router'
import { type Column, DataTable } from '../components/data-table.tsx'
import { keyed } from '../components/keyed.ts'
import { LedgerEntries } from '../components/ledger-entries.tsx'
import { DateText } from '../components/money.tsx'
import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { RecordForm } from '../forms/record-form.tsx'
import { useSeenRecord } from '../queries-oversight.ts'
import { useMe, usePlace } from '../session.tsx'
import type { SeenRecord } from '../shapes-oversight.ts'
import { zh } from '../zh.ts'

const words = zh.oversight.record
const FROM = '/$jurisdiction/$year/oversight/records/$recordId'

/** A record as it stood on a day: its table, what differs today, who changed it since. */
export function OversightRecordPage() {
  const { recordId } = useParams({ from: FROM })
  const { today } = useMe()
  const { date = today } = useSearch({ from: FROM })
  const query = useSeenRecord(recordId, date)
  return (
    <div className="page oversight">
      <QueryState query={query} lines={12}>
        {(seen) => <One seen={seen} date={date} />}
      </QueryState>
    </div>
  )
}

function One({ seen, date }: { readonly seen: SeenRecord; readonly date: string }) {
  const place = usePlace()
  const { past, present, recordId } = seen
  const isSame = past.version === present.version
  return (
    <>
      <PageHead
        title={seen.title}
        note={[seen.projectName, words.of(date), words.state(past.stateTitle, past.version)]
          .filter(Boolean)
          .join('，')}
      >
        <Link to="/$jurisdiction/$year/oversight" params={place} search={{ date }}>
          {words.back}
        </Link>
        <Link to="/$jurisdiction/$year/records/$recordId" params={{ ...place, recordId }}>
          {words.full}
        </Link>
      </PageHead>
      {!isSame && (
        <p role="status">
          {words.present(words.state(present.stateTitle, present.version))}。{words.compared}
        </p>
      )}
      <div className="oversight-columns">
        <RecordForm
          form={seen.form}
          owner={{ projectId: seen.projectId, recordId, jurisdictionId: seen.jurisdictionId }}
          content={past.content}
          assessment={NOTHING_SAID}
          names={seen.names}
          attachments={seen.attachments}
          openSections={[]}
          compareWith={isSame ? undefined : present.content}
        />
        <aside className="panel stack" aria-label={words.differences}>
          <Changes seen={seen} />
          <History seen={seen} />
          <section>
            <h2>{words.ledger}</h2>
            <LedgerEntries of={{ recordId }} />
          </section>
        </aside>
      </div>
    </>
  )
}

/** Findings and figures are about the present, not about a day of the past. */
const NOTHING_SAID = { findings: [], explanations: {}, figures: {} }

function Changes({ seen }: { readonly seen: SeenRecord }) {
  return (
    <section>
      <h2>{words.differences}</h2>
      {seen.changes.length === 0 ? (
        <p className="muted">{words.noDifferences}</p>
      ) : (
        <DataTable
          caption={words.differences}
          columns={COLUMNS}
          rows={keyed(seen.changes)}
          rowKey={({ key }) => key}
        />
      )}
    </section>
  )
}

type Changed = { readonly item: SeenRecord['changes'][number]; readonly key: string }

const COLUMNS: readonly Column<Changed>[] = [
  { id: 'on', title: words.columns.on, width: 92, cell: ({ item }) => <DateText value={item.on} /> },
  {
    id: 'title',
    title: words.columns.title,
    isHeader: true,
    cell: ({ item }) => (
      <>
        {item.title}
        <div className="muted">{item.by}</div>
      </>
    ),
  },
  {
    id: 'fields',
    title: words.columns.fields,
    width: 130,
    cell: ({ item }) => item.fields.join('、') || '—',
  },
]

function History({ seen }: { readonly seen: SeenRecord }) {
  return (
    <>
      <section>
        <h2>{words.history}</h2>
        {seen.history.length === 0 ? (
          <p className="muted">{words.noHistory}</p>
        ) : (
          <ol className="plain-list">
            {keyed(seen.history).map(({ item, key }) => (
              <li key={key}>
                {item.on} {item.organisationName} {item.title}
                {item.documentNumber !== null && <span className="muted"> {item.documentNumber}</span>}
              </li>
            ))}
          </ol>
        )}
      </section>
      <section>
        <h2>{words.frozen}</h2>
        {seen.frozen.length === 0 ? (
          <p className="muted">{words.noFrozen}</p>
        ) : (
          <ul className="plain-list">
            {seen.frozen.map(({ number, actionTitle, on, digest }) => (
              <li key={number}>
                {words.frozenLine(number, actionTitle, on)}
                <div className="muted">{words.digest(digest)}</div>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}
