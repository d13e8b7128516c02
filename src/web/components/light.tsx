import type { Grade, LightValue } from '../shapes.ts'
import { zh } from '../zh.ts'

const SHAPES: Readonly<Record<LightValue, string>> = {
  green: '●',
  yellow: '▲',
  red: '■',
  pending: '○',
}

/** Colour, shape and word: readable in grey print and by colour-blind people. */
export function Light({
  value,
  isShort = false,
}: {
  readonly value: LightValue | null
  readonly isShort?: boolean
}) {
  if (value === null) return <span className="muted">—</span>
  return (
    <span className={`light light-${value}`} title={zh.lights[value]}>
      <span aria-hidden="true">{SHAPES[value]}</span>
      <span className={isShort ? 'visually-hidden' : undefined}> {zh.lights[value]}</span>
    </span>
  )
}

export function GradeMark({ value }: { readonly value: Grade | null }) {
  if (value === null) return <span className="muted">—</span>
  return <span className={`grade grade-${value}`}>{zh.grades[value]}</span>
}
