import { Link } from '@tanstack/react-router'
import { useRounds } from '../queries.ts'
import { zh } from '../zh.ts'
import { formatDay } from '../format.ts'

const words = zh.targets.rounds

/** Which round is open and how many days are left; nothing where the place keeps no rounds. */
export function RoundNotice({
  place,
  isLinked = false,
}: {
  readonly place: { readonly jurisdiction: string; readonly year: string }
  readonly isLinked?: boolean
}) {
  const { data } = useRounds(place)
  if (data === undefined) return null
  const { current, daysLeft, next, nextOpensOn } = data
  const isKept = data.items.some(({ isDeclaring, daysLeft: days }) => isDeclaring && days !== null)
  if (current === null && next === null && !isKept) return null
  const text =
    current !== null
      ? words.open(current, daysLeft ?? 0)
      : next !== null
        ? words.next(next, formatDay(nextOpensOn))
        : words.none
  const isLate = current !== null && (daysLeft ?? 0) < 0
  const notice = <span className={isLate ? 'round-notice late' : 'round-notice'}>{text}</span>
  if (!isLinked) return notice
  return (
    <Link to="/$jurisdiction/$year/rounds" params={place}>
      {notice}
    </Link>
  )
}
