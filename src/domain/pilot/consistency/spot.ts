import { rowsOf } from '../../forms/form-index.ts'
import { Decimal } from '../../shared/decimal.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import type { CaseRecord } from './case.ts'
import type { ValuePath } from './content-differences.ts'
import { placeWords, shownValue } from './place-words.ts'
import { type ConsistencyFinding, inconsistent } from './relation.ts'

/** One place a figure stands in. */
export type Spot = {
  readonly record: Pick<CaseRecord, 'id' | 'title' | 'form'>
  readonly path: ValuePath
  readonly value: unknown
}

/** A field of a record; nothing where it is blank. */
export function spotAt(
  record: Pick<CaseRecord, 'id' | 'title' | 'form' | 'content'> | undefined,
  field: string,
): Spot | undefined {
  const value = record?.content[field]
  return record && !isBlank(value) ? { record, path: [field], value } : undefined
}

/** A column of a table of a record, one spot per row that has it. */
export function columnSpots(record: CaseRecord | undefined, field: string, column: string): Spot[] {
  if (!record) return []
  return rowsOf(record.content, field).flatMap((row, index) =>
    isBlank(row[column]) ? [] : [{ record, path: [field, index, column], value: row[column] }],
  )
}

/** A cell of a table of a record. */
export function cellSpot(
  record: CaseRecord | undefined,
  field: string,
  row: number,
  column: string,
): Spot | undefined {
  return columnSpots(record, field, column).find(({ path }) => path[1] === row)
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

/** 财政绩效评价 第三部分“评价指标”第4行“得分”85.00. */
export function spotWords({ record, path, value }: Spot): string {
  return `“${record.title}”${placeWords(record.form, path)}${shownValue(record.form, path, value)}`
}

/** Nothing where both say the same or one of them is not there. */
export function sameValue(
  header: RuleHeader,
  left: Spot | undefined,
  right: Spot | undefined,
): ConsistencyFinding[] {
  if (!left || !right || String(left.value) === String(right.value)) return []
  const message = `${spotWords(left)}，与${spotWords(right)}不一致，请核对并更正。`
  return [inconsistent(header, left.record.id, message)]
}

/** Nothing where the parts make the total; without parts or total there is nothing to add. */
export function sameSum(
  header: RuleHeader,
  total: Spot | undefined,
  parts: readonly (Spot | undefined)[],
  what = '各项合计',
): ConsistencyFinding[] {
  const known = parts.filter((part) => part !== undefined)
  if (!total || known.length === 0) return []
  const sum = known.reduce((all, { value }) => all.plus(figureOf(value)), new Decimal(0))
  if (sum.equals(figureOf(total.value))) return []
  const { record, path } = total
  const asValue = typeof total.value === 'number' ? sum.toNumber() : sum.toFixed(0)
  const message = `${spotWords(total)}，与${what}${shownValue(record.form, path, asValue)}不一致，请核对各项。`
  return [inconsistent(header, record.id, message)]
}

function figureOf(value: unknown): Decimal {
  const text = String(value)
  return /^-?\d+(\.\d+)?$/.test(text) ? new Decimal(text) : new Decimal(0)
}
