import { formatDate, isDate } from '../../domain/shared/dates.ts'
import { findFen, formatWanYuan, sumFen } from '../../domain/shared/money.ts'
import { formatRatio, ratioOf } from '../../domain/shared/ratio.ts'
import { formatScore, formatWeight } from '../../domain/shared/score.ts'

/** 万元, or nothing where no amount was filled in. */
export function money(fen: string | null | undefined): string {
  const amount = findFen(fen)
  return amount === undefined ? '' : formatWanYuan(amount)
}

/** Sum in 万元 of the amounts that were filled in; nothing when none was. */
export function moneySum(amounts: readonly (string | null | undefined)[]): string {
  const sum = fenSum(amounts)
  return sum === undefined ? '' : formatWanYuan(sum)
}

export function fenSum(amounts: readonly (string | null | undefined)[]): bigint | undefined {
  const known = amounts.map(findFen).filter((amount) => amount !== undefined)
  return known.length === 0 ? undefined : sumFen(known)
}

/** 执行率; `—` where there was no budget, nothing where a figure is missing. */
export function rate(part_fen: bigint | undefined, whole_fen: bigint | undefined): string {
  if (part_fen === undefined || whole_fen === undefined) return ''
  const ratio = ratioOf(part_fen, whole_fen)
  return ratio === undefined ? '—' : formatRatio(ratio)
}

/** 2024年5月7日, or nothing. */
export function day(date: string | null | undefined): string {
  return date !== null && date !== undefined && isDate(date) ? formatDate(date) : ''
}

export function period(start: string | null | undefined, end: string | null | undefined): string {
  const parts = [day(start), day(end)]
  return parts.every((part) => part === '') ? '' : parts.join('至')
}

export function score(points_x100: number | null | undefined): string {
  return points_x100 === null || points_x100 === undefined ? '' : formatScore(points_x100)
}

export function weight(points_x100: number | null | undefined): string {
  return points_x100 === null || points_x100 === undefined ? '' : formatWeight(points_x100)
}

export function weightSum(points_x100: readonly (number | null | undefined)[]): string {
  return formatWeight(points_x100.reduce<number>((sum, points) => sum + (points ?? 0), 0))
}

export function scoreSum(points_x100: readonly (number | null | undefined)[]): string {
  return formatScore(points_x100.reduce<number>((sum, points) => sum + (points ?? 0), 0))
}

export function tick(isTrue: boolean | null | undefined): string {
  return isTrue ? '√' : ''
}

export function yesNo(value: boolean | null | undefined): string {
  return value === null || value === undefined ? '' : value ? '是' : '否'
}

/** The first text that is not empty. */
export function firstText(...texts: readonly (string | null | undefined)[]): string {
  return texts.find((text) => text !== null && text !== undefined && text.trim() !== '')?.trim() ?? ''
}

export { chineseNumber } from '../../domain/shared/chinese-number.ts'

/** A sentence ends with its own mark or gets a full stop. */
export function sentence(text: string | null | undefined): string {
  const trimmed = (text ?? '').trim()
  return trimmed === '' || /[。！？；.!?;]$/.test(trimmed) ? trimmed : `${trimmed}。`
}

/** As part of a longer sentence: without its last mark. */
export function clause(text: string | null | undefined): string {
  return (text ?? '').trim().replace(/[。；;.]+$/, '')
}
