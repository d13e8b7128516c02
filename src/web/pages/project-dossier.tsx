import { useParams } from '@tanstack/react-router'
import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { useProjectDossier } from '../queries-dossier.ts'
import type { ProjectDossier, TracedReport } from '../shapes-dossier.ts'
import { dossier } from '../zh-dossier.ts'
import { DossierFindings, DossierLines } from './dossier/dossier-lines.tsx'
import { PackagePanel } from './dossier/package-panel.tsx'

/** 项目试点档案: what is there, what is missing and who is next; agreement of figures; the package. */
export function ProjectDossierPage() {
  const { projectId } = useParams({ from: '/$jurisdiction/$year/projects/$projectId/dossier' })
  const query = useProjectDossier(projectId)
  return (
    <div className="page">
      <QueryState query={query} lines={14}>
        {(found) => <OneDossier found={found} />}
      </QueryState>
    </div>
  )
}

function OneDossier({ found: { project, reports } }: { readonly found: ProjectDossier }) {
  const present = project.lines.filter(({ isPresent }) => isPresent).length
  const missing = project.lines.length - present
  return (
    <>
      <PageHead
        title={dossier.ofProject(project.name)}
        note={dossier.counted(present, project.lines.length)}
      />
      <p>{missing === 0 ? dossier.complete : dossier.missing(missing)}</p>
      <PackagePanel of={{ projectId: project.id }} />
      <section className="stack" aria-label={dossier.lines}>
        <h2>{dossier.lines}</h2>
        <DossierLines lines={project.lines} caption={dossier.lines} />
      </section>
      <section className="stack" aria-label={dossier.findings}>
        <h2>{dossier.findings}</h2>
        <DossierFindings findings={project.findings} />
      </section>
      <section className="stack" aria-label={dossier.numerals}>
        <h2>{dossier.numerals}</h2>
        <p className="muted">{dossier.numeralsHelp}</p>
        {reports.length === 0 ? (
          <p>{dossier.noReports}</p>
        ) : (
          <ul>
            {reports.map((report) => (
              <Traced key={report.recordId} report={report} />
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

function Traced({ report: { title, numerals, untraced } }: { readonly report: TracedReport }) {
  if (untraced.length === 0) return <li>{dossier.traced(title, numerals)}</li>
  return (
    <li>
      {dossier.untraced(title, numerals, untraced.length)}
      <ul>
        {untraced.map(({ line, numeral, text }) => (
          <li key={`${line} ${numeral} ${text}`}>{dossier.untracedLine(line, numeral, text)}</li>
        ))}
      </ul>
    </li>
  )
}
