import { exitList } from '../../../domain/results/index.ts'
import type { UseCase } from '../../kernel/use-case.ts'
import { defineBegin } from '../../records/begin-record.ts'
import type { StageModule } from '../../records/stage-module.ts'
import { exitActs, exitBehaviour } from './exit-behaviour.ts'
import { listExits } from './list-exits.ts'

export { listExits }

/** 到期退出清单: the kind and its list. */
export const exitModule: StageModule = {
  behaviours: [exitBehaviour],
  begins: [defineBegin(exitList, exitBehaviour)],
  acts: exitActs,
  others: [listExits] as unknown as readonly UseCase[],
}
