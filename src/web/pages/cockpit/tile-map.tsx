import { Link } from '@tanstack/react-router'
import { Light } from '../../components/light.tsx'
import { STAGE_MARKS } from '../../components/timeline.tsx'
import { usePlace } from '../../session.tsx'
import type { CockpitTile, StageState } from '../../shapes.ts'
import { zh } from '../../zh.ts'

const STATES: readonly StageState[] = ['done', 'underway', 'overdue', 'notStarted']

/** Tiles in their rough geographic places; fill, mark and word say how each stage stands. */
export function TileMap({
  tiles,
  chosen,
  choose,
}: {
  readonly tiles: readonly CockpitTile[]
  readonly chosen: string
  readonly choose: (id: string) => void
}) {
  const left = Math.min(...tiles.map(({ tileColumn }) => tileColumn))
  const top = Math.min(...tiles.map(({ tileRow }) => tileRow))
  return (
    <section className="map" aria-label={zh.cockpit.mapLabel}>
      <ul className="tiles">
        {tiles.map((tile) => (
          <li
            key={tile.id}
            style={{ gridColumn: tile.tileColumn - left + 1, gridRow: tile.tileRow - top + 1 }}
          >
            <Tile tile={tile} isChosen={tile.id === chosen} choose={() => choose(tile.id)} />
          </li>
        ))}
      </ul>
      <p className="legend">
        {zh.cockpit.legend}:
        {STATES.map((state) => (
          <span key={state}>
            <span className={`stage-cell is-${state}`} aria-hidden="true">
              {STAGE_MARKS[state]}
            </span>{' '}
            {zh.stageStates[state]}
          </span>
        ))}
      </p>
    </section>
  )
}

function Tile({
  tile,
  isChosen,
  choose,
}: {
  readonly tile: CockpitTile
  readonly isChosen: boolean
  readonly choose: () => void
}) {
  const { year } = usePlace()
  const classes = [
    'tile',
    isChosen ? 'is-chosen' : '',
    tile.isVisible ? '' : 'is-outside',
    `is-${tile.level}`,
  ]
  return (
    <Link
      to="/$jurisdiction/$year/projects"
      params={{ jurisdiction: tile.id, year }}
      className={classes.filter((name) => name !== '').join(' ')}
      onMouseEnter={choose}
      onFocus={choose}
      aria-label={describe(tile)}
      preload={false}
    >
      <span className="tile-name">
        {tile.name}
        {tile.light !== null && <Light value={tile.light} isShort />}
      </span>
      <span className="tile-stages">
        {tile.stages.map(({ stage, state, title, stateTitle }) => (
          <span key={stage} className={`stage-cell is-${state}`} title={`${title}：${stateTitle}`}>
            {STAGE_MARKS[state]}
          </span>
        ))}
      </span>
    </Link>
  )
}

/** The tile in words, for whoever does not see it. */
function describe({ name, isVisible, pilotCount, stages }: CockpitTile): string {
  if (!isVisible) return `${name}，${zh.cockpit.outside}`
  const projects = pilotCount === 0 ? zh.cockpit.noPilot : zh.cockpit.pilotProjects(pilotCount)
  return [name, projects, ...stages.map(({ title, stateTitle }) => `${title}${stateTitle}`)].join('，')
}
