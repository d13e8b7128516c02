import { Fragment, type ReactNode } from 'react'
import type { FieldDefinition } from '../../domain/forms/form.ts'
import { Light } from '../components/light.tsx'
import { Why } from '../components/why.tsx'
import type { LightValue } from '../shapes.ts'
import { zh } from '../zh.ts'
import { pathOf, useForm } from './form-context.ts'

const LIGHTS: Readonly<Record<string, LightValue>> = {
  绿灯: 'green',
  黄灯: 'yellow',
  红灯: 'red',
}

/** A figure in words; one of the three lights is shown as a light. */
export function FigureText({ text }: { readonly text: string }) {
  const light = LIGHTS[text]
  return light === undefined ? <span className="number">{text}</span> : <Light value={light} />
}

/**
 * Figures the system gives for the rows of a table without a column of their own, in their order; the
 * light first, which a narrow page would otherwise hide.
 */
export function figureColumns(
  field: FieldDefinition,
  figures: Readonly<Record<string, string>>,
): readonly string[] {
  const known = new Set((field.columns ?? []).map(({ id }) => id))
  const found = Object.keys(figures).flatMap((path) => {
    const match = /^(\w+)\[\d+\]\.(\w+)$/.exec(path)
    return match?.[1] === field.id && match[2] !== undefined && !known.has(match[2]) ? [match[2]] : []
  })
  const ids = [...new Set(found)]
  return [...ids.filter((id) => id === 'light'), ...ids.filter((id) => id !== 'light')]
}

/**
 * The cells of a line with the figures among them: behind the columns that say what the row is, so
 * that a light is seen without scrolling; where there are none such, at the end.
 */
export function withFigures(
  columns: readonly FieldDefinition[],
  cell: (column: FieldDefinition, place: number) => ReactNode,
  figures: ReactNode,
): readonly ReactNode[] {
  const first = columns.findIndex((column) => !column.readonly)
  const place = first <= 0 ? columns.length : first
  const cells = columns.map(cell)
  return [...cells.slice(0, place), <Fragment key="figures">{figures}</Fragment>, ...cells.slice(place)]
}

/** What a figure is called where its reason has no better name. */
export function figureLabel(id: string, title?: string): string {
  return zh.figures[id] ?? title ?? id
}

export function FigureHeads({ ids }: { readonly ids: readonly string[] }) {
  return ids.map((id) => (
    <th key={id} scope="col" className="figure-head">
      {figureLabel(id)}
    </th>
  ))
}

export function FigureCells({
  field,
  row,
  ids,
}: {
  readonly field: string
  readonly row: number
  readonly ids: readonly string[]
}) {
  const { figures, explanations } = useForm()
  return ids.map((id) => {
    const path = pathOf(field, row, id)
    const text = figures[path]
    return (
      <td key={id} className="is-readonly">
        {text !== undefined && <FigureText text={text} />}
        <Why explanation={explanations[path]} label={figureLabel(id)} isInTable />
      </td>
    )
  })
}
