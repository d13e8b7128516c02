import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { type DoctorTable, examineTable } from '../../../domain/doctor/index.ts'
import type { ParameterReader } from '../../../domain/rules/parameter-values.ts'
import { QueryState } from '../../components/query-state.tsx'
import { usePlace } from '../../session.tsx'
import { zh } from '../../zh.ts'
import { FigureField } from './figure-field.tsx'
import { FigureRows } from './figure-rows.tsx'
import { figuresOf, NO_FIGURES, type PublishedFigures, type RowField, tableOf } from './published-figures.ts'
import { RowsTable } from './rows-table.tsx'
import { SumsTable } from './sums-table.tsx'
import { rulesDay, useRuleReader } from './use-rule-reader.ts'

const words = zh.doctor.recompute
const FIGURES = [
  ['budget', words.budget],
  ['executed', words.executed],
  ['executionWeight', words.executionWeight],
  ['printedRate', words.printedRate],
  ['printedScore', words.printedScore],
  ['printedTotal', words.printedTotal],
] as const

/** 自己算一遍: published figures in, every score out with its reason, computed in the browser as one types. */
export function RecomputePanel({ given }: { readonly given: DoctorTable | undefined }) {
  const { year } = usePlace()
  const { query, reader } = useRuleReader(rulesDay(given?.year ?? Number(year), ''))
  const [figures, setFigures] = useState(given ? figuresOf(given) : NO_FIGURES)
  return (
    <>
      <p>{words.intro}</p>
      <div className="doctor-figures">
        {FIGURES.map(([field, label]) => (
          <FigureField
            key={field}
            id={`figure-${field}`}
            label={label}
            value={figures[field]}
            onChange={(value) => setFigures({ ...figures, [field]: value })}
          />
        ))}
        <Button size="small" onClick={() => setFigures(NO_FIGURES)}>
          {words.clear}
        </Button>
      </div>
      <FigureRows
        rows={figures.rows}
        onChange={(rows) => setFigures({ ...figures, rows })}
        onCell={(index, field, value) => setFigures(withCell(figures, index, field, value))}
      />
      <QueryState query={query} lines={6}>
        {() => reader && <Result figures={figures} given={given} reader={reader} />}
      </QueryState>
    </>
  )
}

function withCell(
  figures: PublishedFigures,
  index: number,
  field: RowField,
  value: string,
): PublishedFigures {
  const rows = figures.rows.map((row, at) => (at === index ? { ...row, [field]: value } : row))
  return { ...figures, rows }
}

function Result({
  figures,
  given,
  reader,
}: {
  readonly figures: PublishedFigures
  readonly given: DoctorTable | undefined
  readonly reader: ParameterReader
}) {
  const table = useMemo(() => tableOf(figures, given), [figures, given])
  const report = useMemo(() => examineTable(table, reader), [table, reader])
  const hasScores = report.rows.some(({ computedScore }) => computedScore !== null)
  return (
    <section aria-live="polite" className="doctor-result">
      <SumsTable report={report} />
      {hasScores ? (
        <RowsTable table={table} report={report} reader={reader} marked={undefined} />
      ) : (
        <p className="muted">{words.cannot}</p>
      )}
    </section>
  )
}
