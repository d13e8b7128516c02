import { EVA_003, EVA_004 } from '../../domain/evaluation/compute/index.ts'
import { found, foundIf } from '../../domain/shared/check.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import type { RecordData } from '../records/record-data.ts'
import type { SelfFigures } from './self-figures.ts'

/** What keeps a self-evaluation from being handed in, and what it is advised of. */
export function selfFindings(_data: RecordData, { rows, whole }: SelfFigures): Finding[] {
  const open = rows.flatMap((row, index) =>
    row.problem === null
      ? []
      : [
          found(
            EVA_003,
            `第 ${index + 1} 行${row.problem}。`,
            { section: 'scores', field: 'scores', row: index },
            'error',
          ),
        ],
  )
  const hasTooMuch = (whole?.total_x100 ?? 0) > 100_00
  return [
    ...open,
    ...foundIf(
      hasTooMuch,
      EVA_004,
      '各项得分合计超过100分,请核对指标分值和得分。',
      { section: 'scores' },
      'error',
    ),
  ]
}
