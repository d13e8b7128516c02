import type { StudiedRow } from '../study.ts'
import { type Comparison, shorten } from './compare.ts'

/**
 * Whether a number or a day certainly missed its target in its direction. On the very bound of a strict
 * sign, above an “=”, and where which way is good is only guessed, nobody is certain.
 */
export function isCertainlyMissed(comparison: Comparison): boolean {
  if (comparison.is === 'days') return comparison.isClear && comparison.done > comparison.due
  if (comparison.is !== 'numbers' || !comparison.isClear) return false
  const { operator, target, upper, actual } = comparison
  switch (operator) {
    case 'le':
    case 'lt':
      return actual.gt(target)
    case 'range':
      return actual.lt(target) || (upper?.lt(actual) ?? false)
    default:
      return actual.lt(target)
  }
}

/** 目标“>=4754人”，实际“4604人” */
export function sideBySide({ target, actual }: StudiedRow): string {
  return `目标“${shorten(target.printed)}”，实际“${shorten(actual.printed)}”`
}
