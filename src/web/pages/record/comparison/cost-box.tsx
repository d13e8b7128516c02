import type { ComparedCost, Cost } from '../../../shapes-comparison.ts'
import { zh } from '../../../zh.ts'

const words = zh.exante.comparison
const [WIDTH, HEIGHT, SIDE, MIDDLE, HALF] = [560, 74, 70, 32, 12]

/** What a box is drawn from. */
export type BoxedCost = Pick<ComparedCost, 'name' | 'own' | 'q1' | 'median' | 'q3'>

/** The middle half of the others as a box, its median as a line, this project as a diamond. */
export function CostBox({ compared }: { readonly compared: BoxedCost }) {
  const { name, own, q1, median, q3 } = compared
  if (!own || !q1 || !median || !q3) return null
  const low = Math.min(own.yuan, q1.yuan)
  const span = Math.max(own.yuan, q3.yuan) - low
  const at = ({ yuan }: Cost) => SIDE + (span === 0 ? 0.5 : (yuan - low) / span) * (WIDTH - 2 * SIDE)
  const label = words.boxLabel(name, own.text, q1.text, median.text, q3.text)
  return (
    <figure className="chart">
      <figcaption>{words.box(name)}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="cost-box" role="img" aria-label={label}>
        <line x1={SIDE / 2} x2={WIDTH - SIDE / 2} y1={MIDDLE} y2={MIDDLE} className="cost-box-line" />
        <rect
          x={at(q1)}
          y={MIDDLE - HALF}
          width={Math.max(at(q3) - at(q1), 1)}
          height={2 * HALF}
          className="cost-box-box"
        />
        <line
          x1={at(median)}
          x2={at(median)}
          y1={MIDDLE - HALF}
          y2={MIDDLE + HALF}
          className="cost-box-median"
        />
        <path d={`M${at(own)} ${MIDDLE - 8} l8 8 l-8 8 l-8 -8 z`} className="cost-box-own" />
        <text x={at(own)} y={MIDDLE - HALF - 6} textAnchor="middle" className="cost-box-text">
          {words.ownMark(own.text)}
        </text>
        <text x={at(median)} y={MIDDLE + HALF + 18} textAnchor="middle" className="cost-box-text">
          {words.medianMark(median.text)}
        </text>
      </svg>
    </figure>
  )
}
