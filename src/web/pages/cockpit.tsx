import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { LoadingShape } from '../components/loading-shape.tsx'
import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { Why } from '../components/why.tsx'
import { useCockpit } from '../queries.ts'
import { LastYearLink } from '../frame/last-year-link.tsx'
import { usePlace } from '../session.tsx'
import type { Cockpit } from '../shapes.ts'
import type { PilotBoundary } from '../shapes-pilot.ts'
import { zh } from '../zh.ts'
import { usePilotBoundary } from '../queries-pilot.ts'
import { BoundaryUpload } from './cockpit/boundary-upload.tsx'
import { CockpitTable } from './cockpit/table.tsx'
import { PlaceDetail } from './cockpit/place-detail.tsx'
import { TileMap } from './cockpit/tile-map.tsx'

const BoundaryMap = lazy(() =>
  import('./cockpit/boundary-map.tsx').then(({ BoundaryMap: component }) => ({ default: component })),
)
const StageChart = lazy(() =>
  import('./cockpit/stage-chart.tsx').then(({ StageChart: component }) => ({ default: component })),
)

/** 试点驾驶舱: every city and county × five stages. */
export function CockpitPage() {
  const { year } = usePlace()
  const { view } = useSearch({ from: '/$jurisdiction/$year/cockpit' })
  const navigate = useNavigate({ from: '/$jurisdiction/$year/cockpit' })
  const query = useCockpit(year)
  const boundary = usePilotBoundary().data
  const hasBoundary = boundary !== undefined && boundary.collection !== null
  return (
    <div className="page">
      <PageHead
        title={zh.cockpit.title}
        {...(query.data === undefined ? {} : { note: zh.cockpit.asOf(query.data.today) })}
      >
        <Segmented
          aria-label={zh.cockpit.title}
          value={view ?? 'map'}
          options={[
            { value: 'map', label: zh.cockpit.map },
            ...(hasBoundary ? [{ value: 'boundary', label: zh.pilot.boundary.map }] : []),
            { value: 'table', label: zh.cockpit.table },
          ]}
          onChange={(chosen) =>
            void navigate({ search: chosen === 'table' || chosen === 'boundary' ? { view: chosen } : {} })
          }
        />
      </PageHead>
      <QueryState query={query} lines={14}>
        {(cockpit) =>
          view === 'table' ? (
            <CockpitTable tiles={cockpit.tiles} />
          ) : (
            <Overview cockpit={cockpit} boundary={boundary} isDrawn={view === 'boundary' && hasBoundary} />
          )
        }
      </QueryState>
    </div>
  )
}

function Overview({
  cockpit,
  boundary,
  isDrawn,
}: {
  readonly cockpit: Cockpit
  readonly boundary: PilotBoundary | undefined
  readonly isDrawn: boolean
}) {
  const place = usePlace()
  const [chosen, setChosen] = useState(place.jurisdiction)
  const tile = cockpit.tiles.find(({ id }) => id === chosen)
  const hasPilots = cockpit.tiles.some(({ pilotCount }) => pilotCount > 0)
  return (
    <div className="cockpit">
      <div>
        {isDrawn && boundary?.collection ? (
          <Suspense fallback={<LoadingShape lines={14} />}>
            <BoundaryMap collection={boundary.collection} tiles={cockpit.tiles} choose={setChosen} />
          </Suspense>
        ) : (
          <TileMap tiles={cockpit.tiles} chosen={chosen} choose={setChosen} />
        )}
        {boundary !== undefined && <BoundaryUpload boundary={boundary} />}
      </div>
      <div className="cockpit-side">
        {!hasPilots && (
          <p>
            {zh.cockpit.noPilots(place.year)} <LastYearLink />
          </p>
        )}
        <dl className="figures is-large">
          {cockpit.figures.map((figure) => (
            <div key={figure.id}>
              <dt>{figure.label}</dt>
              <dd>
                <span className="number">{figure.value}</span> <span className="unit">{figure.unit}</span>
                {figure.change !== null && <span className="muted"> {zh.cockpit.change(figure.change)}</span>}
                <Why explanation={figure.explanation ?? undefined} label={figure.label} />
              </dd>
            </div>
          ))}
        </dl>
        {tile === undefined ? <p className="muted">{zh.cockpit.hint}</p> : <PlaceDetail tile={tile} />}
        <Suspense fallback={<LoadingShape lines={4} />}>
          <StageChart tiles={cockpit.tiles} />
        </Suspense>
      </div>
    </div>
  )
}
