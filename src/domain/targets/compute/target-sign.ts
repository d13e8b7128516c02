import { normaliseTargetText } from './normalise-text.ts'
import { UNIT_PATTERN } from './unit-words.ts'

export type TargetOperator = 'ge' | 'le' | 'eq' | 'gt' | 'lt' | 'range'

const SIGNS: readonly (readonly [RegExp, TargetOperator])[] = [
  [/^(≥|不得?低于|不得?少于|不小于|[大高多]于或?等于|至少|最少|达到)/, 'ge'],
  [/^(≤|不得?高于|不得?超过|不大于|不多于|[小低少]于或?等于|控制在|至多|最多|最高)/, 'le'],
  [/^(>|大于|超过|高于|多于)/, 'gt'],
  [/^(<|小于|低于|少于)/, 'lt'],
  [/^(=|等于)/, 'eq'],
]
const TAILS: readonly (readonly [RegExp, TargetOperator])[] = [
  [/(及|或|\(含\)|含)?以上(\(含[^)]*\))?$/, 'ge'],
  [/(及以下|或以下|以下(\(含[^)]*\))?|以内|之内|(?<=[天日月时周钟年])内)$/, 'le'],
]

/** A number's bound as it is printed in its own cell; `rest` is what remains to be read. */
export type PrintedSign = { readonly operator: TargetOperator | undefined; readonly rest: string }

/** `≥95%` → ge and `95%`; `60%及以上` → ge and `60%`. The text must be normalised. */
export function takeSign(text: string): PrintedSign {
  for (const [pattern, operator] of SIGNS) {
    if (!pattern.test(text)) continue
    const rest = text.replace(pattern, '')
    return { operator, rest: TAILS.reduce((left, [tail]) => left.replace(tail, ''), rest) }
  }
  for (const [pattern, operator] of TAILS) {
    if (pattern.test(text)) return { operator, rest: text.replace(pattern, '') }
  }
  return { operator: undefined, rest: text }
}

const UNIT_IN_BRACKETS = new RegExp(`\\((${UNIT_PATTERN})\\)$`, 'i')

/**
 * Sign and unit that stand in the indicator's name, so that the value cell holds only a number:
 * `满意度(≥**%)` → ge and %; `任务完成时限(月)` → only 月.
 */
export function signInName(name: string | undefined): {
  readonly operator: TargetOperator | undefined
  readonly unit: string
} {
  const plain = normaliseTargetText(name ?? '')
  const template = /([≥≤<>=])(?:\*+|X+|×+)([^()]*)/i.exec(plain)
  if (template) return { operator: operatorOf(template[1]), unit: template[2] ?? '' }
  const printed = /([≥≤<>=])\d+(?:\.\d+)?([^()\d]*)\)?$/.exec(plain)
  if (printed) return { operator: operatorOf(printed[1]), unit: printed[2] ?? '' }
  return { operator: undefined, unit: UNIT_IN_BRACKETS.exec(plain)?.[1] ?? '' }
}

function operatorOf(sign: string | undefined): TargetOperator | undefined {
  return SIGNS.find(([pattern]) => pattern.test(sign ?? ''))?.[1]
}
