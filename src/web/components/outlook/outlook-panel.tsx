import { useOutlook } from '../../queries-monitoring.ts'
import type { OutlookLine } from '../../shapes-monitoring.ts'
import { zh } from '../../zh.ts'
import { QueryState } from '../query-state.tsx'
import { Why } from '../why.tsx'
import { LightHistory } from './light-history.tsx'
import { LineChart } from './line-chart.tsx'
import { OutlookTable } from './outlook-table.tsx'

const words = zh.monitoring.outlook

/** 双线走势: money and output over the year, plan, actual and forecast, and the lights so far. */
export function OutlookPanel({ projectId }: { readonly projectId: string }) {
  const query = useOutlook(projectId)
  return (
    <section aria-labelledby="outlook" className="stack">
      <h3 id="outlook">{words.title}</h3>
      <QueryState query={query} lines={6}>
        {({ lines, lights, month }) =>
          lines.length === 0 || month === null ? (
            <p className="muted">{words.empty}</p>
          ) : (
            <>
              <div className="outlook">
                {lines.map((line) => (
                  <OneLine key={line.line} line={line} month={month} />
                ))}
              </div>
              <LightHistory lights={lights} />
            </>
          )
        }
      </QueryState>
    </section>
  )
}

function OneLine({ line, month }: { readonly line: OutlookLine; readonly month: number }) {
  const { basis, curves, explanation } = line.forecast
  return (
    <figure className="chart">
      <figcaption>{titleOf(line, month)}</figcaption>
      <LineChart line={line} />
      <p className="outlook-words">
        {explanation.sentence} <Why explanation={explanation} label={words.forecast} />
      </p>
      <p className="muted">
        {basis === 'history' ? words.basis.history(curves.own, curves.similar) : words.basis[basis]}
      </p>
      <details>
        <summary>{words.table}</summary>
        <OutlookTable line={line} />
      </details>
    </figure>
  )
}

/** The finding in one sentence: behind or ahead of the plan, and by how much. */
function titleOf({ title, points }: OutlookLine, month: number): string {
  const point = points.find((one) => one.month === month)
  const planned = point?.planned_bp ?? null
  const reached = point?.reached_bp ?? null
  if (planned === null || reached === null) return words.unknown(title)
  const gap = reached - planned
  const size = (Math.abs(gap) / 100).toFixed(2)
  if (gap === 0) return words.even(title, month)
  return gap < 0 ? words.behind(title, month, size) : words.ahead(title, month, size)
}
