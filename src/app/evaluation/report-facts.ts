import type { EvaluationReportInput, FigureTrace } from '../../documents/evaluation-report.ts'
import type { EvaluationFinanceContent } from '../../domain/forms/contents.ts'
import { findFen, formatWanYuan } from '../../domain/shared/money.ts'
import { formatRatio } from '../../domain/shared/ratio.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import { allAnswers } from '../../domain/evaluation/compute/index.ts'
import type { Explanation } from '../../domain/shared/explanation.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import type { RecordData } from '../records/record-data.ts'
import type { FinanceFigures } from './finance-figures.ts'
import { presentFinance } from './finance-figures.ts'

type Facts = Required<Pick<EvaluationReportInput, 'days' | 'reasons' | 'traces'>> &
  Pick<EvaluationReportInput, 'survey' | 'agreement'>

/** Where other figures of the report come from: a record's title, its version, and how it reads. */
export type OtherSource = { readonly figure: string; readonly value: string; readonly record: string }

/**
 * What the report adds to the content: days, surveys, reasons, and where every figure comes from.
 * @param version of the record that is printed: the frozen one where there is one
 */
export function reportFacts(
  data: RecordData,
  content: EvaluationFinanceContent,
  figures: FinanceFigures,
  rules: ParameterReader,
  version: number,
  others: readonly OtherSource[],
): Facts {
  return {
    days: daysOf(data),
    reasons: reasonsOf(content, figures),
    ...(surveyOf(content, figures, rules) ?? {}),
    ...(figures.agreement
      ? {
          agreement: `${figures.agreement.kendall.explanation.sentence}${figures.agreement.icc.explanation.sentence}`,
        }
      : {}),
    traces: [
      ...tracesOf(`${data.record.title}第${version}版`, content, figures),
      ...others.map((one) => ({ ...one, rule: '' })),
    ],
  }
}

function daysOf({ acts }: RecordData): Facts['days'] {
  const on = (action: string) => {
    const act = acts.findLast((one) => one.action === action)
    return act ? dayOf(act.actedAt) : undefined
  }
  const [commissionedOn, consultedOn, repliedOn] = [on('assign'), on('consult'), on('reply')]
  return {
    ...(commissionedOn ? { commissionedOn } : {}),
    ...(consultedOn ? { consultedOn } : {}),
    ...(repliedOn ? { repliedOn } : {}),
  }
}

function reasonsOf(content: EvaluationFinanceContent, { items }: FinanceFigures): Record<string, string> {
  return Object.fromEntries(
    [...items.reasons].flatMap(([row, { sentence }]) => {
      const code = content.scores?.[row]?.itemCode
      return code ? [[code, sentence]] : []
    }),
  )
}

function surveyOf(
  content: EvaluationFinanceContent,
  { items, samples }: FinanceFigures,
  rules: ParameterReader,
): Pick<Facts, 'survey'> | undefined {
  const counts = allAnswers(content)
  const answers = counts.reduce((sum, count) => sum + count, 0)
  if (answers === 0) return undefined
  const { options } = rules.value('evaluation.likert_values').value
  return {
    survey: {
      needed: samples.map(({ needed }) => needed),
      satisfaction: formatRatio(items.satisfaction),
      options: options.map(({ label }, index) => ({
        name: label,
        count: counts[index] ?? 0,
        share_bp: Math.round(((counts[index] ?? 0) * 10_000) / answers),
      })),
    },
  }
}

const PLACES: Readonly<Record<string, readonly [figure: string, section: string]>> = {
  totalScore_x100: ['总分', '评价指标评分'],
  grade: ['评价等级', '评价指标评分'],
  weights: ['分值结构', '评价指标评分'],
  receivedRate: ['资金到位率', '资金到位和使用'],
  executionRate: ['预算执行率（评价口径）', '资金到位和使用'],
  surveySatisfaction: ['问卷满意度', '问卷调查'],
  raterKendall: ['评分一致程度（和谐系数）', '多人评分'],
  raterIcc: ['评分一致程度（组内相关系数）', '多人评分'],
}

/** Typed amounts by their section, computed figures by their rule; nothing is printed without a line here. */
function tracesOf(source: string, content: EvaluationFinanceContent, figures: FinanceFigures): FigureTrace[] {
  const record = (section: string) => `${source}·${section}`
  const amounts = (
    [
      ['预算资金', content.budget_fen],
      ['实际到位资金', content.received_fen],
      ['实际支出资金', content.spent_fen],
    ] as const
  ).flatMap(([figure, text]) => {
    const fen = findFen(text)
    return fen === undefined
      ? []
      : [{ figure, value: `${formatWanYuan(fen)}万元`, record: record('资金到位和使用'), rule: '' }]
  })
  const { figures: values, explanations } = presentFinance(figures)
  const computed = Object.entries(PLACES).flatMap(([key, [figure, section]]) => {
    const reason = explanations[key]
    const value = values[key]
    return reason && value ? [{ figure, value, record: record(section), rule: ruleOf(reason) }] : []
  })
  const items = [...figures.items.reasons].map(([row, reason]) => ({
    figure: `${content.scores?.[row]?.name ?? ''}得分`,
    value: reason.result,
    record: record('评价指标评分'),
    rule: ruleOf(reason.children[0] ?? reason),
  }))
  const typed = (content.scores ?? []).flatMap((one, row) =>
    figures.items.reasons.has(row) || one.score_x100 == null
      ? []
      : [
          {
            figure: `${one.name ?? ''}得分`,
            value: `${(one.score_x100 / 100).toFixed(2)}分`,
            record: record('评价指标评分'),
            rule: '',
          },
        ],
  )
  return [...computed, ...amounts, ...items, ...typed]
}

function ruleOf({ ruleId, title }: Explanation): string {
  return `${ruleId} ${title}`
}
