import type ExcelJS from 'exceljs'
import { workbookBytes } from '../shared/workbook-bytes.ts'
import type { CellRole, PlannedCell, SheetPlan } from '../../domain/offline/plan-sheet.ts'
import { ORIGIN_SHEET } from '../../domain/offline/workbook.ts'
import { cellString } from '../shared/cell-string.ts'

export type OfflineWorkbook = {
  readonly plan: SheetPlan
  /** Lines of the hidden sheet that says what the workbook was made from. */
  readonly origin: readonly string[]
}

const CHOICES_SHEET = '_选项'
const EDGE = { style: 'thin', color: { argb: 'FF9AA0A6' } } as const
const BORDER = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE }
const FILLS: Readonly<Partial<Record<CellRole, string>>> = {
  section: 'FFDCE6F1',
  label: 'FFEDEFF2',
  head: 'FFEDEFF2',
}
/** Chinese characters of the longest line that a row of usual height shows. */
const LONG_ROW_HEIGHT = 90

/**
 * Writes an official table to be filled in offline: locked where the person may not write, drop-downs
 * where there are choices, row keys in a hidden column, the origin on a sheet nobody sees.
 */
export async function writeOfflineWorkbook({ plan, origin }: OfflineWorkbook): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  workbook.creator = '绩衡'
  const sheet = workbook.addWorksheet(plan.title.slice(0, 31), {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  plan.widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width
  })
  const lists = addChoices(workbook, plan)
  for (const cell of plan.cells) writeCell(sheet, cell, lists)
  sheet.getColumn(plan.keyColumn + 1).hidden = true
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    insertRows: true,
    deleteRows: true,
    sort: true,
  })
  const hidden = workbook.addWorksheet(ORIGIN_SHEET, { state: 'veryHidden' })
  for (const line of origin) hidden.addRow([cellString(line)])
  return workbookBytes(workbook)
}

/** Each list of choices once, in a column of its own; a list inside the rule itself may be too long. */
function addChoices(workbook: ExcelJS.Workbook, plan: SheetPlan): ReadonlyMap<string, string> {
  const lists = new Map<string, string>()
  const sheet = workbook.addWorksheet(CHOICES_SHEET, { state: 'veryHidden' })
  for (const { choices } of plan.cells) {
    const key = choices?.join('\n')
    if (!choices || key === undefined || lists.has(key)) continue
    const column = sheet.getColumn(lists.size + 1)
    choices.forEach((label, index) => {
      sheet.getCell(index + 1, lists.size + 1).value = label
    })
    lists.set(key, `'${CHOICES_SHEET}'!$${column.letter}$1:$${column.letter}$${choices.length}`)
  }
  return lists
}

function writeCell(sheet: ExcelJS.Worksheet, planned: PlannedCell, lists: ReadonlyMap<string, string>): void {
  const { row, column, width, role, value, isOpen, choices, isLong } = planned
  if (width > 1) sheet.mergeCells(row + 1, column + 1, row + 1, column + width)
  const cell = sheet.getCell(row + 1, column + 1)
  cell.value = typeof value === 'number' ? value : cellString(value) || null
  // Text format: what is typed into the cell stays what was typed.
  cell.numFmt = typeof value === 'number' ? numberFormat(value) : '@'
  cell.protection = { locked: !isOpen }
  style(cell, role, isOpen)
  if (role === 'title') sheet.getRow(row + 1).height = 30
  if (isLong && width > 1) sheet.getRow(row + 1).height = LONG_ROW_HEIGHT
  const list = choices && lists.get(choices.join('\n'))
  if (!list) return
  cell.dataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: [list],
    showErrorMessage: true,
    errorTitle: '请从选项中选择',
    error: '这一格只能填下拉列表里的内容。',
  }
}

function style(cell: ExcelJS.Cell, role: CellRole, isOpen: boolean): void {
  const isHeading = role === 'title' || role === 'section' || role === 'head'
  cell.font = { name: isHeading ? '黑体' : '宋体', size: role === 'title' ? 16 : 10.5 }
  cell.alignment = {
    horizontal: role === 'title' || role === 'head' ? 'center' : 'left',
    vertical: 'middle',
    wrapText: true,
  }
  if (role === 'title' || role === 'note' || role === 'key') return
  cell.border = BORDER
  const fill = FILLS[role] ?? (isOpen ? undefined : 'FFF6F7F8')
  if (fill) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } }
}

/** As many places as the number has, and thousands apart. */
function numberFormat(value: number): string {
  const places = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0
  return places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`
}
