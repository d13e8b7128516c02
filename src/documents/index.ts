export { blockText } from './block-text.ts'
export { writeDocx } from './write-docx.ts'
export { writePdf } from './write-pdf.ts'
export { type Sheet, type SheetCell, type SheetColumn, writeXlsx } from './write-xlsx.ts'
