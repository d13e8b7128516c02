import type { ParameterReader } from '../../rules/parameter-values.ts'
import { addMonths, type DateText, formatDate } from '../../shared/dates.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const ORG_003: RuleHeader = {
  id: 'ORG-003',
  name: '利害关系回避',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2021-6', '严格避免利益冲突'),
  standing: 'seen',
  parameters: ['evaluation.conflict_years'],
}

export const CONFLICTS = {
  kinship: '与被评价单位负责人或经办人有亲属关系',
  business: '与被评价单位有业务往来',
  tookPart: '参加过本项目的策划、监理或审计',
  contingentFee: '报酬与评价结果挂钩',
} as const
export type Conflict = keyof typeof CONFLICTS

/**
 * ORG-003: whether a person or an institution has to stand back. Employment or shares count for so many
 * years after they ended, up to and including the anniversary; whoever did not declare is not cleared.
 */
export function computeConflict(
  declaration: {
    readonly isDeclared: boolean
    readonly declared: readonly Conflict[]
    /** Last day of employment or shareholding; `null` for none, the day of the task while it lasts. */
    readonly tiedUntil: DateText | null
    readonly on: DateText
  },
  rules: ParameterReader,
): Explained<{ readonly verdict: 'clear' | 'conflict' | 'undeclared'; readonly reasons: readonly string[] }> {
  const parameter = rules.value('evaluation.conflict_years')
  const { tiedUntil, on } = declaration
  const freeFrom = tiedUntil === null ? null : addMonths(tiedUntil, parameter.value.years * 12)
  const isTied = freeFrom !== null && on <= freeFrom
  const reasons = [
    ...declaration.declared.map((conflict) => CONFLICTS[conflict]),
    ...(isTied && tiedUntil !== null
      ? [`${formatDate(tiedUntil)}前在被评价单位任职或持股，未满${parameter.value.years}年`]
      : []),
  ]
  const verdict = reasons.length > 0 ? 'conflict' : declaration.isDeclared ? 'clear' : 'undeclared'
  const words = {
    clear: '没有需要回避的情形。',
    conflict: `${reasons.join('；')}，应当回避，请更换。`,
    undeclared: '还没有申报利害关系，申报后才能查看资料。',
  }
  return {
    verdict,
    reasons,
    explanation: explain(ORG_003, {
      sentence: words[verdict],
      inputs: [
        { label: '是否申报', value: declaration.isDeclared ? '已申报' : '未申报' },
        { label: '任职或持股截止', value: tiedUntil ?? '无' },
        { label: '承接日期', value: on },
      ],
      parameters: [parameter],
      formula: `有申报的利害关系，或任职、持股结束未满${parameter.value.years}年的，应当回避`,
      result: { clear: '可以承接', conflict: '应当回避', undeclared: '待申报' }[verdict],
    }),
  }
}
