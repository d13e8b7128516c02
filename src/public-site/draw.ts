import { encodeQR } from 'qr'
import { type Html, html } from './html.ts'

/** A bar of a chart: its label, how long it is, and what it says. */
export type Bar = {
  readonly label: string
  readonly share: number
  readonly said: string
  readonly mark?: number
}

const WIDTH = 460
const ROW = 34
const LEFT = 120
const ROOM = 190

/**
 * Bars as one drawing; the same figures stand in a table or a sentence beside it, so that nobody needs to see it.
 * @param title what the drawing is about, read aloud instead of it
 */
export function barChart(title: string, bars: readonly Bar[]): Html {
  const height = bars.length * ROW + 8
  const said = bars.map(({ label, said: words }) => `${label}${words}`).join('；')
  return html`<figure class="chart"><svg role="img" aria-label="${title}：${said}" viewBox="0 0 ${WIDTH} ${height}">
${bars.map((bar, index) => barAt(bar, index * ROW + 6))}</svg><figcaption>${title}</figcaption></figure>`
}

function barAt({ label, share, said, mark }: Bar, top: number): Html {
  const width = Math.round(ROOM * Math.max(0, Math.min(1, share)))
  const at = mark === undefined ? undefined : LEFT + Math.round(ROOM * Math.max(0, Math.min(1, mark)))
  return html`<text class="bar-label" x="${LEFT - 8}" y="${top + 17}" text-anchor="end">${cut(label)}</text>
<rect class="bar-room" x="${LEFT}" y="${top}" width="${ROOM}" height="24"/>
<rect class="bar" x="${LEFT}" y="${top}" width="${width}" height="24"/>
${at !== undefined && html`<line class="bar-mark" x1="${at}" x2="${at}" y1="${top - 3}" y2="${top + 27}"/>`}
<text class="bar-said" x="${LEFT + ROOM + 8}" y="${top + 17}">${said}</text>`
}

function cut(label: string): string {
  return label.length > 7 ? `${label.slice(0, 6)}…` : label
}

/** A QR code as one path: sharp on paper and at any zoom. */
export function qrCode(text: string, label: string): Html {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const path = modules
    .map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join(''))
    .join('')
  return html`<svg class="qr" role="img" aria-label="${label}" width="132" height="132" viewBox="0 0 ${modules.length} ${modules.length}" shape-rendering="crispEdges"><rect width="${modules.length}" height="${modules.length}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
}
