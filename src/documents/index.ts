export { blockText, printedTexts } from './block-text.ts'
export { type DocumentInputs, documentBuilders } from './builders.ts'
export type {
  DocumentFrame,
  FactTable,
  LetterHead,
  ProjectHead,
  SignedOpinion,
  VersionReference,
} from './shared/input.ts'
export type { StagePart } from './shared/stage-part.ts'
export { type DocumentFormat, newStream, sheetInWorker, writeInWorker } from './write-in-worker.ts'
export { CELL_END, ROW_END, type SheetHead } from './sheet/sheet-stream.ts'
export { writeDocx } from './write-docx.ts'
export { writeExchangeWorkbook } from './exchange/write-exchange-workbook.ts'
export { writeRubricWorkbook } from './rubric-workbook.ts'
export { writeOfflineWorkbook } from './offline/write-offline-workbook.ts'
export { writePdf } from './write-pdf.ts'
export { type Sheet, type SheetCell, type SheetColumn, writeXlsx } from './write-xlsx.ts'
