import type { PdfNode } from 'pdfmake'
import type { PrintedCode } from '../print/printed.ts'
import { lineNode } from './pdf-text.ts'

const GAP_PT = 8

/** The code drawn as rectangles, its lines beside it at half its height. */
export function codeNode(code: PrintedCode): PdfNode {
  const { modules, size_pt, lines } = code
  const text_pt = lines.reduce((sum, line) => sum + line.leading_pt, 0)
  return {
    columns: [
      { width: size_pt, canvas: rectangles(modules, size_pt / modules.length) },
      { width: '*', stack: lines.map(lineNode), margin: [0, Math.max(0, (size_pt - text_pt) / 2), 0, 0] },
    ],
    columnGap: GAP_PT,
    margin: [0, code.before_pt, 0, 0],
    unbreakable: true,
  }
}

/** One rectangle per run of dark modules in a row; a hair taller, so that no line shows between rows. */
function rectangles(modules: PrintedCode['modules'], module_pt: number): PdfNode[] {
  return modules.flatMap((row, y) => {
    const runs: PdfNode[] = []
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue
      let end = x
      while (row[end]) end += 1
      runs.push({
        type: 'rect',
        x: x * module_pt,
        y: y * module_pt,
        w: (end - x) * module_pt,
        h: module_pt + 0.05,
        color: '#000000',
        lineWidth: 0,
      })
      x = end
    }
    return runs
  })
}
