import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import type { Content } from '../../domain/forms/form.ts'
import { exanteRubric } from '../../domain/exante/index.ts'
import { OFFLINE_KINDS } from '../../domain/offline/offline-kinds.ts'
import { DateText, Money } from '../components/money.tsx'
import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { differencesOf } from '../forms/difference.ts'
import { RecordForm } from '../forms/record-form.tsx'
import { SectionList } from '../forms/section-list.tsx'
import { useDraft } from '../forms/use-draft.ts'
import { useIndicatorAssist } from '../forms/use-indicator-assist.ts'
import { useRecord } from '../queries.ts'
import { usePlace } from '../session.tsx'
import type { RecordView } from '../shapes.ts'
import { zh } from '../zh.ts'
import { ActionBar } from './record/action-bar.tsx'
import { ConflictDialog } from './record/conflict-dialog.tsx'
import { AcceptanceFile } from './record/acceptance-file.tsx'
import { ExpertPanel } from './record/expert-panel.tsx'
import { RecordPanel } from './record/panel.tsx'
import { withPresentHands } from './record/present-hands.ts'
import type { Shown } from './record/versions.tsx'
import { useCatalogue } from './record/use-catalogue.ts'
import { useKeptText } from './record/use-kept-text.ts'
import { useBelow } from './record/use-below.tsx'
import { useActs } from './record/use-acts.ts'
import { useLiveFindings } from './record/use-live-findings.ts'

/** One record: form for whoever fills it in, review for whoever decides, file for everyone else. */
export function RecordPage() {
  const { recordId } = useParams({ from: '/$jurisdiction/$year/records/$recordId' })
  const query = useRecord(recordId)
  return (
    <div className="page page-record">
      <QueryState query={query} lines={14}>
        {(view) => <OneRecord key={`${view.record.id}-${view.record.version}`} view={view} />}
      </QueryState>
    </div>
  )
}

function OneRecord({ view: given }: { readonly view: RecordView }) {
  const typed = useDraft(given)
  const view = withPresentHands(given, typed.content)
  const live = useLiveFindings(view, typed.content)
  const draft = { ...typed, findings: [...typed.findings, ...live] }
  const [opinion, setOpinion] = useKeptText(`opinion.${view.record.id}`)
  const acts = useActs(view, draft, { opinion, setOpinion })
  const shown = useShown(view)
  const content = shown.content ?? draft.content
  const compared = useCompared(view, content)
  const canWrite = view.editableSections.length > 0 && shown.content === undefined
  const catalogue = useCatalogue(view)
  const assist = useIndicatorAssist(view, catalogue.hasCostLevel)
  const below = useBelow(view, content)
  return (
    <>
      <RecordHead view={view} />
      <div className="form-layout">
        <SectionList form={view.form} content={draft.content} findings={draft.findings} />
        <div className="form-middle">
          {shown.content !== undefined && (
            <p className="version-note" role="status">
              {zh.record.versions.frozen(shown.number)}{' '}
              <Button type="link" size="small" onClick={() => shown.choose(0)}>
                {zh.record.versions.back}
              </Button>
            </p>
          )}
          <ExpertPanel view={view} />
          <AcceptanceFile view={view} />
          <RecordForm
            form={catalogue.form}
            owner={{
              projectId: view.project?.id ?? null,
              recordId: view.record.id,
              jurisdictionId: view.jurisdictionId,
            }}
            content={content}
            assessment={shown.content === undefined ? draft : NOTHING_SAID}
            names={view.names}
            attachments={view.attachments}
            openSections={canWrite ? view.editableSections : []}
            compareWith={compared.content}
            assist={assist}
            below={below}
            {...(canWrite ? { change: draft.change } : {})}
          />
          <ActionBar view={view} status={canWrite ? draft.status : undefined} acts={acts} />
        </div>
        <RecordPanel
          view={view}
          draft={draft}
          compared={compared}
          shown={shown}
          opinion={opinion}
          setOpinion={setOpinion}
        />
      </div>
      {draft.status.kind === 'conflict' && (
        <ConflictDialog
          form={view.form}
          conflict={draft.status.conflict}
          names={view.names}
          resolve={draft.resolve}
        />
      )}
    </>
  )
}

