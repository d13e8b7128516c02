import { Button } from 'antd'
import { lazy, Suspense, useCallback, useState } from 'react'
import { LoadingShape } from '../../components/loading-shape.tsx'
import type { MonitorPoint, MonitorPoints, WorstRound } from '../../shapes-monitoring.ts'
import { zh } from '../../zh.ts'
import { type Box, isIn, QUADRANTS, type Quadrant, quadrantOf } from './quadrant.ts'
import { RoundList, type RoundRow } from './round-list.tsx'

const QuadrantChart = lazy(() =>
  import('./quadrant-chart.tsx').then(({ QuadrantChart: component }) => ({ default: component })),
)
const words = zh.overview
/** More lines than anybody reads; the chart shows the rest. */
const MOST_LISTED = 100

/** The chart of both gaps and the list below it: the worst, or what was chosen on the chart. */
export function Gaps({
  data,
  worst,
}: {
  readonly data: MonitorPoints
  readonly worst: readonly WorstRound[]
}) {
  const [box, setBox] = useState<Box>()
  const [quadrant, setQuadrant] = useState<Quadrant>()
  const chooseBox = useCallback((drawn: Box | undefined) => {
    setBox(drawn)
    setQuadrant(undefined)
  }, [])
  const chosen = data.points.filter((point) =>
    box ? isIn(point, box) : quadrant !== undefined && quadrantOf(point) === quadrant,
  )
  const isChosen = box !== undefined || quadrant !== undefined
  return (
    <>
      <Suspense fallback={<LoadingShape lines={8} />}>
        <QuadrantChart points={data.points} onBox={chooseBox} />
      </Suspense>
      {data.total > data.points.length && (
        <p className="muted">{words.cut(data.points.length, data.total)}</p>
      )}
      <div className="quadrant-tools">
        <span>{words.brush}</span>
        {QUADRANTS.map((one) => (
          <Button
            key={one}
            size="small"
            type={quadrant === one ? 'primary' : 'default'}
            aria-pressed={quadrant === one}
            onClick={() => {
              setBox(undefined)
              setQuadrant(quadrant === one ? undefined : one)
            }}
          >
            {words.quadrants[one]} {data.points.filter((point) => quadrantOf(point) === one).length}
          </Button>
        ))}
        {isChosen && (
          <Button size="small" type="link" onClick={() => chooseBox(undefined)}>
            {words.clear}
          </Button>
        )}
      </div>
      {isChosen ? <Chosen points={chosen} /> : <Worst rows={worst} />}
    </>
  )
}

function Worst({ rows }: { readonly rows: readonly WorstRound[] }) {
  return (
    <section aria-label={words.worst}>
      <h2>{words.worst}</h2>
      {rows.length === 0 ? (
        <p className="muted">{words.worstEmpty}</p>
      ) : (
        <RoundList caption={words.worst} rows={rows} />
      )}
    </section>
  )
}

function Chosen({ points }: { readonly points: readonly MonitorPoint[] }) {
  const isCut = points.length > MOST_LISTED
  const title = isCut ? words.chosenMore(MOST_LISTED, points.length) : words.chosen(points.length)
  return (
    <section aria-label={title} aria-live="polite">
      <h2>{title}</h2>
      {points.length > 0 && <RoundList caption={title} rows={points.slice(0, MOST_LISTED).map(toRow)} />}
    </section>
  )
}

function toRow(point: MonitorPoint): RoundRow {
  const [recordId, , jurisdictionId, projectName, unitName, light, executionGap, targetGap] = point
  return { recordId, jurisdictionId, projectName, unitName, light, executionGap, targetGap, reason: null }
}
