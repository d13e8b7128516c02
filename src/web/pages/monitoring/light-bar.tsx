import type { LightSums } from '../../../domain/monitoring/compute/overview-rates.ts'
import { zh } from '../../zh.ts'

/** Worst first; shape and number beside the colour, so that grey print says the same. */
const ORDER = ['red', 'yellow', 'pending', 'green', 'unreported'] as const
const SHAPES = { red: '■', yellow: '▲', pending: '○', green: '●', unreported: '–' } as const

/** How many projects stand under each light, drawn as shares of the row. */
export function LightBar({ sums }: { readonly sums: readonly LightSums[] }) {
  const parts = ORDER.map((light) => ({
    light,
    count: sums.find((one) => one.light === light)?.projects ?? 0,
  })).filter(({ count }) => count > 0)
  const titleOf = (light: (typeof ORDER)[number]) =>
    light === 'unreported' ? zh.overview.unreported : zh.lights[light]
  const label = zh.overview.lightsLabel(parts.map(({ light, count }) => `${titleOf(light)}${count}`))
  return (
    <span className="light-bar" role="img" aria-label={label} title={label}>
      {parts.map(({ light, count }) => (
        <span key={light} className={`light-part is-${light}`} style={{ flexGrow: count }}>
          {SHAPES[light]}
          {count}
        </span>
      ))}
    </span>
  )
}
