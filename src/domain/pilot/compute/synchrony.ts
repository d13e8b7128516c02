import type { ParameterReader } from '../../rules/parameter-values.ts'
import { daysBetween, formatDate } from '../../shared/dates.ts'
import { computeDeadline, daysLate } from '../../shared/deadline.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const PIL_003: RuleHeader = {
  id: 'PIL-003',
  name: '绩效目标与预算四同步',
  stage: 'pilot',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（二）'),
  parameters: ['budget.department_disclosure_days'],
}

export const SYNCHRONY_ACTS = {
  declare: '同步申报',
  review: '同步审核',
  approve: '同步批复',
  publish: '同步公开',
} as const
export type SynchronyAct = keyof typeof SYNCHRONY_ACTS

/** Both acts at one level: finance to department, or department to unit. */
export type ActPair = {
  readonly budgetOn?: string | null
  readonly targetOn?: string | null
  readonly budgetDocument?: string | null
  readonly targetDocument?: string | null
}

export type SynchronyResult = {
  readonly act: SynchronyAct
  readonly label: string
  readonly state: 'kept' | 'late' | 'pending'
  readonly daysLate: number
  readonly sentence: string
}

/**
 * PIL-003 四同步, act by act: declared and reviewed not after the budget; approved the same day in the
 * same document; published within the same statutory window (20 days after approval).
 */
export function computeSynchrony(
  acts: Readonly<Partial<Record<SynchronyAct, ActPair>>>,
  rules: ParameterReader,
): Explained<{ readonly isKept: boolean; readonly acts: readonly SynchronyResult[] }> {
  const names = Object.keys(SYNCHRONY_ACTS) as SynchronyAct[]
  const results = names.map((act) =>
    act === 'publish' ? published(acts, rules) : inStep(act, acts[act] ?? {}),
  )
  const isKept = results.every((result) => result.state === 'kept')
  return {
    isKept,
    acts: results,
    explanation: explain(PIL_003, {
      sentence: `${results.map((result) => result.sentence).join('；')}。`,
      inputs: names.flatMap((act) => [
        { label: `${SYNCHRONY_ACTS[act]}（预算）`, value: acts[act]?.budgetOn ?? '未办理' },
        { label: `${SYNCHRONY_ACTS[act]}（目标）`, value: acts[act]?.targetOn ?? '未办理' },
      ]),
      parameters: [rules.value('budget.department_disclosure_days')],
      formula: '目标申报、审核不晚于预算；批复同日同文；公开不晚于批复后的法定期限',
      result: isKept ? '四同步' : '未同步',
    }),
  }
}

function inStep(act: 'declare' | 'review' | 'approve', pair: ActPair): SynchronyResult {
  const label = SYNCHRONY_ACTS[act]
  const { budgetOn, targetOn } = pair
  if (!budgetOn || !targetOn) return pending(act)
  const late = daysBetween(budgetOn, targetOn)
  const isSame = act !== 'approve' || (late === 0 && isSameDocument(pair))
  if (late <= 0 && isSame) return { act, label, state: 'kept', daysLate: 0, sentence: `${label}：已同步` }
  const dates = `预算${formatDate(budgetOn)}，目标${formatDate(targetOn)}`
  const why = late > 0 ? `晚${late}天` : late < 0 ? '不是同日批复' : '不是同一文件批复'
  return { act, label, state: 'late', daysLate: Math.max(0, late), sentence: `${label}：${dates}，${why}` }
}

/** Where a number is known on one side only, the date alone decides. */
function isSameDocument({ budgetDocument, targetDocument }: ActPair): boolean {
  return !budgetDocument || !targetDocument || budgetDocument === targetDocument
}

function published(
  acts: Readonly<Partial<Record<SynchronyAct, ActPair>>>,
  rules: ParameterReader,
): SynchronyResult {
  const approvedOn = acts.approve?.targetOn
  const publishedOn = acts.publish?.targetOn
  if (!approvedOn || !publishedOn) return pending('publish')
  const days = rules.value('budget.department_disclosure_days')
  const { dueOn } = computeDeadline(PIL_003, { label: '批复日', on: approvedOn }, days, rules)
  const late = daysLate(dueOn, publishedOn)
  const label = SYNCHRONY_ACTS.publish
  const sentence =
    late === 0
      ? `${label}：在${formatDate(dueOn)}前公开`
      : `${label}：应于${formatDate(dueOn)}前公开，晚${late}天`
  return { act: 'publish', label, state: late === 0 ? 'kept' : 'late', daysLate: late, sentence }
}

function pending(act: SynchronyAct): SynchronyResult {
  const label = SYNCHRONY_ACTS[act]
  return { act, label, state: 'pending', daysLate: 0, sentence: `${label}：还没有办理完` }
}
