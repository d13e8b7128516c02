import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { keyed } from '../components/keyed.ts'
import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { useSeenReport } from '../queries-oversight.ts'
import { usePlace } from '../session.tsx'
import type { SeenFigure, SeenReport } from '../shapes-oversight.ts'
import { zh } from '../zh.ts'
import { FigureTrace } from './oversight/figure-trace.tsx'

const words = zh.oversight.report
const FROM = '/$jurisdiction/$year/oversight/reports/$recordId'

/** A signed report to read: each figure is a button, its origin stands beside the text. */
export function OversightReportPage() {
  const { recordId } = useParams({ from: FROM })
  const query = useSeenReport(recordId)
  return (
    <div className="page oversight">
      <QueryState query={query} lines={12}>
        {(report) => <Report report={report} />}
      </QueryState>
    </div>
  )
}

function Report({ report }: { readonly report: SeenReport }) {
  const place = usePlace()
  const { figure } = useSearch({ from: FROM })
  const navigate = useNavigate({ from: FROM })
  const choose = (number: number) => void navigate({ search: { figure: number }, replace: true })
  return (
    <>
      <PageHead title={report.title} note={words.note(report.documentNumber, report.signedOn)}>
        <Link to="/$jurisdiction/$year/oversight" params={place}>
          {zh.oversight.record.back}
        </Link>
      </PageHead>
      <p className="muted">{words.help}</p>
      <div className="oversight-columns">
        <article className="oversight-text">
          {report.parts.map(({ title, text, figures }) => (
            <section key={title}>
              <h2>{title}</h2>
              {keyed(linesOf(text, figures)).map(({ item, key }) => (
                <p key={key}>{piecesOf(item, figure, choose)}</p>
              ))}
            </section>
          ))}
        </article>
        <aside className="panel stack" aria-label={words.trace} aria-live="polite">
          <h2>{words.trace}</h2>
          {figure === undefined ? (
            <p className="muted">{words.choose}</p>
          ) : (
            <FigureTrace recordId={report.recordId} number={figure} choose={choose} />
          )}
        </aside>
      </div>
    </>
  )
}

type TextLine = { readonly text: string; readonly figures: readonly SeenFigure[] }

/** The paragraphs of a text, each with its own figures counted from its own beginning. */
function linesOf(text: string, figures: readonly SeenFigure[]): TextLine[] {
  let from = 0
  return text.split('\n').map((line) => {
    const start = from
    from += line.length + 1
    const own = figures.filter(({ at }) => at >= start && at < start + line.length)
    return { text: line, figures: own.map((one) => ({ ...one, at: one.at - start })) }
  })
}

function piecesOf(
  { text, figures }: TextLine,
  chosen: number | undefined,
  choose: (number: number) => void,
): ReactNode[] {
  const pieces: ReactNode[] = []
  let done = 0
  for (const figure of figures) {
    pieces.push(text.slice(done, figure.at))
    pieces.push(
      <button
        key={figure.at}
        type="button"
        className={figure.number === chosen ? 'figure-link is-chosen' : 'figure-link'}
        title={words.figure(figure.label, figure.text)}
        onClick={() => choose(figure.number)}
      >
        {figure.text}
      </button>,
    )
    done = figure.at + figure.text.length
  }
  pieces.push(text.slice(done))
  return pieces
}