/** Findings and figures are about the present content, not about a version of the past. */
const NOTHING_SAID = { findings: [], explanations: {}, figures: {} }

/** Which version is on the screen; nothing while it is the present content. */
function useShown(view: RecordView): Shown & { readonly content: Content | undefined } {
  const { version } = useSearch({ from: '/$jurisdiction/$year/records/$recordId' })
  const navigate = useNavigate({ from: '/$jurisdiction/$year/records/$recordId' })
  const frozen = view.frozen.find(({ number }) => number === version)
  const choose = (number: number) =>
    void navigate({ search: number === 0 ? {} : { version: number, compare: 0 }, replace: true })
  return { number: frozen?.number ?? 0, content: frozen?.content, choose }
}

export type Compared = {
  readonly number: number
  readonly content: Content | undefined
  readonly count: number
  readonly choose: (number: number) => void
}

/** Against which frozen version the sheet is read; a reader begins with the latest that differs. */
function useCompared(view: RecordView, content: Content): Compared {
  const { compare } = useSearch({ from: '/$jurisdiction/$year/records/$recordId' })
  const navigate = useNavigate({ from: '/$jurisdiction/$year/records/$recordId' })
  const latest = view.frozen[view.frozen.length - 1]
  const isReader = view.editableSections.length === 0 && !view.record.isFinal
  const number = compare ?? (isReader ? latest?.number : undefined) ?? 0
  const version = view.frozen.find((frozen) => frozen.number === number)
  const count = useMemo(
    () => (version === undefined ? 0 : differencesOf(view.form, version.content, content).length),
    [view.form, version, content],
  )
  const choose = (chosen: number) =>
    void navigate({ search: (before) => ({ ...before, compare: chosen }), replace: true })
  return { number, content: version?.content, count, choose }
}

function RecordHead({ view }: { readonly view: RecordView }) {
  const { record, project } = view
  const place = usePlace()
  const hands = record.isFinal ? [] : record.hands
  return (
    <PageHead
      title={record.title}
      mark={
        <span className={record.isFinal ? 'state-mark is-final' : 'state-mark'}>{record.stateTitle}</span>
      }
    >
      <dl className="record-facts">
        {project !== null && (
          <div>
            <dt>{zh.record.project}</dt>
            <dd>
              <Link
                to="/$jurisdiction/$year/projects/$projectId"
                params={{ ...place, jurisdiction: view.jurisdictionId, projectId: project.id }}
              >
                {project.name}
              </Link>
            </dd>
          </div>
        )}
        {project !== null && (
          <div>
            <dt>{zh.file.budget}</dt>
            <dd>
              <Money fen={project.budget_fen} withUnit />
            </dd>
          </div>
        )}
        {hands.length > 0 && (
          <div>
            <dt>{zh.file.holder}</dt>
            <dd>{hands.join('、')}</dd>
          </div>
        )}
        {record.dueOn !== null && !record.isFinal && (
          <div>
            <dt>{zh.file.columns.due}</dt>
            <dd>
              <DateText value={record.dueOn} />
            </dd>
          </div>
        )}
      </dl>
      {(OFFLINE_KINDS.includes(record.kind) || record.kind === exanteRubric.kind) && (
        <Link
          to="/$jurisdiction/$year/records/$recordId/workbook"
          params={{ ...place, jurisdiction: view.jurisdictionId, recordId: record.id }}
        >
          {record.kind === exanteRubric.kind ? zh.exante.rubricTable.link : zh.offline.link}
        </Link>
      )}
    </PageHead>
  )
}
