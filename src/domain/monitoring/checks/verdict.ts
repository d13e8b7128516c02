import type { MonitoringRoundContent } from '../../forms/contents.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { hasRed, type RoundLights } from './lights.ts'

/** MON-104 监控结论与问题清单一致: whoever finds a deviation opens a finding; a red light is not 正常推进. */
export const MON_104: RuleHeader = {
  id: 'MON-104',
  name: '监控结论与问题清单一致',
  stage: 'monitoring',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（三）提出整改和预算调剂意见'),
}

/** @param round.findings how many findings this round has opened */
export function checkVerdict(
  { verdicts }: MonitoringRoundContent,
  round: { readonly lights: RoundLights; readonly findings: number },
): Finding[] {
  const chosen = verdicts ?? []
  if (chosen.length === 0) return []
  const isOnTrack = chosen.includes('onTrack')
  const where = { section: 'conclusion', field: 'verdicts' }
  return [
    ...foundIf(
      isOnTrack && chosen.length > 1,
      MON_104,
      '“正常推进”不能与其他研判结果同时选择，请改正。',
      where,
    ),
    ...foundIf(
      isOnTrack && hasRed(round.lights),
      MON_104,
      '本轮有红灯，不能只研判为“正常推进”，请按实际情况选择。',
      where,
    ),
    ...foundIf(
      !isOnTrack && round.findings === 0,
      MON_104,
      '研判存在偏离、预期无效或进度较差，还没有登记问题，请先新建监控问题并提出意见。',
      where,
    ),
  ]
}
