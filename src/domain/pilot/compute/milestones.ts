import { daysBetween, formatDate } from '../../shared/dates.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const PIL_022: RuleHeader = {
  id: 'PIL-022',
  name: '试点日程和下一节点',
  stage: 'pilot',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '二、（三）'),
  standing: 'proposal',
  parameters: ['pilot.stage_deadlines', 'pilot.other_milestones'],
}

export type Milestone = {
  readonly code: string
  readonly label: string
  readonly who: 'place' | 'province'
  readonly from: string
  readonly to: string
}

export type MilestoneState = 'early' | 'open' | 'done' | 'late'

export type MilestoneLine = Milestone & {
  readonly state: MilestoneState
  readonly doneOn: string | null
  /** Days to the last day; negative when it has passed; of what is done, by how many days it was late. */
  readonly days: number
}

/**
 * PIL-022: where each milestone stands on a day, late ones first, and which is due next. A milestone whose
 * last day is today is not late; what was done late stays done and says by how much.
 * @param doneOn code → the day it was done; missing or null while it is not
 */
export function computeMilestones(given: {
  readonly milestones: readonly Milestone[]
  readonly doneOn: Readonly<Record<string, string | null>>
  readonly today: string
}): Explained<{ readonly lines: readonly MilestoneLine[]; readonly next: MilestoneLine | null }> {
  const { milestones, doneOn, today } = given
  const lines = milestones
    .map((one) => lineOf(one, doneOn[one.code] ?? null, today))
    .toSorted((a, b) => a.to.localeCompare(b.to) || a.from.localeCompare(b.from))
  const next = lines.find(({ state }) => state === 'late' || state === 'open' || state === 'early') ?? null
  return {
    lines,
    next,
    explanation: explain(PIL_022, {
      sentence: next === null ? '各节点都已完成。' : `下一节点：${sayNext(next)}。`,
      inputs: lines.map((line) => ({ label: line.label, value: sayNext(line) })),
      formula: '未完成的节点按截止日先后排，超过截止日的为逾期',
      result: next?.label ?? '已完成',
    }),
  }
}

function lineOf(one: Milestone, doneOn: string | null, today: string): MilestoneLine {
  if (doneOn !== null)
    return { ...one, state: 'done', doneOn, days: Math.max(0, daysBetween(one.to, doneOn)) }
  const days = daysBetween(today, one.to)
  const state = days < 0 ? 'late' : today < one.from ? 'early' : 'open'
  return { ...one, state, doneOn, days }
}

/** 报送试点报告，2024年6月20日截止，已逾期8天 */
export function sayNext(line: MilestoneLine): string {
  const words = {
    done: line.days > 0 ? `已完成，晚${line.days}天` : '已按时完成',
    late: `${formatDate(line.to)}截止，已逾期${-line.days}天`,
    open: `${formatDate(line.to)}截止，还有${line.days}天`,
    early: `${formatDate(line.from)}开始`,
  }[line.state]
  return `${line.label}，${words}`
}
