import { parseTsv } from '../tsv.ts'

/**
 * The cells on the clipboard. WPS and Excel put a table of HTML beside the text, and only that says which
 * cells are merged: a level that stands over several rows counts for each of them.
 */
export function readClipboard(data: DataTransfer): string[][] {
  const html = data.getData('text/html')
  const merged = /(row|col)span=/i.test(html) ? readTable(html) : undefined
  return merged ?? parseTsv(data.getData('text/plain'))
}

/** The one table of a piece of HTML; nothing when there is none or several. */
export function readTable(html: string): string[][] | undefined {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const tables = page.querySelectorAll('table')
  const [table] = tables
  if (table === undefined || tables.length > 1) return undefined
  const rows: string[][] = []
  Array.from(table.rows).forEach((line, row) => {
    let column = 0
    for (const cell of Array.from(line.cells)) {
      while (rows[row]?.[column] !== undefined) column += 1
      const text = textOf(cell)
      for (let down = 0; down < Math.max(1, cell.rowSpan); down += 1) {
        for (let across = 0; across < Math.max(1, cell.colSpan); across += 1) {
          rows[row + down] = rows[row + down] ?? []
          // Merged downwards it holds for each row; to the side only for the first column.
          ;(rows[row + down] as string[])[column + across] = across === 0 ? text : ''
        }
      }
      column += Math.max(1, cell.colSpan)
    }
  })
  return rows.slice(0, table.rows.length).map((line) => Array.from(line, (text) => text ?? ''))
}

function textOf(cell: HTMLTableCellElement): string {
  for (const end of Array.from(cell.querySelectorAll('br'))) end.replaceWith('\n')
  return (cell.textContent ?? '').replace(/\u00a0/g, ' ').trim()
}
