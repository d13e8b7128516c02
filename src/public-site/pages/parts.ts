import { formatWanYuan } from '../../domain/shared/money.ts'
import { formatScore } from '../../domain/shared/score.ts'
import { type Html, html } from '../html.ts'

export type Column = { readonly label: string; readonly isNumber?: boolean }

/** A table that can be printed, and that a narrow screen shows row by row. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly (Html | string)[])[],
): Html {
  return html`<div class="table" role="region" aria-label="${caption}" tabindex="0"><table class="stack"><caption>${caption}</caption>
<thead><tr>${columns.map(({ label, isNumber }) => html`<th scope="col" class="${isNumber ? 'number' : ''}">${label}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr>${row.map((cell, at) => html`<td data-label="${columns[at]?.label ?? ''}" class="${columns[at]?.isNumber ? 'number' : ''}">${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`
}

export function facts(entries: readonly (readonly [label: string, value: string])[]): Html {
  return html`<dl class="facts">${entries.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** 万元, or a dash where nothing was said. */
export function wan(fen: string): string {
  return fen === '' ? '—' : formatWanYuan(fen)
}

export function points(score_x100: number | null): string {
  return score_x100 === null ? '—' : formatScore(score_x100)
}

/** Text with its own line ends. */
export function lines(text: string): Html {
  return html`<p class="text">${text}</p>`
}
