import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Decimal } from '../../shared/decimal.ts'
import type { Explained } from '../../shared/explanation.ts'
import { formatPoints } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { gapWords } from './execution-progress.ts'

export const MON_004: RuleHeader = {
  id: 'MON-004',
  name: '监控亮灯',
  stage: 'monitoring',
  kind: 'compute',
  source: cite('jiheng-default'),
  parameters: ['monitoring.light_thresholds', 'monitoring.mid_year_month'],
}

export const LIGHTS = { green: '绿灯', yellow: '黄灯', red: '红灯', pending: '待定' } as const
export type Light = keyof typeof LIGHTS

export const LIKELIHOODS = { certain: '确定能', possible: '有可能', impossible: '完全不可能' } as const
export type Likelihood = keyof typeof LIKELIHOODS

export type LightInput = {
  /** What the light is for: 预算执行, or the indicator's name. */
  readonly subject: string
  /** progress − planned as a fraction; `null` where nothing can be compared. */
  readonly deviation: Decimal | null
  readonly daysLate?: number | null
  readonly likelihood?: Likelihood | null
  /** Compared with the passing of the year and no plan curve: too early to judge before mid-year. */
  readonly isByTimeOnly: boolean
  readonly month: number
}

export type LightResult = Explained<{ readonly light: Light; readonly reason: string }>

/** A light and its reason, put into words only when somebody asks. */
export type JudgedLight = { readonly light: Light; readonly reason: () => string }

const ORDER: readonly Light[] = ['green', 'pending', 'yellow', 'red']

/**
 * MON-004 without its explanation: on a threshold is still the milder colour. Likelihood 完全不可能 is red,
 * 有可能 at least yellow, late at least yellow. Without a plan curve nothing turns yellow or red by time
 * alone before mid-year, because works and procurement start late: 待定.
 */
export function findLight(input: LightInput, rules: ParameterReader): JudgedLight {
  const causes = [
    byDeviation(input, rules),
    byLikelihood(input.likelihood ?? null),
    byLateness(input.daysLate ?? null),
  ].filter((cause) => cause !== undefined)
  if (causes.length === 0) return { light: 'pending', reason: () => '还没有可判断的数据' }
  const light = worstLight(causes.map((cause) => cause.light))
  const decisive = causes.filter((cause) => cause.light === light)
  return { light, reason: () => decisive.map((cause) => cause.words()).join('，') }
}

/** MON-004 监控亮灯, with its explanation. */
export function computeLight(input: LightInput, rules: ParameterReader): LightResult {
  const thresholds = rules.value('monitoring.light_thresholds')
  const midYear = rules.value('monitoring.mid_year_month')
  const judged = findLight(input, rules)
  const reason = judged.reason()
  const { yellowBelow_bp, redBelow_bp } = thresholds.value
  return {
    light: judged.light,
    reason,
    explanation: explain(MON_004, {
      sentence: `${input.subject}：${LIGHTS[judged.light]}，${reason}。`,
      inputs: [
        { label: '偏差', value: input.deviation ? formatPoints(input.deviation) : '不适用' },
        ...(input.likelihood ? [{ label: '完成目标可能性', value: LIKELIHOODS[input.likelihood] }] : []),
        ...(input.daysLate != null ? [{ label: '晚于期限', value: `${input.daysLate}天` }] : []),
      ],
      parameters: input.isByTimeOnly ? [thresholds, midYear] : [thresholds],
      formula: `落后超过${-yellowBelow_bp / 100}个百分点为黄灯，超过${-redBelow_bp / 100}个百分点为红灯`,
      result: LIGHTS[judged.light],
    }),
  }
}

/** The worse of several lights; 待定 is worse than green and milder than yellow. */
export function worstLight(lights: readonly Light[]): Light {
  if (lights.length === 0) return 'pending'
  return lights.reduce((worst, light) => (ORDER.indexOf(light) > ORDER.indexOf(worst) ? light : worst))
}

type Cause = { readonly light: Light; readonly words: () => string }

function byDeviation(
  { deviation, isByTimeOnly, month }: LightInput,
  rules: ParameterReader,
): Cause | undefined {
  if (deviation === null) return undefined
  const bounds = rules.value('monitoring.light_thresholds').value
  const midYear = rules.value('monitoring.mid_year_month').value.month
  const bp = deviation.times(10_000)
  const words = () => gapWords(deviation)
  if (bp.gte(bounds.yellowBelow_bp)) return { light: 'green', words }
  if (isByTimeOnly && month < midYear) {
    const early = () => `${words()}，没有分季度计划，${midYear}月前不按时间进度亮灯`
    return { light: 'pending', words: early }
  }
  return { light: bp.gte(bounds.redBelow_bp) ? 'yellow' : 'red', words }
}

function byLikelihood(likelihood: Likelihood | null): Cause | undefined {
  if (likelihood === null) return undefined
  const light = ({ certain: 'green', possible: 'yellow', impossible: 'red' } as const)[likelihood]
  return { light, words: () => `完成目标可能性为“${LIKELIHOODS[likelihood]}”` }
}

function byLateness(daysLate: number | null): Cause | undefined {
  if (daysLate === null) return undefined
  return daysLate > 0
    ? { light: 'yellow', words: () => `晚于期限${daysLate}天` }
    : { light: 'green', words: () => '按期' }
}
