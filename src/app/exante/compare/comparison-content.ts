import { POSITIONS, unitCostText } from '../../../domain/exante/compute/index.ts'
import type { ExanteEvaluationContent } from '../../../domain/forms/contents.ts'
import { formatBp } from '../../../domain/shared/ratio.ts'
import type { LikeProject } from '../../../storage/comparison-repository.ts'
import type { ProjectRow } from '../../../storage/project-repository.ts'
import type { Context } from '../../kernel/context.ts'
import type { RecordData } from '../../records/record-data.ts'
import { compareProject, type ProjectComparison } from './project-comparison.ts'

type Comparison = Pick<
  ExanteEvaluationContent,
  'comparedOn' | 'unitCostText' | 'unitCosts' | 'overlapText' | 'overlaps'
>

const LINES_MAX = 20

/** The comparison in words, as the evaluation keeps it and the report prints it. */
export async function comparisonContent(context: Context, data: RecordData): Promise<Comparison> {
  if (!data.project) return {}
  const { outputs, overlap, hasTarget } = await compareProject(context, data, data.project)
  return {
    comparedOn: context.today,
    unitCostText: unitCostWords(outputs, hasTarget),
    unitCosts: outputs.flatMap(unitCostRow),
    overlapText: overlap.explanation.sentence,
    overlaps: overlap.overlaps.slice(0, LINES_MAX).map((one) => ({
      project: nameFor(data.project, one.other),
      likeness: formatBp(one.likeness_bp),
      reason: one.reason,
    })),
  }
}

/** Why nothing is compared, or what was said of each indicator. */
export function unitCostWords(outputs: ProjectComparison['outputs'], hasTarget: boolean): string {
  if (!hasTarget) return '项目还没有绩效目标，没有可以比较的数量指标。'
  if (outputs.length === 0) return '绩效目标中没有写明数值的数量指标，不作单位成本比较。'
  return outputs.map(({ explanation }) => explanation.sentence).join('\n')
}

function unitCostRow({ name, unit, own, count, quartiles, position }: ProjectComparison['outputs'][number]) {
  if (!own || !quartiles || !position) return []
  return [
    {
      indicator: name,
      own: unitCostText(own, unit),
      others: count,
      lower: unitCostText(quartiles.q1, unit),
      median: unitCostText(quartiles.median, unit),
      upper: unitCostText(quartiles.q3, unit),
      position: POSITIONS[position],
    },
  ]
}

/** The report goes to the unit, which may not see other units' projects: those are not named in it. */
function nameFor(own: ProjectRow | undefined, other: LikeProject): string {
  if (own?.unitId === other.unitId) return `${other.name}（${other.fiscalYear}年）`
  const whose = own?.departmentId === other.departmentId ? '本部门其他单位' : '其他部门'
  return `${whose}的项目（${other.fiscalYear}年）`
}
