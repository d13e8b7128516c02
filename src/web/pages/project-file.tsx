import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { lazy, Suspense, useMemo } from 'react'
import { statusTitle } from '../../domain/project/status.ts'
import { STAGES } from '../../domain/workflow/record-kind.ts'
import { History } from '../components/history.tsx'
import { LedgerEntries } from '../components/ledger-entries.tsx'
import { GradeMark, Light } from '../components/light.tsx'
import { PilotMark } from '../components/marks.tsx'
import { Money } from '../components/money.tsx'
import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { RoundNotice } from '../components/round-notice.tsx'
import { Timeline } from '../components/timeline.tsx'
import { useProjectFile } from '../queries.ts'
import { useMe } from '../session.tsx'
import type { ProjectFile } from '../shapes.ts'
import { zh } from '../zh.ts'
import { dossier } from '../zh-dossier.ts'
import { ProjectDocuments } from './project/documents.tsx'
import { EvaluationDuty } from './project/evaluation-duty.tsx'
import { ProjectEntry } from './project/entry.tsx'
import { latestExecution } from './project/execution.ts'
import { type PresentedFile, presentFile } from './project/present-file.ts'
import { StageRecords } from './project/stage-records.tsx'

/** Charts are fetched only where there are some. */
const OutlookPanel = lazy(async () => ({
  default: (await import('../components/outlook/outlook-panel.tsx')).OutlookPanel,
}))

const ProjectRectification = lazy(async () => ({
  default: (await import('./project/project-rectification.tsx')).ProjectRectification,
}))

/** 一项目一档案. */
export function ProjectFilePage() {
  const { jurisdiction, projectId } = useParams({ from: '/$jurisdiction/$year/projects/$projectId' })
  const query = useProjectFile(jurisdiction, projectId)
  return (
    <div className="page">
      <QueryState query={query} lines={12}>
        {(file) => <OneFile file={file} />}
      </QueryState>
    </div>
  )
}

function OneFile({ file }: { readonly file: ProjectFile }) {
  const { post, today } = useMe()
  const { tab } = useSearch({ from: '/$jurisdiction/$year/projects/$projectId' })
  const navigate = useNavigate({ from: '/$jurisdiction/$year/projects/$projectId' })
  const shown = useMemo(() => presentFile(file, { role: post.role, today }), [file, post.role, today])
  const current = tab ?? runningStage(shown)
  const choose = (stage: string) => void navigate({ search: { tab: stage }, replace: true })
  return (
    <>
      <PageHead
        title={file.project.name}
        mark={<PilotMark isPilot={file.project.isPilot} />}
        note={`${file.project.unitName} · ${file.project.code}`}
      >
        {file.project.isPilot && (
          <Link
            to="/$jurisdiction/$year/projects/$projectId/dossier"
            params={{
              jurisdiction: file.project.jurisdictionId,
              year: String(file.project.fiscalYear),
              projectId: file.project.id,
            }}
          >
            {dossier.link}
          </Link>
        )}
        <RoundNotice
          place={{ jurisdiction: file.project.jurisdictionId, year: String(file.project.fiscalYear) }}
          isLinked
        />
      </PageHead>
      <Facts file={file} shown={shown} />
      <Timeline stages={shown.timeline} current={current} choose={choose} />
      <div className="file-body">
        <div className="file-main">
          <StageTabs file={file} shown={shown} current={current} choose={choose} />
        </div>
        <aside className="rail">
          <section>
            <h2>{zh.file.documents}</h2>
            <ProjectDocuments projectId={file.project.id} />
          </section>
          <section>
            <h2>{zh.ledger.title}</h2>
            <LedgerEntries of={{ projectId: file.project.id }} />
          </section>
          <section>
            <h2>{zh.file.history}</h2>
            <History items={shown.history} />
          </section>
        </aside>
      </div>
    </>
  )
}

/** The stage to open first: the one under way, else the last one that has anything. */
function runningStage({ timeline, records }: PresentedFile): string {
  const open = timeline.find(({ state }) => state === 'underway' || state === 'overdue')
  if (open !== undefined) return open.stage
  const last = timeline.filter(({ state }) => state !== 'notStarted').pop()
  return last?.stage ?? records[0]?.stage ?? 'entry'
}

function StageTabs({
  file,
  shown,
  current,
  choose,
}: {
  readonly file: ProjectFile
  readonly shown: PresentedFile
  readonly current: string
  readonly choose: (stage: string) => void
}) {
  const stages = Object.entries(STAGES).map(([stage, title]) => {
    const records = shown.records.filter((record) => record.stage === stage)
    const beginnable = shown.beginnable.filter((one) => one.stage === stage)
    const label = records.length === 0 ? title : `${title} ${records.length}`
    return {
      key: stage,
      label,
      children: (
        <>
          {stage === 'exante' && <EvaluationDuty file={file} />}
          <StageRecords records={records} beginnable={beginnable} projectId={file.project.id} />
          {stage === 'results' && records.length > 0 && (
            <Suspense fallback={null}>
              <ProjectRectification project={file.project} />
            </Suspense>
          )}
          {stage === 'monitoring' && records.length > 0 && (
            <Suspense fallback={null}>
              <OutlookPanel projectId={file.project.id} />
            </Suspense>
          )}
        </>
      ),
    }
  })
  const entry = { key: 'entry', label: zh.file.entry, children: <ProjectEntry file={file} /> }
  return (
    <Tabs size="small" activeKey={current} onChange={choose} items={[entry, ...stages]} destroyOnHidden />
  )
}

function Facts({ file, shown }: { readonly file: ProjectFile; readonly shown: PresentedFile }) {
  const { project } = file
  const { month, paid_fen, rate } = latestExecution(file.execution)
  const hands = [
    ...new Set(shown.records.filter(({ isFinal }) => !isFinal).flatMap((record) => record.hands)),
  ]
  const facts = [
    [zh.file.budget, <Money key="b" fen={project.budget_fen} withUnit />],
    [zh.file.executed(month), <Money key="e" fen={paid_fen} withUnit />],
    [
      zh.file.rate,
      <span key="r" className="number">
        {rate ?? '—'}
      </span>,
    ],
    [zh.file.light, <Light key="l" value={project.light} />],
    [zh.file.grade, <GradeMark key="g" value={project.grade} />],
    [zh.file.status, statusTitle(project.status)],
    [zh.file.department, project.departmentName],
    [zh.file.holder, hands.length === 0 ? '—' : hands.join('、')],
  ] as const
  return (
    <dl className="fact-strip">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
