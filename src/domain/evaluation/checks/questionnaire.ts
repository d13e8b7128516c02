import type { EvaluationFinanceContent } from '../../forms/contents.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { answersOf } from '../compute/answers.ts'
import { computeSampleSize } from '../compute/sample-size.ts'

/** EVA-093 问卷: the figures fit together, and too few valid answers are explained. */
export const EVA_093: RuleHeader = {
  id: 'EVA-093',
  name: '问卷数据和样本量',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '问卷调查的抽样精度'),
  parameters: ['evaluation.survey_sample'],
}

export function checkQuestionnaires(content: EvaluationFinanceContent, rules: ParameterReader): Finding[] {
  return (content.questionnaires ?? []).flatMap((survey, row) => {
    const where = { section: 'questionnaire', field: 'questionnaires', row }
    const name = `“${survey.group ?? ''}”`
    const [population, sent, returned, valid] = [
      survey.population ?? 0,
      survey.sent ?? 0,
      survey.returned ?? 0,
      survey.valid ?? 0,
    ]
    const answers = answersOf(survey).reduce((sum, count) => sum + count, 0)
    const { needed } = computeSampleSize(population, rules)
    const order = `${name}的份数不合理：有效${valid}份、收回${returned}份、发放${sent}份应依次不减，请核对。`
    const sum = `${name}各选项合计${answers}份，与有效问卷${valid}份不一致，请核对。`
    const few = `${name}有效问卷${valid}份，少于所需的${needed}份，请补充调查，或填写“偏差说明”。`
    return [
      ...foundIf(valid > returned || returned > sent, EVA_093, order, where),
      ...foundIf(answers !== valid, EVA_093, sum, where),
      ...foundIf(valid < needed && !isWritten(survey.biasNote), EVA_093, few, {
        ...where,
        column: 'biasNote',
      }),
    ]
  })
}
