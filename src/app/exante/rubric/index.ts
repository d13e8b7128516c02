import type { UseCase } from '../../kernel/use-case.ts'
import type { StageModule } from '../../records/stage-module.ts'
import { beginRubric } from './begin-rubric.ts'
import { listRubrics } from './list-rubrics.ts'
import { exportRubricTable, loadRubricTable } from './rubric-table.ts'
import { exanteRubricBehaviour, rubricActs } from './rubric-acts.ts'

export { exanteRubricBehaviour, exportRubricTable, listRubrics, loadRubricTable }
export { rubricAt } from './rubric-at.ts'

/** 评分指标体系: its versions of a place. */
export const rubricModule: StageModule = {
  behaviours: [exanteRubricBehaviour],
  begins: [beginRubric],
  acts: rubricActs,
  others: [listRubrics, exportRubricTable, loadRubricTable] as unknown as readonly UseCase[],
}
