import type { DocumentBlocks, TableBlock } from '../domain/documents/block.ts'
import { printDocument } from './print/print-document.ts'
import type { Printed } from './print/printed.ts'

/**
 * The document as text a person can read and compare line by line; tables become rows with bars,
 * a line break inside a cell becomes ` / `.
 */
export function blockText(document: DocumentBlocks): string {
  const { sections } = printDocument(document)
  const marks = sections[0]?.page.marks.map((mark) => `【${mark.text}】`) ?? []
  const body = sections.flatMap((section, index) => [
    ...(index === 0 ? [] : ['', `——（${section.page.orientation === 'portrait' ? '竖页' : '横页'}）——`, '']),
    ...section.items.flatMap(itemText),
  ])
  return `${[...marks, ...body].join('\n')}\n`
}

/** Every text the document prints in its body, in order: what both writers are held to. */
export function printedTexts(document: DocumentBlocks): string[] {
  return printDocument(document).sections.flatMap((section) => section.items.flatMap(textsOf))
}

function itemText(item: Printed): string[] {
  switch (item.kind) {
    case 'table':
      return tableText(item.table)
    case 'sides':
      return [item.parts.map((part) => part.text).join('    ')]
    case 'rule':
      return ['────────']
    case 'break':
      return ['', '——（换页）——', '']
    case 'group':
      return item.lines.flatMap(itemText)
    case 'pinned':
      return ['────────', ...item.rows.flatMap(itemText), '────────']
    case 'code':
      return [...item.lines.flatMap(itemText), `【二维码：${item.text.trim().replace(/\n/g, ' / ')}】`]
    case 'line':
      return [textsOf(item).join('')]
    case 'entry':
      return [`${'　'.repeat(item.indent_em)}${item.title.text} ……`]
  }
}

function textsOf(item: Printed): string[] {
  switch (item.kind) {
    case 'table':
      return item.table.rows
        .flatMap((row) => row.cells.map((cell) => cell.text))
        .filter((text) => text !== '')
    case 'sides':
      return item.parts.map((part) => part.text)
    case 'group':
    case 'code':
      return item.lines.flatMap(textsOf)
    case 'pinned':
      return item.rows.flatMap(textsOf)
    case 'line':
      return [(item.hanging?.run.text ?? '') + item.runs.map((run) => run.text).join('')]
    case 'entry':
      return [item.title.text]
    case 'rule':
    case 'break':
      return []
  }
}

function tableText(table: TableBlock): string[] {
  return table.rows.map(
    (row) => `| ${row.cells.map((cell) => cell.text.replace(/\n/g, ' / ')).join(' | ')} |`,
  )
}
