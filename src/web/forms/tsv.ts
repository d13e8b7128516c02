/**
 * Reads what WPS and Excel put on the clipboard: tabs between cells, lines between rows; a cell with
 * a tab, line break or quote inside is quoted, quotes doubled. The last line break opens no row.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    rows[rows.length - 1]?.push(cell)
    cell = ''
  }
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let i = 0; i < plain.length; i += 1) {
    const sign = plain[i] ?? ''
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (plain[i + 1] === '"') {
        cell += '"'
        i += 1
      } else isQuoted = false
    } else if (sign === '"' && cell === '' && closesQuote(plain, i)) isQuoted = true
    else if (sign === '\t') endCell()
    else if (sign === '\n') {
      endCell()
      rows.push([])
    } else cell += sign
  }
  endCell()
  return rows
}

/** A quote opens a quoted cell only if its closing quote stands at the end of a cell: `3" 管` does not. */
function closesQuote(text: string, start: number): boolean {
  return /^"(?:[^"]|"")*"(?:\t|\n|$)/.test(text.slice(start))
}

/** Writes a block of cells so that WPS and Excel paste it as cells. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quote).join('\t')).join('\r\n')
}

function quote(cell: string): string {
  return /[\t\n\r"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell
}
