import { DomainError } from '../../shared/errors.ts'
import {
  type DoctorFund,
  type DoctorIndicator,
  type DoctorTable,
  TABLE_KINDS,
  type TableKind,
} from '../table.ts'

/**
 * Reads the JSON form of a printed table: `project`, `funds`, `indicators`, every cell as printed.
 * `null` (not visible) and `''` (visible but blank) are kept apart; a missing field is not visible.
 * @throws DomainError INVALID_INPUT naming the path that is not as expected
 */
export function readTableJson(raw: unknown): DoctorTable {
  const file = object(raw, '文件')
  if (!['project', 'funds', 'indicators', 'raw_text'].some((key) => Object.keys(file).includes(key))) {
    throw refusal('文件', '里没有绩效表，应有 project、funds、indicators 三部分')
  }
  const project = object(file['project'] ?? {}, 'project')
  const source = object(file['source'] ?? {}, 'source')
  const title = cell(source, 'title', 'source') ?? cell(file, 'title', '')
  return {
    kind: readKind(file['kind']),
    form: file['form'] === 'narrative' ? 'narrative' : 'table',
    isComplete: file['complete'] === true,
    isOcr: file['ocr'] === true,
    amountUnit: file['amount_unit'] === '元' ? '元' : '万元',
    year: readYear(source['year'] ?? file['year']) ?? yearIn(title),
    title,
    projectName: cell(project, 'name', 'project'),
    department: cell(project, 'department', 'project'),
    unit: cell(project, 'unit', 'project'),
    annualGoal: cell(project, 'annual_goal', 'project'),
    goalReached: cell(project, 'goal_reached', 'project'),
    funds: list(file['funds'], 'funds').map(readFund),
    indicators: list(file['indicators'], 'indicators').map(readIndicator),
    totalWeight: cell(file, 'total_weight', ''),
    totalScore: cell(file, 'total_score', ''),
    grade: cell(file, 'grade', ''),
    conclusions: cell(file, 'conclusions', ''),
    text: cell(file, 'raw_text', ''),
  }
}

function readFund(row: unknown, index: number): DoctorFund {
  const place = `funds/${index}`
  const fund = object(row, place)
  const at = (key: string) => cell(fund, key, place)
  return {
    place,
    label: at('source'),
    initial: at('initial_budget'),
    adjusted: at('adjusted_budget'),
    executed: at('executed'),
    weight: at('weight'),
    rate: at('rate'),
    score: at('score'),
  }
}

function readIndicator(row: unknown, index: number): DoctorIndicator {
  const place = `indicators/${index}`
  const indicator = object(row, place)
  const at = (key: string) => cell(indicator, key, place)
  return {
    place,
    level1: at('level1'),
    level2: at('level2'),
    name: at('name'),
    target: at('target_text'),
    actual: at('actual_text'),
    weight: at('weight'),
    score: at('score'),
    reason: at('deviation_reason'),
  }
}

function readKind(value: unknown): TableKind {
  return typeof value === 'string' && Object.keys(TABLE_KINDS).includes(value)
    ? (value as TableKind)
    : 'unknown'
}

function readYear(value: unknown): number | null {
  const year = typeof value === 'string' ? Number(value) : value
  return typeof year === 'number' && Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : null
}

/** The budget year a title names; the year of a document number, 〔2023〕, is another matter. */
export function yearIn(title: string | null): number | null {
  const plain = (title ?? '').normalize('NFKC').replace(/[〔[(]\d{4}[〕\])]\s*\d*号?/g, '')
  return readYear(/(?<!\d)(20\d{2})\s*年/.exec(plain)?.[1] ?? /(?<!\d)(20\d{2})(?!\d)/.exec(plain)?.[1])
}

/** No printed table has as many; more would only keep the reader waiting. */
const MOST_ROWS = 2000

type Raw = { readonly [key: string]: unknown }

function object(value: unknown, place: string): Raw {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Raw
  throw refusal(place, '的结构不对，应为一组字段')
}

function list(value: unknown, place: string): readonly unknown[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value) && value.length <= MOST_ROWS) return value
  if (Array.isArray(value))
    throw refusal(place, `有 ${value.length} 行，超过 ${MOST_ROWS} 行，不是一张绩效表`)
  throw refusal(place, '应为列表')
}

function cell(row: Raw, key: string, place: string): string | null {
  const value = row[key]
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  throw refusal(place === '' ? key : `${place}/${key}`, '应为文字、数字或空值')
}

function refusal(place: string, fault: string): DomainError {
  const message = `${place} ${fault}，请核对文件是否为绩效表的 JSON 格式。`
  return new DomainError('INVALID_INPUT', message, { places: [{ field: place }] })
}
