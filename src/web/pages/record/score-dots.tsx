import type { ExanteEvaluationContent } from '../../../domain/forms/contents.ts'
import { formatScore } from '../../../domain/shared/score.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import type { RecordView } from '../../shapes.ts'
import { zh } from '../../zh.ts'
import { type Dimension, dimensionsOf } from './panel-dimensions.ts'

const words = zh.experts.chart
const [LEFT, RIGHT, WIDTH, ROW, RADIUS] = [112, 16, 560, 30, 5]

/** Every expert's points in every dimension, as dots along its full points; the numbers stand in the table. */
export function ScoreDots({ view }: { readonly view: RecordView }) {
  const dimensions = dimensionsOf(view.content as ExanteEvaluationContent, view.names, view.form)
  const [widest] = [...dimensions].sort((a, b) => b.gap_x100 - a.gap_x100)
  const title =
    widest === undefined || widest.gap_x100 === 0
      ? words.same
      : words.title(widest.label, formatScore(widest.gap_x100))
  return (
    <figure className="chart expert-panel">
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${ROW * dimensions.length + 22}`}
        className="score-dots"
        role="img"
        aria-label={title}
      >
        {dimensions.map((dimension, index) => (
          <DimensionRow key={dimension.code} dimension={dimension} y={ROW * index + ROW / 2} />
        ))}
        <text x={LEFT} y={ROW * dimensions.length + 14} className="score-dots-axis">
          0
        </text>
        <text x={WIDTH - RIGHT} y={ROW * dimensions.length + 14} textAnchor="end" className="score-dots-axis">
          {words.points(String((dimensions[0]?.weight_x100 ?? 0) / 100))}
        </text>
      </svg>
      <p className="muted">{words.legend}</p>
      <details>
        <summary>{words.table}</summary>
        <DataTable
          caption={words.table}
          columns={columnsFor(dimensions)}
          rows={dimensions}
          rowKey={({ code }) => code}
        />
      </details>
    </figure>
  )
}

function DimensionRow({ dimension, y }: { readonly dimension: Dimension; readonly y: number }) {
  const { label, weight_x100, mean_x100, marks } = dimension
  const at = (score_x100: number) =>
    LEFT + (weight_x100 === 0 ? 0 : (score_x100 / weight_x100) * (WIDTH - LEFT - RIGHT))
  return (
    <g>
      <text x={LEFT - 10} y={y + 4} textAnchor="end" className="score-dots-label">
        {label}
      </text>
      <line x1={LEFT} x2={WIDTH - RIGHT} y1={y} y2={y} className="score-dots-line" />
      <line x1={at(mean_x100)} x2={at(mean_x100)} y1={y - 10} y2={y + 10} className="score-dots-mean" />
      {marks.map(({ name, score_x100, isOutlier, level }) => (
        <circle
          key={name}
          cx={at(score_x100)}
          cy={y - level * 4}
          r={RADIUS}
          className={isOutlier ? 'score-dots-far' : 'score-dots-dot'}
        >
          <title>{`${name} ${words.points(formatScore(score_x100))}`}</title>
        </circle>
      ))}
    </g>
  )
}

function columnsFor(dimensions: readonly Dimension[]): readonly Column<Dimension>[] {
  const people = dimensions[0]?.marks.map(({ name }) => name) ?? []
  return [
    { id: 'dimension', title: words.dimension, isHeader: true, width: 130, cell: ({ label }) => label },
    ...people.map(
      (name): Column<Dimension> => ({
        ...{ id: name, title: name, isNumber: true },
        cell: ({ marks }) => {
          const mark = marks.find((one) => one.name === name)
          if (mark === undefined) return ''
          return mark.isOutlier
            ? `${formatScore(mark.score_x100)}（${words.outlier}）`
            : formatScore(mark.score_x100)
        },
      }),
    ),
    { id: 'mean', title: words.mean, isNumber: true, cell: ({ mean_x100 }) => formatScore(mean_x100) },
  ]
}
