import ExcelJS from 'exceljs'
import type { IntakeFault } from '../../domain/intake/intake-fault.ts'
import { workbookBytes } from '../shared/workbook-bytes.ts'

const RED = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } } as const

/**
 * Runs in the gated thread: the same workbook with each fault written as a note into its cell, and a
 * sheet that lists them all.
 */
export async function parse(file: string, faults: readonly IntakeFault[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  for (const { place, message } of faults) {
    const at = place.lastIndexOf('!')
    const sheet = at < 0 ? undefined : workbook.getWorksheet(place.slice(0, at))
    if (!sheet) continue
    const cell = sheet.getCell(place.slice(at + 1))
    cell.note = message
    cell.fill = RED
  }
  const list = workbook.addWorksheet('需要改正')
  list.columns = [{ width: 28 }, { width: 90 }]
  list.addRow(['位置', '问题'])
  for (const { place, message } of faults) list.addRow([place, message])
  return new Uint8Array(await workbookBytes(workbook))
}
