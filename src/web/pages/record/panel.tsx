import { Link } from '@tanstack/react-router'
import { Button, Select, Tabs } from 'antd'
import { useState } from 'react'
import { getRecordKind } from '../../../domain/record-kinds.ts'
import { DocumentPreview } from '../../components/document-preview.tsx'
import { History, Opinions } from '../../components/history.tsx'
import { LedgerEntries } from '../../components/ledger-entries.tsx'
import { LongText } from '../../components/long-text.tsx'
import { Why } from '../../components/why.tsx'
import { FigureText, figureLabel } from '../../forms/figures.tsx'
import { FindingsList } from '../../forms/findings-list.tsx'
import type { Draft } from '../../forms/use-draft.ts'
import type { DocumentOffer, RecordView } from '../../shapes.ts'
import { zh } from '../../zh.ts'
import type { Compared } from '../record.tsx'
import { KnownProblems } from './known-problems.tsx'
import { ReviewComparison } from './review-comparison.tsx'
import { type Shown, Versions } from './versions.tsx'

/** Beside the sheet: findings, opinions, history, documents, and the one box for one's own opinion. */
export function RecordPanel({
  view,
  draft,
  compared,
  shown,
  opinion,
  setOpinion,
}: {
  readonly view: RecordView
  readonly draft: Draft
  readonly compared: Compared
  readonly shown: Shown
  readonly opinion: string
  readonly setOpinion: (text: string) => void
}) {
  const takesOpinion = view.availableActions.some((offer) => offer.opinion !== 'none')
  const written = view.history.filter((act) => act.opinion !== null).length
  const { workflow } = getRecordKind(view.record.kind)
  const history = view.history.map((act) => ({
    ...act,
    isReturn: workflow.actions[act.action]?.isReturn ?? false,
  }))
  const found = draft.findings.length + draft.missing.length
  const items = [
    {
      key: 'findings',
      label: counted(zh.record.tabs.findings, found),
      children: <FindingsList form={view.form} findings={draft.findings} missing={draft.missing} />,
    },
    {
      key: 'opinions',
      label: counted(zh.record.tabs.opinions, written),
      children: <Opinions items={view.history} />,
    },
    { key: 'history', label: zh.record.tabs.history, children: <History items={history} /> },
    {
      key: 'documents',
      label: zh.record.tabs.documents,
      children: (
        <>
          <Documents offers={view.documents} />
          <h3>{zh.ledger.title}</h3>
          <LedgerEntries of={{ recordId: view.record.id }} />
        </>
      ),
    },
  ]
  return (
    <aside className="panel" aria-label={zh.record.panel}>
      <Figures view={view} draft={draft} />
      <Recompute view={view} />
      <ReviewComparison view={view} />
      <KnownProblems view={view} />
      <Versions view={view} shown={shown} />
      <Comparison view={view} compared={compared} />
      <Tabs
        size="small"
        items={items}
        defaultActiveKey={takesOpinion && found === 0 && written > 0 ? 'opinions' : 'findings'}
      />
      {takesOpinion && (
        <div className="own-opinion">
          <label htmlFor="own-opinion">{zh.record.opinion}</label>
          <LongText
            id="own-opinion"
            value={opinion}
            change={setOpinion}
            max={2000}
            most={10}
            placeholder={zh.record.opinionPlaceholder}
          />
        </div>
      )}
    </aside>
  )
}

function counted(title: string, count: number): string {
  return count === 0 ? title : `${title} ${count}`
}

/** Computed figures that have no field of their own on the form, each with its reason. */
function Figures({ view, draft }: { readonly view: RecordView; readonly draft: Draft }) {
  const fields = new Set(view.form.sections.flatMap((section) => section.fields.map(({ id }) => id)))
  // Figures of rows stand in their table, figures of fields beside them.
  const own = Object.entries(draft.explanations).filter(([path]) => !path.includes('[') && !fields.has(path))
  if (own.length === 0) return null
  return (
    <dl className="figures">
      {own.map(([path, explanation]) => (
        <div key={path}>
          <dt>{figureLabel(path, explanation.title)}</dt>
          <dd>
            <FigureText text={draft.figures[path] ?? explanation.result} />
            <Why explanation={explanation} label={figureLabel(path, explanation.title)} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A published score can be computed again by whoever reads it. */
function Recompute({ view: { record, jurisdictionId, fiscalYear } }: { readonly view: RecordView }) {
  if (record.kind !== 'evaluation.self') return null
  return (
    <p>
      <Link
        to="/$jurisdiction/$year/doctor"
        params={{ jurisdiction: jurisdictionId, year: String(fiscalYear) }}
        search={{ tab: 'recompute', record: record.id }}
      >
        {zh.doctor.recompute.fromRecord}
      </Link>{' '}
      <span className="muted">{zh.doctor.recompute.fromRecordNote}</span>
    </p>
  )
}

function Comparison({ view, compared }: { readonly view: RecordView; readonly compared: Compared }) {
  if (view.frozen.length === 0) return null
  const options = [
    { value: 0, label: zh.record.compareNone },
    ...view.frozen.map(({ number, actionTitle }) => ({
      value: number,
      label: zh.record.versionLabel(number, actionTitle),
    })),
  ]
  return (
    <div className="compare">
      <label htmlFor="compare">{zh.record.compare}</label>
      <Select
        id="compare"
        size="small"
        value={compared.number}
        options={options}
        onChange={compared.choose}
      />
      {compared.content !== undefined && <span className="muted">{zh.record.changed(compared.count)}</span>}
    </div>
  )
}

function Documents({ offers }: { readonly offers: readonly DocumentOffer[] }) {
  const [shown, setShown] = useState<DocumentOffer>()
  if (offers.length === 0) return <p className="muted">{zh.file.noDocuments}</p>
  return (
    <>
      <ul className="document-list">
        {offers.map((offer) => (
          <li key={offer.document}>
            <Button type="link" size="small" onClick={() => setShown(offer)}>
              {offer.title}
            </Button>
            <p className="muted">{offer.isOfficial ? zh.documents.official : zh.documents.draft}</p>
          </li>
        ))}
      </ul>
      <DocumentPreview document={shown} close={() => setShown(undefined)} />
    </>
  )
}
