import { Button } from 'antd'
import type { ReportFinding } from '../../../../domain/evaluation/report/report.ts'
import { type Column, DataTable } from '../../../components/data-table.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { useReportCheck } from '../../../queries.ts'
import type { ExaminedReport, ReportCheck } from '../../../shapes-evaluation.ts'
import { zh } from '../../../zh.ts'

const words = zh.evaluation.report

/** Below the conclusion of a finance evaluation: the report files examined when somebody asks. */
export function ReportPanel({ recordId }: { readonly recordId: string }) {
  const query = useReportCheck(recordId)
  return (
    <section className="comparison" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className="muted">{words.note}</p>
      <Button loading={query.isFetching} onClick={() => void query.refetch()}>
        {query.isFetching ? words.checking : words.start}
      </Button>
      <div aria-live="polite">
        {query.isError && <ErrorState error={query.error} retry={() => void query.refetch()} />}
        {query.data && !query.isFetching && <Checked check={query.data} />}
      </div>
    </section>
  )
}

function Checked({ check: { reports, compared } }: { readonly check: ReportCheck }) {
  if (reports.length === 0) return <p>{words.none}</p>
  return (
    <>
      {reports.map((report) => (
        <Report key={report.attachmentId} report={report} />
      ))}
      {compared > 0 && <p className="muted">{words.compared(compared)}</p>}
    </>
  )
}

function Report({ report: { name, unreadable, findings } }: { readonly report: ExaminedReport }) {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const title = words.count(name, errors, findings.length - errors)
  return (
    <>
      <h4>{unreadable === null ? title : name}</h4>
      {unreadable !== null && <p>{unreadable}</p>}
      {unreadable === null && findings.length === 0 && <p>{words.clean}</p>}
      {findings.length > 0 && (
        <DataTable
          caption={title}
          columns={COLUMNS}
          rows={findings}
          rowKey={({ ruleId, place, message }) => `${ruleId} ${place} ${message}`}
        />
      )}
    </>
  )
}

const COLUMNS: readonly Column<ReportFinding>[] = [
  {
    id: 'severity',
    title: words.columns.severity,
    width: 64,
    cell: ({ severity }) => words.severities[severity] ?? severity,
  },
  { id: 'place', title: words.columns.place, width: 190, isHeader: true, cell: ({ place }) => place },
  { id: 'message', title: words.columns.message, cell: ({ message }) => message },
  { id: 'excerpt', title: words.columns.excerpt, width: 220, cell: ({ excerpt }) => excerpt ?? '—' },
]
