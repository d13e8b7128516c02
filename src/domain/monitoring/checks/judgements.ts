import type { MonitoringRoundContent } from '../../forms/contents.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { RISKS, type RiskJudgement, type RiskVerdict } from '../compute/risk-judgement.ts'

/** MON-032 风险研判和措施: every risk that is stated has its basis and a measure that fits it. */
export const MON_032: RuleHeader = {
  id: 'MON-032',
  name: '风险研判和应对措施',
  stage: 'monitoring',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（三）进行风险研判、及时纠偏，并提出整改和预算调剂意见'),
  parameters: ['monitoring.risk_measures'],
}

/**
 * Missing or unfitting measures stop the conclusion. A risk the figures point to and the officer does not
 * see is shown with its reasons, and believed.
 * @param indicated as MON-022 proposes
 */
export function checkJudgements(
  { verdicts, judgements }: MonitoringRoundContent,
  indicated: readonly RiskJudgement[],
  rules: ParameterReader,
): Finding[] {
  const allowed = rules.value('monitoring.risk_measures').value
  const chosen = (verdicts ?? []).filter((verdict): verdict is RiskVerdict => verdict !== 'onTrack')
  const rows = judgements ?? []
  const where = { section: 'conclusion', field: 'judgements' }
  const missing = chosen.flatMap((verdict) =>
    foundIf(
      !rows.some((row) => row.verdict === verdict),
      MON_032,
      `已研判“${RISKS[verdict]}”，请在“风险研判”中写明依据和应对措施。`,
      where,
    ),
  )
  const unfit = rows.flatMap((row, index) =>
    foundIf(
      Boolean(row.verdict && row.measure && !allowed[row.verdict].some((measure) => measure === row.measure)),
      MON_032,
      `第${index + 1}行的措施不适用于“${row.verdict ? RISKS[row.verdict] : ''}”，请另选。`,
      { ...where, row: index, column: 'measure' },
    ),
  )
  const stray = rows.flatMap((row, index) =>
    foundIf(
      Boolean(row.verdict && !chosen.includes(row.verdict)),
      MON_032,
      `第${index + 1}行的风险没有列入研判结果，请在“研判结果”中勾选或删去这一行。`,
      { ...where, row: index, column: 'verdict' },
    ),
  )
  const unseen = indicated
    .filter(({ verdict }) => chosen.length > 0 && !chosen.includes(verdict))
    .flatMap(({ verdict, reasons }) =>
      foundIf(
        true,
        MON_032,
        `数据提示“${RISKS[verdict]}”：${reasons.join('；')}。没有列入研判结果的，请在监控意见中说明。`,
        where,
        'warning',
      ),
    )
  return [...missing, ...unfit, ...stray, ...unseen]
}
