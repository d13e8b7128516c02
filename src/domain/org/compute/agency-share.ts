import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { formatBp, formatRatio, type Ratio, ratioOf } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const ORG_002: RuleHeader = {
  id: 'ORG-002',
  name: '机构承接份额',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('jiheng-default', '避免评价业务过度集中于一家机构'),
  parameters: ['evaluation.agency_share'],
}

/** ORG-002: tasks of one institution ÷ all tasks of a jurisdiction and year; on the bound is not over. */
export function computeAgencyShare(
  tasks: { readonly own: number; readonly all: number },
  rules: ParameterReader,
): Explained<{ readonly share: Ratio | undefined; readonly isConcentrated: boolean }> {
  const parameter = rules.value('evaluation.agency_share')
  const { warn_bp, fromTasks } = parameter.value
  const share = ratioOf(tasks.own, tasks.all)
  const isConcentrated = tasks.all >= fromTasks && tasks.own * 10_000 > tasks.all * warn_bp
  return {
    share,
    isConcentrated,
    explanation: explain(ORG_002, {
      sentence: `承接${tasks.own}项，占全部${tasks.all}项的${formatRatio(share)}${isConcentrated ? `，超过${formatBp(warn_bp)}，建议分散委托` : ''}。`,
      inputs: [
        { label: '该机构承接', value: `${tasks.own}项` },
        { label: '全部委托', value: `${tasks.all}项` },
      ],
      parameters: [parameter],
      formula: `承接项数 ÷ 全部项数 > ${formatBp(warn_bp)}时提醒（全部不足${fromTasks}项的不提醒）`,
      result: formatRatio(share),
    }),
  }
}
