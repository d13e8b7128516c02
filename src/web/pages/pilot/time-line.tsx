import type { MilestoneLine } from '../../shapes-pilot.ts'
import { zh } from '../../zh.ts'

const WIDTH = 600
const HEIGHT = 26

/** The milestones of one place along the months of the pilot; a list of sentences for whoever does not see it. */
export function TimeLine({
  name,
  lines,
  from,
  to,
  today,
}: {
  readonly name: string
  readonly lines: readonly MilestoneLine[]
  readonly from: string
  readonly to: string
  readonly today: string
}) {
  const whole = dayNumber(to) - dayNumber(from)
  const at = (day: string) => {
    const share = whole <= 0 ? 0 : (dayNumber(day) - dayNumber(from)) / whole
    return 6 + Math.min(1, Math.max(0, share)) * (WIDTH - 12)
  }
  const spoken = lines.map(({ sentence }) => sentence).join('；')
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="time-line"
      role="img"
      aria-label={`${name}：${spoken}`}
      preserveAspectRatio="none"
    >
      <line x1={6} x2={WIDTH - 6} y1={13} y2={13} className="axis" />
      {lines.map((line, index) => (
        <rect
          key={`bar-${line.code}`}
          x={at(line.from)}
          width={Math.max(3, at(line.to) - at(line.from))}
          y={index % 2 === 0 ? 4 : 16}
          height={6}
          className={`bar is-${line.state}`}
        >
          <title>{line.sentence}</title>
        </rect>
      ))}
      <line x1={at(today)} x2={at(today)} y1={0} y2={HEIGHT} className="today">
        <title>{`${zh.pilot.calendar.today} ${today}`}</title>
      </line>
    </svg>
  )
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}
