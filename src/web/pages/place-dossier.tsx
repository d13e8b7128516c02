import { Link, useParams } from '@tanstack/react-router'
import { EmptyState } from '../components/empty-state.tsx'
import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { usePlaceDossier } from '../queries-dossier.ts'
import { usePlace } from '../session.tsx'
import type { DossierProject, PlaceDossier } from '../shapes-dossier.ts'
import { dossier } from '../zh-dossier.ts'
import { DossierLines } from './dossier/dossier-lines.tsx'
import { PackagePanel } from './dossier/package-panel.tsx'

/** 地区试点档案: the report of the place and the dossiers of its pilot projects. */
export function PlaceDossierPage() {
  const { jurisdiction } = useParams({ from: '/$jurisdiction/$year/dossier' })
  const query = usePlaceDossier(jurisdiction)
  return (
    <div className="page">
      <QueryState query={query} lines={14}>
        {(found) => <OnePlace found={found} jurisdiction={jurisdiction} />}
      </QueryState>
    </div>
  )
}

function OnePlace({
  found: { name, projects, countyReport },
  jurisdiction,
}: {
  readonly found: PlaceDossier
  readonly jurisdiction: string
}) {
  if (projects.length === 0) return <EmptyState title={dossier.emptyTitle} text={dossier.emptyText} />
  const lines = [countyReport, ...projects.flatMap((project) => project.lines)]
  const present = lines.filter(({ isPresent }) => isPresent).length
  return (
    <>
      <PageHead title={dossier.ofPlace(name)} note={dossier.counted(present, lines.length)} />
      <PackagePanel of={{ jurisdiction }} />
      <section className="stack" aria-label={countyReport.item}>
        <h2>{countyReport.item}</h2>
        <DossierLines lines={[countyReport]} caption={countyReport.item} />
      </section>
      {projects.map((project) => (
        <ProjectSection key={project.id} project={project} />
      ))}
    </>
  )
}

function ProjectSection({ project }: { readonly project: DossierProject }) {
  const place = usePlace()
  return (
    <section className="stack" aria-label={project.name}>
      <h2>
        <Link
          to="/$jurisdiction/$year/projects/$projectId/dossier"
          params={{ ...place, projectId: project.id }}
        >
          {project.name}
        </Link>
      </h2>
      <DossierLines lines={project.lines} caption={`${project.name} ${dossier.lines}`} />
    </section>
  )
}
