import { isStockPhrase } from '../../doctor/read/stock-phrase.ts'
import type { ParameterReader, ParameterValues } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { compareFractions, type Fraction, fraction, fromBp } from '../../shared/fraction.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import type { Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_062: RuleHeader = {
  id: 'EVA-062',
  name: '自评复核风险',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('jiheng-default', '按风险抽查自评结果'),
  parameters: ['evaluation.self_recheck', 'doctor.stock_phrases'],
}

/** What a self-evaluation shows to whoever decides which ones are looked at again. */
export type RiskFacts = {
  readonly rows: readonly {
    readonly weight_x100: Score_x100
    /** The score on the form. */
    readonly score_x100: Score_x100 | null
    readonly computed_x100: Score_x100 | null
    readonly targetText: string
    readonly actualText: string
    readonly hasFile: boolean
  }[]
  readonly total_x100: Score_x100 | null
  readonly executed_fen: bigint
  readonly budget_fen: bigint
  /** Light of the project's last monitoring. */
  readonly light: string | null
}

type Settings = ParameterValues['evaluation.self_recheck']
export type RiskCode = Settings['signals'][number]['code']
export type RiskSignal = { readonly code: RiskCode; readonly points: number; readonly words: string }

/** EVA-062 自评复核风险: points for every sign of a careless form, each with its reason. */
export function computeSelfRisk(
  facts: RiskFacts,
  rules: ParameterReader,
): Explained<{ readonly points: number; readonly signals: readonly RiskSignal[]; readonly isMust: boolean }> {
  const parameter = rules.value('evaluation.self_recheck')
  const stock = rules.value('doctor.stock_phrases')
  const settings = parameter.value
  const signals = settings.signals.flatMap(({ code, label, points }): RiskSignal[] => {
    const words = SIGNS[code](facts, settings, stock.value)
    return words === undefined ? [] : [{ code, points, words: words === '' ? label : `${label}（${words}）` }]
  })
  const points = signals.reduce((sum, signal) => sum + signal.points, 0)
  const isMust = points >= settings.mustFrom
  return {
    points,
    signals,
    isMust,
    explanation: explain(EVA_062, {
      sentence:
        signals.length === 0
          ? '没有发现需要复核的迹象。'
          : `${signals.map(({ words }) => words).join('；')}；风险分${points}，${isMust ? '必须' : '不必'}复核。`,
      inputs: signals.map(({ words, points: own }) => ({ label: words, value: String(own) })),
      parameters: [parameter],
      formula: `各项迹象的分数相加，${settings.mustFrom}分及以上必须复核`,
      result: String(points),
    }),
  }
}

type StockWords = ParameterValues['doctor.stock_phrases']
/** Nothing when there is no such sign; else what was seen. */
type Sign = (facts: RiskFacts, settings: Settings, stock: StockWords) => string | undefined

const SIGNS: Readonly<Record<RiskCode, Sign>> = {
  fullMarks: ({ rows }) => (rows.length > 0 && rows.every(isFull) ? `${rows.length}项全部满分` : undefined),
  copied: ({ rows }, { copied_bp }) => share(rows, copied_bp, isCopied),
  stock: ({ rows }, { stock_bp }, words) =>
    share(rows, stock_bp, (row) => isStockPhrase(row.actualText, words)),
  aboveRules: ({ rows }, { above_x100 }) => {
    const above = rows.filter(
      ({ score_x100, computed_x100 }) =>
        computed_x100 !== null && (score_x100 ?? 0) - computed_x100 >= above_x100,
    )
    return above.length === 0 ? undefined : `${above.length}项`
  },
  lowExecution: ({ total_x100, budget_fen, executed_fen }, { lowRate_bp, highTotal_x100 }) =>
    budget_fen > 0n &&
    total_x100 !== null &&
    total_x100 >= highTotal_x100 &&
    compareFractions({ top: executed_fen, bottom: budget_fen }, fromBp(lowRate_bp)) < 0
      ? ''
      : undefined,
  warned: ({ light, total_x100 }, { highTotal_x100 }) =>
    (light === 'red' || light === 'yellow') && total_x100 !== null && total_x100 >= highTotal_x100
      ? ''
      : undefined,
  noFiles: ({ rows }, { noFiles_bp }) => share(rows, noFiles_bp, ({ hasFile }) => !hasFile),
}

type Row = RiskFacts['rows'][number]

function isFull({ score_x100, weight_x100 }: Row): boolean {
  return score_x100 !== null && score_x100 >= weight_x100
}

/** ≥95% beside ≥95%: the promise again instead of what was reached. */
function isCopied({ targetText, actualText }: Row): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/[\s。]/g, '')
      .replace(/>=/g, '≥')
      .replace(/<=/g, '≤')
  return (
    plain(actualText) !== '' && plain(actualText) === plain(targetText) && /[^\d.]/.test(plain(targetText))
  )
}

function share(rows: readonly Row[], from_bp: number, is: (row: Row) => boolean): string | undefined {
  const count = rows.filter(is).length
  if (count === 0) return undefined
  const part: Fraction = fraction(count, rows.length)
  return compareFractions(part, fromBp(from_bp)) >= 0 ? `${count}/${rows.length}项` : undefined
}
