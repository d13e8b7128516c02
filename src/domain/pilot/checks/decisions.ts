import type { PilotMeetingContent } from '../../forms/contents.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** PIL-126 议定事项: what is given to a department says until when, and the meeting has taken place. */
export const PIL_126: RuleHeader = {
  id: 'PIL-126',
  name: '会议议定事项',
  stage: 'pilot',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '四、（二）'),
  standing: 'proposal',
}

/** @param given.departments ids of the departments of the place: nobody else is given a task by its meeting */
export function checkDecisions(
  { heldOn, decisions }: PilotMeetingContent,
  given: { readonly today: string; readonly departments: readonly string[] },
): Finding[] {
  const { today, departments } = given
  const where = { section: 'minutes', field: 'decisions' }
  return [
    ...foundIf((heldOn ?? '') > today, PIL_126, '会议还没有召开，不能形成纪要，请核对会议日期。', {
      section: 'meeting',
      field: 'heldOn',
    }),
    ...(decisions ?? []).flatMap(({ department, dueOn }, row) => [
      ...foundIf(
        Boolean(department) !== Boolean(dueOn),
        PIL_126,
        `第${row + 1}项议定事项的承办部门和期限要一起填写，请补充。`,
        { ...where, row, column: department ? 'dueOn' : 'department' },
      ),
      ...foundIf(
        Boolean(department) && !departments.includes(department ?? ''),
        PIL_126,
        `第${row + 1}项议定事项的承办部门不是本地区的主管部门，请重新选择。`,
        { ...where, row, column: 'department' },
      ),
      ...foundIf(
        Boolean(dueOn) && (dueOn ?? '') < (heldOn ?? ''),
        PIL_126,
        `第${row + 1}项议定事项的期限早于会议日期，请核对。`,
        { ...where, row, column: 'dueOn' },
      ),
    ]),
  ]
}
