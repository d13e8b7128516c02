import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_063: RuleHeader = {
  id: 'EVA-063',
  name: '自评复核名单',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('jiheng-default', '按风险抽查自评结果'),
  parameters: ['evaluation.self_recheck'],
}

/** A self-evaluation that could be looked at again. */
export type SampleForm = {
  readonly id: string
  readonly departmentId: string
  readonly points: number
  readonly money_fen: bigint
}

export type SampleReason = 'must' | 'share'

/**
 * EVA-063 自评复核名单: every form whose risk asks for it, and of each department so many more that its
 * share is reached, the riskiest first, then the most money. No chance in it: anybody gets the same list.
 */
export function computeRecheckSample(
  forms: readonly SampleForm[],
  rules: ParameterReader,
): Explained<{ readonly chosen: readonly { readonly id: string; readonly reason: SampleReason }[] }> {
  const parameter = rules.value('evaluation.self_recheck')
  const { mustFrom, sample_bp, sampleLeast } = parameter.value
  const departments = [...new Set(forms.map(({ departmentId }) => departmentId))]
  const chosen = departments.flatMap((departmentId) => {
    const own = forms.filter((form) => form.departmentId === departmentId).sort(byRisk)
    const wanted = Math.min(own.length, Math.max(sampleLeast, Math.ceil((own.length * sample_bp) / 10_000)))
    return own.flatMap(({ id, points }, at): { id: string; reason: SampleReason }[] => {
      if (points >= mustFrom) return [{ id, reason: 'must' }]
      return at < wanted ? [{ id, reason: 'share' }] : []
    })
  })
  const must = chosen.filter(({ reason }) => reason === 'must').length
  return {
    chosen,
    explanation: explain(EVA_063, {
      sentence: `${forms.length}份自评表中抽取${chosen.length}份复核，其中${must}份按风险必须复核，${chosen.length - must}份按部门比例补足。`,
      inputs: [
        { label: '自评表', value: String(forms.length) },
        { label: '部门', value: String(departments.length) },
      ],
      parameters: [parameter],
      formula: '风险分达到必须复核线的全部抽取；每个部门不足规定比例和最低份数的，按风险分、资金从高到低补足',
      result: `${chosen.length}份`,
    }),
  }
}

function byRisk(a: SampleForm, b: SampleForm): number {
  if (a.points !== b.points) return b.points - a.points
  if (a.money_fen !== b.money_fen) return a.money_fen < b.money_fen ? 1 : -1
  return a.id < b.id ? -1 : 1
}
