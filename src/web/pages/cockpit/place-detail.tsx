import { Link } from '@tanstack/react-router'
import { acceptance, countyReport } from '../../../domain/pilot/index.ts'
import { Light } from '../../components/light.tsx'
import { PilotMark } from '../../components/marks.tsx'
import { Money } from '../../components/money.tsx'
import { STAGE_MARKS } from '../../components/timeline.tsx'
import { useMe, usePlace } from '../../session.tsx'
import type { Closing, CockpitTile } from '../../shapes.ts'
import { zh } from '../../zh.ts'
import { dossier } from '../../zh-dossier.ts'
import { BeginButton } from '../project/begin-button.tsx'
import { pathOfKind } from '../project/present-file.ts'

/** One place in words: its projects, what each stage still lacks, its report and acceptance. */
export function PlaceDetail({ tile }: { readonly tile: CockpitTile }) {
  const { year } = usePlace()
  if (!tile.isVisible) {
    return (
      <section className="place-detail">
        <h2>{tile.name}</h2>
        <p className="muted">{zh.cockpit.outside}</p>
      </section>
    )
  }
  const where = { jurisdiction: tile.id, year }
  return (
    <section className="place-detail" aria-live="polite">
      <h2>
        {tile.name} <Light value={tile.light} />
      </h2>
      <p className="muted">
        {tile.pilotCount === 0 ? zh.cockpit.noPilot : zh.cockpit.pilotProjects(tile.pilotCount)} ·{' '}
        {zh.cockpit.budget} <Money fen={tile.budget_fen} withUnit /> · {zh.cockpit.paid}{' '}
        <Money fen={tile.paid_fen} withUnit />
      </p>
      {tile.pilotCount > 0 && (
        <p>
          <Link to="/$jurisdiction/$year/dossier" params={where}>
            {dossier.link}
          </Link>
        </p>
      )}
      <ul className="plain">
        {tile.projects.map((project) => (
          <li key={project.id}>
            <Link to="/$jurisdiction/$year/projects/$projectId" params={{ ...where, projectId: project.id }}>
              {project.name}
            </Link>{' '}
            <PilotMark isPilot={project.isPilot} />
            <div className="stage-links">
              {project.stages.map(({ stage, title, state, stateTitle }) => (
                <Link
                  key={stage}
                  to="/$jurisdiction/$year/projects/$projectId"
                  params={{ ...where, projectId: project.id }}
                  search={{ tab: stage }}
                  className={`stage-cell is-${state}`}
                  title={`${title}：${stateTitle}`}
                  aria-label={`${project.name} ${title}：${stateTitle}`}
                >
                  {STAGE_MARKS[state]}
                </Link>
              ))}
            </div>
          </li>
        ))}
      </ul>
      <StageLines tile={tile} />
      <p className="place-closing">
        <ClosingLine
          title={countyReport.title}
          closing={tile.countyReport}
          kind={countyReport.kind}
          tile={tile}
        />
        <ClosingLine title={acceptance.title} closing={tile.acceptance} kind={acceptance.kind} tile={tile} />
      </p>
    </section>
  )
}

function StageLines({ tile }: { readonly tile: CockpitTile }) {
  // Where nothing has begun every stage lacks the same; it is said once.
  const first = tile.stages[0]?.missing.join('')
  const isSame = tile.stages.every(({ missing }) => missing.join('') === first)
  return (
    <ul className="stage-lines">
      {tile.stages.map(({ stage, title, state, stateTitle, missing, done, total }, index) => (
        <li key={stage}>
          <span className={`stage-cell is-${state}`} aria-hidden="true">
            {STAGE_MARKS[state]}
          </span>
          <span className="strong">{title}</span> {stateTitle}{' '}
          {total > 0 && <span className="muted">{zh.cockpit.progress(done, total)}</span>}
          {missing.length > 0 && !(isSame && index > 0) && (
            <ul className="muted">
              {missing.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

function ClosingLine({
  title,
  closing,
  kind,
  tile,
}: {
  readonly title: string
  readonly closing: Closing
  readonly kind: string
  readonly tile: CockpitTile
}) {
  const { year } = usePlace()
  const { post } = useMe()
  if (closing !== null) {
    return (
      <Link
        to="/$jurisdiction/$year/records/$recordId"
        params={{ jurisdiction: tile.id, year, recordId: closing.recordId }}
      >
        {title}：{closing.stateTitle}
      </Link>
    )
  }
  const canBegin = post.role === 'finance_performance' && post.jurisdictionId === tile.id
  if (canBegin) return <BeginButton one={{ kind, title, stage: 'pilot', path: pathOfKind(kind) }} />
  return (
    <span className="muted">
      {title}：{zh.cockpit.notBegun}
    </span>
  )
}
