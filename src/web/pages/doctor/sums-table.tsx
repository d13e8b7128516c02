import type { DoctorReport } from '../../../domain/doctor/index.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { zh } from '../../zh.ts'
import { Compared } from './compared.tsx'

type Sum = {
  readonly title: string
  readonly printed: string | null
  readonly computed: string | null
  readonly agrees: boolean | undefined
}

/** Execution rate and score, total and grade. Figures that are neither printed nor computable are left out. */
export function SumsTable({ report }: { readonly report: DoctorReport }) {
  const titles = zh.doctor.figures
  const { execution, total, findings } = report
  /** The finding itself says whether the two disagree; it knows how far each was printed. */
  const sum = (title: string, printed: string | null, computed: string | null, code?: string): Sum => ({
    title,
    printed,
    computed,
    agrees:
      printed === null || computed === null || code === undefined
        ? undefined
        : findings.every(({ ruleId }) => ruleId !== code),
  })
  const shown = [
    sum(titles.rate, percent(execution.printedRate), percent(execution.computedRate), 'CHK-EXEC-RATE'),
    sum(titles.executionScore, execution.printedScore, execution.computedScore, 'CHK-EXEC-SCORE'),
    sum(titles.total, total.printed, total.computed),
    sum(titles.grade, null, total.grade),
  ].filter(({ printed, computed }) => printed !== null || computed !== null)
  if (shown.length === 0) return null
  const columns: readonly Column<Sum>[] = [
    { id: 'what', title: titles.what, isHeader: true, cell: (one) => one.title },
    { id: 'printed', title: titles.printed, isNumber: true, width: 120, cell: (one) => one.printed ?? '—' },
    {
      id: 'computed',
      title: titles.computed,
      isNumber: true,
      width: 180,
      cell: ({ printed, computed, agrees }) => (
        <Compared printed={printed} computed={computed} agrees={agrees} />
      ),
    },
  ]
  return <DataTable caption={titles.caption} columns={columns} rows={shown} rowKey={(one) => one.title} />
}

function percent(rate: string | null): string | null {
  return rate !== null && /^-?[\d.]+$/.test(rate) ? `${rate}%` : rate
}
