import type { MonitoringFindingContent } from '../../domain/forms/contents.ts'
import { computeNextYearEffect } from '../../domain/monitoring/compute/index.ts'
import { findFen, sumFen } from '../../domain/shared/money.ts'
import type { RoundFigures } from './round-figures.ts'

const ABOUT_MONEY = ['reallocate', 'reduce', 'recover']

/** Whether an opinion moves money: 调剂、调减 or 收回. */
export function isAboutMoney({ opinionType }: MonitoringFindingContent): boolean {
  return ABOUT_MONEY.includes(opinionType ?? '')
}

/** MON-023 of an opinion, by the money of its round; nothing without a round or without an opinion. */
export function nextYearOf(content: MonitoringFindingContent, figures: RoundFigures | undefined) {
  if (!figures?.hasMoney || !content.opinionType) return undefined
  const { funds } = figures.input
  return computeNextYearEffect({
    opinionType: content.opinionType,
    adjusted_fen: sumFen(funds.map(({ adjusted_fen }) => adjusted_fen)),
    expected_fen: sumFen(funds.map(({ expected_fen }) => expected_fen)),
    amount_fen: findFen(content.amount_fen) ?? 0n,
  })
}
