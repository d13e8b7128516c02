import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import { type JudgedLight, type Light, type LightResult, LIGHTS, worstLight } from './light.ts'

export const MON_005: RuleHeader = {
  id: 'MON-005',
  name: '项目亮灯',
  stage: 'monitoring',
  kind: 'compute',
  source: cite('jiheng-default'),
  parameters: ['monitoring.light_indicator_weight'],
}

type Weighed<Result> = {
  readonly name: string
  readonly weight_x100: Score_x100
  readonly result: Result
}

/**
 * MON-005 without its explanation: the worst of the money light and of every indicator whose weight reaches
 * the bound; lighter indicators keep their own light and do not colour the project.
 */
export function findProjectLight(
  money: JudgedLight,
  indicators: readonly Weighed<JudgedLight>[],
  rules: ParameterReader,
): JudgedLight {
  const bound = rules.value('monitoring.light_indicator_weight').value
  const heavy = indicators.filter((each) => each.weight_x100 >= bound.weight_x100)
  const parts = [{ name: '预算执行', result: money }, ...heavy]
  const light = worstLight(parts.map((part) => part.result.light))
  const decisive = parts.filter((part) => part.result.light === light)
  return { light, reason: () => decisive.map(({ name, result }) => `${name}${result.reason()}`).join('；') }
}

/** MON-005 项目亮灯, with its explanation. */
export function computeProjectLight(
  money: LightResult,
  indicators: readonly Weighed<LightResult>[],
  rules: ParameterReader,
): Explained<{ readonly light: Light; readonly reason: string }> {
  const bound = rules.value('monitoring.light_indicator_weight')
  const judged = findProjectLight(
    spoken(money),
    indicators.map((each) => ({ ...each, result: spoken(each.result) })),
    rules,
  )
  const [light, reason] = [judged.light, judged.reason()]
  return {
    light,
    reason,
    explanation: explain(MON_005, {
      sentence: `项目${LIGHTS[light]}：${reason}。`,
      inputs: [
        { label: '预算执行', value: LIGHTS[money.light] },
        ...indicators.map(({ name, weight_x100, result }) => ({
          label: name,
          value: `${LIGHTS[result.light]}（分值${formatWeight(weight_x100)}${weight_x100 < bound.value.weight_x100 ? '，不计入' : ''}）`,
        })),
      ],
      parameters: [bound],
      formula: `预算执行与分值${formatWeight(bound.value.weight_x100)}分及以上的指标中取最差`,
      result: LIGHTS[light],
      children: [money.explanation, ...indicators.map((each) => each.result.explanation)],
    }),
  }
}

function spoken({ light, reason }: LightResult): JudgedLight {
  return { light, reason: () => reason }
}
