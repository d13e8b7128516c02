import type { PaymentHold } from '../../shapes-monitoring.ts'
import { zh } from '../../zh.ts'

const words = zh.monitoring.holds

/** The list as comma-separated text that office software opens: amounts in yuan, a mark of its encoding first. */
export function holdsAsText(items: readonly PaymentHold[]): string {
  const head = words.fileColumns
  const rows = items.map((one) => [
    one.projectCode,
    one.projectName,
    one.unitName,
    one.opinion,
    yuan(one.amount_fen),
    one.documentNumber ?? '',
    one.issuedOn,
    one.liftedOn ?? '',
    one.requirement,
  ])
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function yuan(fen: string | null): string {
  if (fen === null) return ''
  const padded = fen.padStart(3, '0')
  return `${padded.slice(0, -2)}.${padded.slice(-2)}`
}

/** Quoted; what a spreadsheet would take for a formula begins with an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.split('"').join('""')}"`
}
