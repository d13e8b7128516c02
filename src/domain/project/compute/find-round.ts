import type { DateText } from '../../shared/dates.ts'
import { daysBetween, formatDate } from '../../shared/dates.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'

export const ROUND_TYPES = {
  firstUp: '一上',
  firstDown: '一下',
  secondUp: '二上',
  secondDown: '二下',
  midYear: '年中追加',
  adjustment: '预算调整',
} as const
export type RoundType = keyof typeof ROUND_TYPES

/** Rounds in which units declare; in the others finance answers. */
export const DECLARING: readonly RoundType[] = ['firstUp', 'secondUp', 'midYear', 'adjustment']

/** A round that was opened, as everybody of the place may know it. */
export type Round = {
  readonly id: string
  readonly roundType: RoundType
  readonly opensOn: DateText
  readonly closesOn: DateText
  readonly state: 'open' | 'closed'
}

export type RoundNow = {
  /** Whether the place works by rounds this year: it has opened one. */
  readonly isKept: boolean
  /** The round something declared today belongs to. */
  readonly current: Round | undefined
  /** Days until its last day; negative when that is over and the round still open. */
  readonly daysLeft: number | null
  /** The round to wait for. */
  readonly next: Round | undefined
}

/** Which round is open on a day: begun, not closed, one in which units declare; the latest begun counts. */
export function findRoundNow(rounds: readonly Round[], today: DateText): RoundNow {
  const declaring = rounds.filter(({ roundType }) => DECLARING.includes(roundType))
  const open = declaring.filter(({ state }) => state === 'open')
  const current = open
    .filter(({ opensOn }) => opensOn <= today)
    .toSorted((a, b) => a.opensOn.localeCompare(b.opensOn))
    .pop()
  const next = open
    .filter(({ opensOn }) => opensOn > today)
    .toSorted((a, b) => a.opensOn.localeCompare(b.opensOn))[0]
  return {
    isKept: declaring.length > 0,
    current,
    daysLeft: current ? daysBetween(today, current.closesOn) : null,
    next,
  }
}

/** The dates the place's calendar sets for a round; nothing for rounds it does not know (追加、调整、二下). */
export function calendarDates(
  roundType: RoundType,
  fiscalYear: number,
  rules: ParameterReader,
): { readonly opensOn: DateText; readonly closesOn: DateText } | undefined {
  const step = rules.value('budget.calendar').value.steps.find(({ id }) => id === roundType)
  return (
    step && {
      opensOn: `${fiscalYear + step.fromYear}-${step.from}`,
      closesOn: `${fiscalYear + step.toYear}-${step.to}`,
    }
  )
}

/** 一上（2022年8月1日至2022年9月30日） */
export function roundWords({ roundType, opensOn, closesOn }: Round): string {
  return `${ROUND_TYPES[roundType]}（${formatDate(opensOn)}至${formatDate(closesOn)}）`
}
