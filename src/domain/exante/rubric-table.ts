import { checkRubric } from './checks/rubric.ts'
import type { ExanteRubricContent, ExanteRubricItemsRow } from '../forms/contents.ts'
import { parseCell } from '../forms/cell-text.ts'
import type { FieldDefinition } from '../forms/form.ts'
import type { IntakeFault } from '../intake/intake-fault.ts'
import type { ReadSheet } from '../offline/workbook.ts'
import { formatHundredths } from '../forms/cell-text.ts'
import { AFFORDABILITY_CODE } from './rubric-version.ts'

/** The heads of the table, in the order of the template; docs/ex-ante-rubric.md explains each. */
export const RUBRIC_HEADS = ['维度代码', '维度名称', '编号', '评估要点', '分值'] as const

type Head = (typeof RUBRIC_HEADS)[number]
type Item = ExanteRubricItemsRow & { readonly dimension: NonNullable<ExanteRubricItemsRow['dimension']> }
export type RubricTable = {
  readonly dimensions: readonly { readonly code: string; readonly name: string }[]
  readonly items: readonly ExanteRubricItemsRow[]
  /** Empty when the table can be taken over as it stands. */
  readonly faults: readonly IntakeFault[]
}

const CODES: readonly string[] = ['NEC', 'ECO', 'TGT', 'IMP', 'FND']
const POINTS: FieldDefinition = { id: 'weight_x100', label: '分值', type: 'integer' }
const LONGEST: Readonly<Partial<Record<Head, number>>> = { 维度名称: 30, 编号: 20, 评估要点: 200 }

/**
 * Reads the first sheet with the five heads. Code and name may stand once above the lines they are for
 * (merged cells); rows without anything are skipped; AFF has a name and no lines.
 */
export function readRubricTable(sheets: readonly ReadSheet[]): RubricTable {
  for (const sheet of sheets) {
    const top = sheet.rows.findIndex((row) => RUBRIC_HEADS.every((head) => placeOf(row, head) >= 0))
    if (top >= 0) return readRows(sheet, top)
  }
  const message = `没有找到表头，应在同一行写明：${RUBRIC_HEADS.join('、')}。`
  return { dimensions: [], items: [], faults: [{ place: `${sheets[0]?.name ?? '工作表'}!A1`, message }] }
}

function readRows(sheet: ReadSheet, top: number): RubricTable {
  const heads = sheet.rows[top] ?? []
  const places = new Map(RUBRIC_HEADS.map((head) => [head, placeOf(heads, head)]))
  const place = (row: number, head: Head) => `${sheet.name}!${letterOf(places.get(head) ?? 0)}${row + 1}`
  const names = new Map<string, string>()
  const items: Item[] = []
  const lines: number[] = []
  const faults: IntakeFault[] = []
  let code = ''
  for (let row = top + 1; row < sheet.rows.length; row += 1) {
    const text = (head: Head) => (sheet.rows[row]?.[places.get(head) ?? 0] ?? '').trim()
    if (RUBRIC_HEADS.every((head) => text(head) === '')) continue
    const fault = (head: Head, message: string) => faults.push({ place: place(row, head), message })
    code = text('维度代码').toUpperCase() || code
    if (!CODES.includes(code) && code !== AFFORDABILITY_CODE) {
      fault('维度代码', `维度代码应为${[...CODES, AFFORDABILITY_CODE].join('、')}之一。`)
      continue
    }
    for (const [head, most] of Object.entries(LONGEST) as [Head, number][])
      if (text(head).length > most) fault(head, `${head}最多${most}个字。`)
    const name = text('维度名称')
    if (name !== '' && (names.get(code) ?? name) !== name) {
      fault('维度名称', `维度${code}前面写的是“${names.get(code)}”，请改成同一名称。`)
    }
    if (name !== '' && !names.has(code)) names.set(code, name)
    if (!names.has(code)) fault('维度名称', `请写明维度${code}的名称。`)
    if (code === AFFORDABILITY_CODE) {
      for (const head of ['编号', '评估要点', '分值'] as const)
        if (text(head) !== '') fault(head, `${AFFORDABILITY_CODE}由测算得出，不评分，请清空这一格。`)
      continue
    }
    for (const head of ['编号', '评估要点'] as const) if (text(head) === '') fault(head, `请填写${head}。`)
    const points = parseCell(POINTS, text('分值').replace(/分$/, ''))
    const weight_x100 = points.ok && typeof points.value === 'number' ? points.value : 0
    if (weight_x100 < 1 || weight_x100 > 100_00) fault('分值', '请填写大于0、不超过100的数，最多两位小数。')
    const dimension = code as Item['dimension']
    items.push({ dimension, itemCode: text('编号'), item: text('评估要点'), weight_x100 })
    lines.push(row)
  }
  if (faults.length === 0) faults.push(...faultsOfWhole(items, lines, top, place))
  return { dimensions: [...names].map(([one, name]) => ({ code: one, name })), items, faults }
}

/** What the checks of the form would say, at the cell it is about; of the whole, at the head of points. */
function faultsOfWhole(
  items: ExanteRubricContent['items'],
  lines: readonly number[],
  top: number,
  place: (row: number, head: Head) => string,
): IntakeFault[] {
  return checkRubric({ items: items ?? [] }).map(({ message, where: { row } }) => ({
    place: row === undefined ? place(top, '分值') : place(lines[row] ?? top, '编号'),
    message,
  }))
}

/** A rubric as the rows of the template: head first, AFF last. */
export function rubricRows({ dimensions, items }: ExanteRubricContent): string[][] {
  const names = new Map((dimensions ?? []).map(({ code, name }) => [code ?? '', name ?? '']))
  return [
    [...RUBRIC_HEADS],
    ...(items ?? []).map(({ dimension, itemCode, item, weight_x100 }) => [
      dimension ?? '',
      names.get(dimension ?? '') ?? '',
      itemCode ?? '',
      item ?? '',
      weight_x100 == null ? '' : formatHundredths(weight_x100),
    ]),
    [AFFORDABILITY_CODE, names.get(AFFORDABILITY_CODE) ?? '', '', '', ''],
  ]
}

function placeOf(row: readonly string[], head: Head): number {
  return row.findIndex(
    (text) => text.replace(/\s/g, '') === head || text.replace(/\s/g, '') === `${head}（分）`,
  )
}

/** The letter of a column; the table is narrower than Z in any workbook a person made. */
function letterOf(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26))
  return column < 26 ? rest : `${letterOf(Math.floor(column / 26) - 1)}${rest}`
}
