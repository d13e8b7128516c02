import type { UseCase } from '../kernel/use-case.ts'
import type { StageModule } from '../records/stage-module.ts'
import { beginBlueprintUse, loadBlueprint } from './begin-use.ts'
import { beginBlueprint, blueprintActs } from './blueprint-acts.ts'
import { blueprintBehaviour } from './blueprint-behaviour.ts'
import { exportBlueprint, listBlueprints, printBlueprint } from './packs.ts'
import { blueprintUseActs } from './use-acts.ts'
import { blueprintUseBehaviour } from './use-behaviour.ts'

export { exportBlueprint, listBlueprints, loadBlueprint, printBlueprint }
export { checkPackText } from './check-pack.ts'

/** 规范管理蓝本: composed and published by the region, taken over by places. */
export const blueprintModule: StageModule = {
  behaviours: [blueprintBehaviour, blueprintUseBehaviour],
  begins: [beginBlueprint, beginBlueprintUse],
  acts: [...blueprintActs, ...blueprintUseActs],
  others: [listBlueprints, exportBlueprint, printBlueprint, loadBlueprint] as unknown as readonly UseCase[],
}
