import { ROLES } from '../../domain/org/roles.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { targetSheet } from '../../domain/targets/index.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct } from '../records/act.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { declarationFindings } from './assess-sheet.ts'

/** 初审通过: by the office the place has chosen for it (主管部门 or 财政业务股). */
export const reviewTarget = defineAct(targetSheet, 'review', {
  gate: async (context, data) => {
    requireFirstReviewer(context, data)
    return declarationFindings(context, data)
  },
})

/** @throws DomainError NOT_PERMITTED when another office does the first review here */
function requireFirstReviewer(context: Context, data: RecordData): void {
  const { by } = rulesOf(context, data).value('targets.first_review').value
  if (by === 'both' || by === context.actor.role) return
  throw new DomainError(
    'NOT_PERMITTED',
    `本地区绩效目标由${ROLES[by]}初审，请由${ROLES[by]}办理；如需调整，请修改规则“绩效目标初审单位”。`,
    { action: 'review', by },
  )
}
