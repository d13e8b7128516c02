import type { ParameterReader } from '../../rules/parameter-values.ts'
import { formatDate } from '../../shared/dates.ts'
import { daysLate } from '../../shared/deadline.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const PIL_004: RuleHeader = {
  id: 'PIL-004',
  name: '试点阶段进度',
  stage: 'pilot',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '二（三）'),
  parameters: ['pilot.stage_deadlines', 'pilot.period'],
}

export type ScheduleState = 'early' | 'open' | 'done' | 'late'

/** PIL-004: where a stage stands against its window on a day; done late stays late. */
export function computeStageSchedule(
  input: { readonly stage: string; readonly today: string; readonly doneOn?: string | null },
  rules: ParameterReader,
): Explained<{ readonly state: ScheduleState; readonly dueOn: string | null; readonly daysLate: number }> {
  const schedule = rules.value('pilot.stage_deadlines')
  const window = schedule.value.stages.find((each) => each.stage === input.stage)
  const late = window ? daysLate(window.to, input.doneOn ?? input.today) : 0
  const state = stateOf(window, input, late)
  const label = window?.label ?? input.stage
  const words = {
    early: window ? `${formatDate(window.from)}开始` : '没有规定时间',
    open: window ? `应于${formatDate(window.to)}前完成` : '没有规定时间',
    done: '已按时完成',
    late: input.doneOn ? `已完成，晚${late}天` : `已超过期限${late}天，请尽快办理`,
  }[state]
  return {
    state,
    dueOn: window?.to ?? null,
    daysLate: late,
    explanation: explain(PIL_004, {
      sentence: `${label}：${words}。`,
      inputs: [
        { label: '今天', value: input.today },
        { label: '完成日期', value: input.doneOn ?? '未完成' },
      ],
      parameters: [schedule],
      formula: '完成日期（未完成按今天）与阶段截止日比较',
      result: words,
    }),
  }
}

function stateOf(
  window: { readonly from: string } | undefined,
  { today, doneOn }: { readonly today: string; readonly doneOn?: string | null },
  late: number,
): ScheduleState {
  if (late > 0) return 'late'
  if (doneOn) return 'done'
  return window && today < window.from ? 'early' : 'open'
}
