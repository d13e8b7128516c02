import { checkRubric } from '../../../domain/exante/checks/index.ts'
import { exanteRubric } from '../../../domain/exante/index.ts'
import type { ExanteRubricContent } from '../../../domain/forms/contents.ts'
import { defineAct } from '../../records/act.ts'
import { NOTHING_TO_SAY, type RecordBehaviour } from '../../records/behaviour.ts'
import type { RecordData } from '../../records/record-data.ts'

const gate = async (_context: unknown, { content }: RecordData) => checkRubric(content as ExanteRubricContent)

/** 提出、审定、退回、撤回: what is approved is looked up when scoring opens; nothing else follows. */
export const rubricActs = [
  defineAct(exanteRubric, 'propose', { gate }),
  defineAct(exanteRubric, 'approve', { gate }),
  defineAct(exanteRubric, 'return'),
  defineAct(exanteRubric, 'withdraw'),
]

export const exanteRubricBehaviour: RecordBehaviour = {
  kind: exanteRubric.kind,
  assess: async (_context, { record, content }) => {
    const isOver = exanteRubric.workflow.states[record.state]?.isFinal ?? false
    return isOver
      ? NOTHING_TO_SAY
      : { ...NOTHING_TO_SAY, findings: checkRubric(content as ExanteRubricContent) }
  },
}
