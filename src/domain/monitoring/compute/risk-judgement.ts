import type { ParameterReader } from '../../rules/parameter-values.ts'
import { daysBetween, isDate } from '../../shared/dates.ts'
import type { Explained } from '../../shared/explanation.ts'
import { formatBp } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import type { Light } from './light.ts'
import type { ProjectTemplate } from './project-template.ts'

export const MON_022: RuleHeader = {
  id: 'MON-022',
  name: '风险研判',
  stage: 'monitoring',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（三）偏离绩效目标、预期无效项目和预算执行进度较差项目进行风险研判'),
  parameters: ['monitoring.risk_measures', 'monitoring.templates'],
}

/** The three of the plan, in its order. */
export const RISKS = { deviates: '偏离绩效目标', ineffective: '预期无效', slow: '预算执行进度较差' } as const
export type RiskVerdict = keyof typeof RISKS

export type RiskInput = {
  /** Months elapsed. */
  readonly month: number
  readonly executionLight: Light
  readonly indicators: readonly {
    readonly name: string
    readonly light: Light
    readonly isImpossible: boolean
  }[]
  /** Both lines now, in 万分之一; `null` where not told. */
  readonly money_bp: number | null
  readonly output_bp: number | null
  /** How likely the output line reaches its bound by the forecast; `null` without one. */
  readonly outputChance_bp: number | null
  readonly template?: ProjectTemplate | undefined
  readonly milestones: readonly {
    readonly milestoneId?: string | null
    readonly plannedOn?: string | null
    readonly actualOn?: string | null
    readonly expectedOn?: string | null
  }[]
  readonly items: readonly { readonly item?: string | null; readonly state?: string | null }[]
}

export type RiskJudgement = { readonly verdict: RiskVerdict; readonly reasons: readonly string[] }

/**
 * MON-022: which of the three kinds of risk the figures, the milestones and the extended content point to,
 * each with its reasons in words. It proposes; the officer judges and may see it otherwise.
 */
export function computeRiskJudgements(
  input: RiskInput,
  rules: ParameterReader,
): Explained<{ readonly judgements: readonly RiskJudgement[] }> {
  const measures = rules.value('monitoring.risk_measures')
  const templates = rules.value('monitoring.templates')
  const found: readonly (readonly [RiskVerdict, string])[] = [
    ...byLights(input),
    ...byExpectation(input, measures.value.chanceBelow_bp),
    ...byTemplate(input),
  ]
  const judgements = (Object.keys(RISKS) as RiskVerdict[])
    .map((verdict) => ({ verdict, reasons: found.filter(([of]) => of === verdict).map(([, why]) => why) }))
    .filter(({ reasons }) => reasons.length > 0)
  const words = judgements.map(({ verdict, reasons }) => `${RISKS[verdict]}（${reasons.join('；')}）`)
  return {
    judgements,
    explanation: explain(MON_022, {
      sentence: words.length > 0 ? `提示${words.join('，')}。` : '没有提示三类风险。',
      inputs: [
        { label: '支出线', value: input.money_bp === null ? '未填' : formatBp(input.money_bp) },
        { label: '产出线', value: input.output_bp === null ? '不适用' : formatBp(input.output_bp) },
        {
          label: '产出达到目标的可能性',
          value: input.outputChance_bp === null ? '没有预测' : formatBp(input.outputChance_bp),
        },
        { label: '监控模板', value: input.template?.label ?? '没有对应的模板' },
      ],
      parameters: [measures, templates],
      formula: '灯、完成可能性和预测，加上监控模板的风险规则，逐条对照',
      result: judgements.map(({ verdict }) => RISKS[verdict]).join('、') || '无',
    }),
  }
}

function byLights({ executionLight, indicators }: RiskInput): [RiskVerdict, string][] {
  const red = indicators.filter(({ light }) => light === 'red').map(({ name }) => `“${name}”红灯`)
  const isSlow = executionLight === 'red' || executionLight === 'yellow'
  return [
    ...red.map((why): [RiskVerdict, string] => ['deviates', why]),
    ...(isSlow
      ? [['slow', `预算执行${executionLight === 'red' ? '红灯' : '黄灯'}`] as [RiskVerdict, string]]
      : []),
  ]
}

function byExpectation(
  { indicators, outputChance_bp }: RiskInput,
  below_bp: number,
): [RiskVerdict, string][] {
  const hopeless = indicators.filter(({ isImpossible }) => isImpossible)
  const isUnlikely = outputChance_bp !== null && outputChance_bp < below_bp
  return [
    ...hopeless.map(({ name }): [RiskVerdict, string] => ['ineffective', `“${name}”完全不可能完成`]),
    ...(isUnlikely
      ? [
          ['ineffective', `产出达到目标的可能性${formatBp(outputChance_bp)}，低于${formatBp(below_bp)}`] as [
            RiskVerdict,
            string,
          ],
        ]
      : []),
  ]
}

function byTemplate(input: RiskInput): [RiskVerdict, string][] {
  return (input.template?.risks ?? []).flatMap((risk): [RiskVerdict, string][] => {
    const why = reasonOf(risk, input)
    return why === undefined ? [] : [[risk.verdict, `${risk.label}：${why}`]]
  })
}

function reasonOf(
  { when, subject, limit }: ProjectTemplate['risks'][number],
  input: RiskInput,
): string | undefined {
  const item = input.items.find((one) => one.item === subject)
  switch (when) {
    case 'milestoneLate': {
      const late = daysLate(input.milestones.find(({ milestoneId }) => milestoneId === subject))
      return late > limit ? `晚${late}天${limit > 0 ? `，超过${limit}天` : ''}` : undefined
    }
    case 'itemOpen':
      return input.month >= limit && (item?.state === 'notStarted' || item?.state === 'underway')
        ? `${limit}月还没有完成`
        : undefined
    case 'itemProblem':
      return item?.state === 'problem' ? '填报有问题' : undefined
    case 'paidAhead': {
      const ahead = (input.money_bp ?? 0) - (input.output_bp ?? 0)
      return input.money_bp !== null && input.output_bp !== null && ahead > limit
        ? `支出比产出快${(ahead / 100).toFixed(2)}个百分点`
        : undefined
    }
  }
}

function daysLate(milestone: RiskInput['milestones'][number] | undefined): number {
  const planned = milestone?.plannedOn ?? ''
  const day = milestone?.actualOn ?? milestone?.expectedOn ?? ''
  return isDate(planned) && isDate(day) ? Math.max(0, daysBetween(planned, day)) : 0
}
