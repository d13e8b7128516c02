import { Decimal } from './decimal.ts'
import { DomainError } from './errors.ts'

/** Money is integer fen. In content and JSON it travels as the text of that integer. */
export type Fen = bigint

const FEN_TEXT = /^-?\d{1,18}$/
const FEN_PER_YUAN = 100n
const FEN_PER_WAN_YUAN = 1_000_000n

/** Whether a text is an amount as content carries it: an integer number of fen. */
export function isFenText(text: string): boolean {
  return FEN_TEXT.test(text)
}

/**
 * Reads an amount as content carries it.
 * @throws DomainError INVALID_INPUT when it is not an integer number of fen.
 */
export function parseFen(text: string, label = '金额'): Fen {
  if (!isFenText(text)) {
    throw new DomainError('INVALID_INPUT', `${label}“${text}”不是有效金额，请重新填写。`, { label, text })
  }
  return BigInt(text)
}

/** Reads an amount if one was filled in; blank and missing are `undefined`, never zero. */
export function findFen(text: string | null | undefined): Fen | undefined {
  return text !== null && text !== undefined && isFenText(text) ? BigInt(text) : undefined
}

export function toFenText(fen: Fen): string {
  return fen.toString()
}

export function sumFen(amounts: readonly Fen[]): Fen {
  return amounts.reduce((sum, amount) => sum + amount, 0n)
}

/**
 * Reads what a person typed in 万元; separators are allowed, six decimals are exactly one fen.
 * @throws DomainError INVALID_INPUT when it is no number or finer than one fen.
 */
export function parseWanYuan(text: string, label = '金额'): Fen {
  return parseAmount(text, FEN_PER_WAN_YUAN, `${label}“${text}”不是有效金额，请按万元填写，最多六位小数。`)
}

/**
 * Reads an amount in yuan; two decimals are exactly one fen.
 * @throws DomainError INVALID_INPUT when it is no number or finer than one fen.
 */
export function parseYuan(text: string, label = '金额'): Fen {
  return parseAmount(text, FEN_PER_YUAN, `${label}“${text}”不是有效金额，请按元填写，最多两位小数。`)
}

function parseAmount(text: string, fenPerUnit: bigint, message: string): Fen {
  const plain = text.trim().replace(/[,\uFF0C]/g, '')
  if (!/^-?\d{1,14}(\.\d+)?$/.test(plain)) throw new DomainError('INVALID_INPUT', message, { text })
  const fen = new Decimal(plain).times(fenPerUnit.toString())
  if (!fen.isInteger()) throw new DomainError('INVALID_INPUT', message, { text })
  return BigInt(fen.toFixed(0))
}

/**
 * 万元 for people: two decimals with separators, more (up to six) only where needed to stay exact.
 * `62000000` fen → `62.00`, `1` fen → `0.000001`. Never rounds.
 */
export function formatWanYuan(amount: Fen | string): string {
  return formatAmount(amount, FEN_PER_WAN_YUAN, 6)
}

/** 元 for people, two decimals with separators. */
export function formatYuan(amount: Fen | string): string {
  return formatAmount(amount, FEN_PER_YUAN, 2)
}

function formatAmount(amount: Fen | string, fenPerUnit: bigint, maximumPlaces: number): string {
  const fen = typeof amount === 'string' ? parseFen(amount) : amount
  const absolute = fen < 0n ? -fen : fen
  const whole = (absolute / fenPerUnit).toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  const fraction = (absolute % fenPerUnit).toString().padStart(maximumPlaces, '0')
  const shown = fraction.slice(0, 2) + fraction.slice(2).replace(/0+$/, '')
  return `${fen < 0n ? '-' : ''}${whole}.${shown}`
}
