import { Link } from '@tanstack/react-router'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { Light } from '../../components/light.tsx'
import { usePlace } from '../../session.tsx'
import type { DossierFinding, DossierLine } from '../../shapes-dossier.ts'
import { dossier } from '../../zh-dossier.ts'

/** The checklist: green or red, each line leading to its record. */
export function DossierLines({
  lines,
  caption,
}: {
  readonly lines: readonly DossierLine[]
  readonly caption: string
}) {
  const columns: readonly Column<DossierLine>[] = [
    {
      id: 'item',
      title: dossier.columns.item,
      isHeader: true,
      width: '32%',
      cell: ({ item, recordId }) => <RecordLink recordId={recordId}>{item}</RecordLink>,
    },
    {
      id: 'state',
      title: dossier.columns.state,
      width: 110,
      cell: ({ isPresent }) => (
        <>
          <Light value={isPresent ? 'green' : 'red'} isShort /> {isPresent ? dossier.present : dossier.absent}
        </>
      ),
    },
    { id: 'note', title: dossier.columns.note, cell: ({ note }) => note },
  ]
  return <DataTable caption={caption} columns={columns} rows={lines} rowKey={({ itemCode }) => itemCode} />
}

/** What does not agree, the gravest first. */
export function DossierFindings({ findings }: { readonly findings: readonly DossierFinding[] }) {
  if (findings.length === 0)
    return (
      <>
        <p>{dossier.noFindings}</p>
        <p className="muted">{dossier.findingsHelp}</p>
      </>
    )
  const columns: readonly Column<DossierFinding>[] = [
    {
      id: 'rule',
      title: dossier.findingColumns.rule,
      isHeader: true,
      width: '22%',
      cell: ({ name, ruleId, severity }) => (
        <>
          <Light value={severity === 'error' ? 'red' : 'yellow'} isShort /> {name}
          <span className="muted"> {ruleId}</span>
        </>
      ),
    },
    { id: 'message', title: dossier.findingColumns.message, cell: ({ message }) => message },
    {
      id: 'open',
      title: dossier.findingColumns.open,
      width: 90,
      cell: ({ recordId }) => recordId && <RecordLink recordId={recordId}>{dossier.open}</RecordLink>,
    },
  ]
  return (
    <>
      <DataTable
        caption={dossier.findings}
        columns={columns}
        rows={findings}
        rowKey={({ ruleId, message }) => `${ruleId} ${message}`}
      />
      <p className="muted">{dossier.findingsHelp}</p>
    </>
  )
}

function RecordLink({ recordId, children }: { readonly recordId: string | null; readonly children: string }) {
  const place = usePlace()
  if (recordId === null) return <>{children}</>
  return (
    <Link to="/$jurisdiction/$year/records/$recordId" params={{ ...place, recordId }}>
      {children}
    </Link>
  )
}
