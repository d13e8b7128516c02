import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ExanteEvaluationContent } from '../../../domain/forms/contents.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { DateText } from '../../components/money.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { makeQuery } from '../../api.ts'
import { usePanel } from '../../queries.ts'
import { useMe, usePlace } from '../../session.tsx'
import type { RecordView } from '../../shapes.ts'
import type { Panel } from '../../shapes-experts.ts'
import { zh } from '../../zh.ts'
import { ScoreDots } from './score-dots.tsx'

const words = zh.experts

/** What only evaluations by experts show: who has handed in, how the scores lie, and the draw to take along. */
export function ExpertPanel({ view }: { readonly view: RecordView }) {
  const { kind } = view.record
  if (kind === 'exante.draw') return <DrawFile view={view} />
  if (kind !== 'exante.evaluation') return null
  const { panelMarks } = view.content as ExanteEvaluationContent
  if (panelMarks && panelMarks.length > 0) return <ScoreDots view={view} />
  return view.record.state === 'scoring' ? <Progress view={view} /> : null
}

function DrawFile({ view }: { readonly view: RecordView }) {
  if (!view.content['rosterHash']) return null
  return (
    <p>
      <Button size="small" href={`/api/exante/draw-file${makeQuery({ recordId: view.record.id })}`} download>
        {words.drawFile}
      </Button>{' '}
      <span className="muted">{words.drawFileHelp}</span>
    </p>
  )
}

/** Those who look after the place, as the server answers them. */
const WATCHING = ['finance_performance', 'finance_business', 'finance_leader', 'province']

function Progress({ view }: { readonly view: RecordView }) {
  const place = usePlace()
  const { role } = useMe().post
  const mayAsk = WATCHING.includes(role)
  const query = usePanel(view.record.id, mayAsk)
  if (!mayAsk) return null
  return (
    <section className="expert-panel" aria-label={words.progress.title}>
      <h2>{words.progress.title}</h2>
      <p className="muted">{words.progress.help}</p>
      <QueryState query={query} lines={4}>
        {({ members, draw }) => (
          <>
            <DataTable
              caption={words.progress.caption}
              columns={COLUMNS}
              rows={members}
              rowKey={({ name, since }) => `${name}-${since}`}
            />
            {draw !== null && (
              <p>
                <Link
                  to="/$jurisdiction/$year/records/$recordId"
                  params={{ ...place, recordId: draw.recordId }}
                >
                  {words.progress.draw(draw.stateTitle)}
                </Link>
              </p>
            )}
          </>
        )}
      </QueryState>
    </section>
  )
}

type Member = Panel['members'][number]
const titles = words.progress.columns
const COLUMNS: readonly Column<Member>[] = [
  {
    ...{ id: 'name', title: titles.name, isHeader: true, width: 160 },
    cell: ({ name, isLead }) => (isLead ? `${name}（${words.progress.lead}）` : name),
  },
  { id: 'state', title: titles.state, width: 110, cell: ({ stateTitle }) => stateTitle },
  { id: 'since', title: titles.since, width: 110, cell: ({ since }) => <DateText value={since} /> },
  {
    ...{ id: 'note', title: titles.note },
    cell: ({ isOnPanel, conflictNote }) => conflictNote ?? (isOnPanel ? '' : words.progress.gone),
  },
]
