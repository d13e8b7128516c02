import type ExcelJS from 'exceljs'
import { columnLetters } from '../../domain/doctor/read/grid.ts'
import type { CellPlaces, DoctorTable } from '../../domain/doctor/table.ts'
import { addPlainRow, addPlainSheet } from './plain-sheet.ts'

const INDICATOR_FIELDS = [
  'level1',
  'level2',
  'name',
  'target',
  'actual',
  'weight',
  'score',
  'reason',
] as const
const INDICATOR_HEADS = [
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因',
]
const FUND_FIELDS = ['label', 'initial', 'adjusted', 'executed', 'weight', 'rate', 'score'] as const
const FUND_HEADS = ['项目资金', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分']
const WIDTHS = [22, 20, 36, 20, 20, 10, 10, 36]

/**
 * Prints a table as it was read on a sheet of its own, for sources that have no cells to write into.
 * @returns the same table with the places of its cells on that sheet
 */
export function layOutTable(workbook: ExcelJS.Workbook, table: DoctorTable, name: string): DoctorTable {
  const columns = WIDTHS.map((width, index) => ({ title: index === 0 ? '读出的表' : '', width }))
  const sheet = addPlainSheet(workbook, name, columns, [])
  const cells: Record<string, string> = {}
  const line = (label: string, value: string | null, field: string) => {
    if (value === null) return
    const { number } = addPlainRow(sheet, [label, value])
    cells[field] = `${sheet.name}!B${number}`
  }
  line('标题', table.title, 'title')
  line('项目名称', table.projectName, 'projectName')
  line('主管部门', table.department, 'department')
  line('实施单位', table.unit, 'unit')
  line('年度目标', table.annualGoal, 'annualGoal')
  line('目标完成情况', table.goalReached, 'goalReached')
  if (table.funds.length > 0) addPlainRow(sheet, FUND_HEADS, true)
  const funds = table.funds.map((fund) => ({ ...fund, ...placed(sheet, fund, FUND_FIELDS) }))
  addPlainRow(sheet, INDICATOR_HEADS, true)
  const indicators = table.indicators.map((row) => ({ ...row, ...placed(sheet, row, INDICATOR_FIELDS) }))
  if (table.totalWeight !== null || table.totalScore !== null) {
    const { number } = addPlainRow(sheet, ['总分', '', '', '', '', table.totalWeight, table.totalScore])
    cells['totalWeight'] = `${sheet.name}!F${number}`
    cells['totalScore'] = `${sheet.name}!G${number}`
  }
  line('等级', table.grade, 'grade')
  line('表后文字', table.conclusions, 'conclusions')
  return { ...table, funds, indicators, cells }
}

function placed<Field extends string>(
  sheet: ExcelJS.Worksheet,
  line: { readonly [field in Field]: string | null },
  fields: readonly Field[],
): { readonly place: string; readonly cells: CellPlaces } {
  const row = addPlainRow(
    sheet,
    fields.map((field) => line[field]),
  )
  const at = (column: number) => `${sheet.name}!${columnLetters(column)}${row.number}`
  return {
    place: at(fields.length > 7 ? 2 : 0),
    cells: Object.fromEntries(fields.map((field, column) => [field, at(column)])),
  }
}
