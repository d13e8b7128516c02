import { type DateText, daysBetween, formatDate } from '../../shared/dates.ts'
import type { Explained } from '../../shared/explanation.ts'
import { formatRatio, type Ratio, ratioOf } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_021: RuleHeader = {
  id: 'EVA-021',
  name: '完成及时性',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2020-10', '附件2 产出/产出时效'),
}

/**
 * EVA-021 完成及时性: planned against actual finish; the day itself is in time. The rate is planned
 * days ÷ actual days, both counted from the start, and never above 1: early earns no more than in time.
 */
export function computeTimeliness(dates: {
  readonly startedOn: DateText
  readonly plannedOn: DateText
  readonly finishedOn: DateText
}): Explained<{
  readonly daysLate: number
  readonly isTimely: boolean
  readonly rate: Ratio | undefined
}> {
  const { startedOn, plannedOn, finishedOn } = dates
  const late = daysBetween(plannedOn, finishedOn)
  const [planned, actual] = [daysBetween(startedOn, plannedOn), daysBetween(startedOn, finishedOn)]
  const isTimely = late <= 0
  const rate = isTimely ? ratioOf(1, 1) : planned >= 0 && actual > 0 ? ratioOf(planned, actual) : undefined
  const word = late > 0 ? `晚${late}天` : late < 0 ? `提前${-late}天` : '按期'
  return {
    daysLate: Math.max(0, late),
    isTimely,
    rate,
    explanation: explain(EVA_021, {
      sentence: `计划${formatDate(plannedOn)}完成，实际${formatDate(finishedOn)}，${word}，及时率${formatRatio(rate)}。`,
      inputs: [
        { label: '开始日期', value: startedOn },
        { label: '计划完成日期', value: plannedOn },
        { label: '实际完成日期', value: finishedOn },
      ],
      formula: '按期为100%；逾期为计划天数 ÷ 实际天数',
      result: word,
    }),
  }
}
