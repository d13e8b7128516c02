import type { RuleHeader } from '../../../shared/rule-header.ts'
import type { Relation } from '../../consistency/relation.ts'
import { chainIsSealed } from './chain-is-sealed.ts'
import { expertPanel } from './expert-panel.ts'
import { followUps } from './follow-ups.ts'
import { recordsAreThere } from './records-are-there.ts'
import { sameHeader } from './same-header.ts'
import { frozenIsSealed } from './frozen-is-sealed.ts'
import { leafIsIntact } from './leaf-is-intact.ts'
import { liveIsFrozen } from './live-is-frozen.ts'
import { moneyAddsUp } from './money-adds-up.ts'
import { sameMoney } from './same-money.ts'
import { sameIndicators } from './same-indicators.ts'
import { scoresAddUp } from './scores-add-up.ts'
import { problemChain } from './problem-chain.ts'
import { sameNumbers } from './same-numbers.ts'
import { sameResults } from './same-results.ts'
import { stageReportsTell } from './stage-reports-tell.ts'
import { accountTells } from './account-tells.ts'
import { versionsFollow } from './versions-follow.ts'

/** 勾稽: first the copies of one record, then the same fact in different records. */
export const consistencyRelations: readonly Relation[] = [
  liveIsFrozen,
  frozenIsSealed,
  leafIsIntact,
  versionsFollow,
  chainIsSealed,
  sameMoney,
  moneyAddsUp,
  sameIndicators,
  scoresAddUp,
  problemChain,
  followUps,
  sameNumbers,
  sameResults,
  stageReportsTell,
  accountTells,
  expertPanel,
  sameHeader,
  recordsAreThere,
]

export const consistencyChecks: readonly RuleHeader[] = consistencyRelations.map(({ header }) => header)
