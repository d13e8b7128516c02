import { Link } from '@tanstack/react-router'
import type { TargetsSheetContent } from '../../../domain/forms/contents.ts'
import { levelTitles } from '../../../domain/indicators/index.ts'
import { DataTable } from '../../components/data-table.tsx'
import { Money } from '../../components/money.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { FindingsList } from '../../forms/findings-list.tsx'
import { formatHundredths } from '../../../domain/forms/cell-text.ts'
import { useRecord } from '../../queries.ts'
import { usePlace } from '../../session.tsx'
import type { RecordView } from '../../shapes.ts'
import type { QueueItem } from '../../shapes-targets.ts'
import { zh } from '../../zh.ts'
import { useLiveFindings } from '../record/use-live-findings.ts'

const words = zh.targets.review

/** The sheet under the cursor, as short as can be: money, goal, indicators, what the checks say. */
export function QueuePreview({ item }: { readonly item: QueueItem }) {
  const query = useRecord(item.recordId)
  const { year } = usePlace()
  const params = { jurisdiction: item.jurisdictionId, year, recordId: item.recordId }
  return (
    <aside className="panel review-preview" aria-label={words.preview}>
      <h2>
        {item.name}{' '}
        <Link to="/$jurisdiction/$year/records/$recordId" params={params}>
          {words.open}
        </Link>
      </h2>
      <QueryState query={query} lines={8}>
        {(view) => <Sheet view={view} />}
      </QueryState>
    </aside>
  )
}

function Sheet({ view }: { readonly view: RecordView }) {
  const content = view.content as TargetsSheetContent
  const live = useLiveFindings(view, view.content)
  const rows = (content.indicators ?? []).map((row, index) => ({ ...row, key: row.id ?? String(index) }))
  return (
    <div className="stack">
      <p>
        {words.total} <Money fen={content.total_fen} withUnit />
        {content.fiscal_fen != null && (
          <>
            ，{words.fiscal} <Money fen={content.fiscal_fen} withUnit />
          </>
        )}
      </p>
      <p className="review-goal">{content.annualGoal}</p>
      <DataTable
        caption={words.indicators}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            id: 'level',
            title: words.columns.level,
            width: 96,
            cell: ({ level1, level2 }) => levelTitles(level1 ?? '', level2 ?? '')[1],
          },
          { id: 'name', title: words.columns.indicator, isHeader: true, cell: ({ name }) => name },
          { id: 'value', title: words.columns.value, width: 110, cell: targetValue },
          {
            id: 'weight',
            title: words.columns.weight,
            width: 56,
            isNumber: true,
            cell: ({ weight_x100 }) => (weight_x100 == null ? '' : formatHundredths(weight_x100)),
          },
        ]}
      />
      <h3>{words.findings}</h3>
      <FindingsList form={view.form} findings={[...view.findings, ...live]} missing={[]} />
    </div>
  )
}

const SIGNS = { ge: '≥', le: '≤', eq: '=', gt: '>', lt: '<', range: '' } as const

function targetValue(row: NonNullable<TargetsSheetContent['indicators']>[number]): string {
  if (row.valueText) return row.valueText
  if (!row.value) return row.dateValue ?? ''
  const upper = row.operator === 'range' && row.upper ? `—${row.upper}` : ''
  return `${row.operator ? SIGNS[row.operator] : ''}${row.value}${upper}${row.unit ?? ''}`
}
