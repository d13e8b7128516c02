import { DomainError } from '../shared/errors.ts'
import type { PublishedFund, PublishedIndicator, PublishedTable } from './published-table.ts'

/**
 * Reads the JSON form of a published table: `project`, `funds`, `indicators`, every cell as printed.
 * @throws DomainError INVALID_INPUT naming the path that is not as expected
 */
export function readPublishedJson(raw: unknown): PublishedTable {
  const file = object(raw, '文件')
  const project = object(file['project'] ?? {}, 'project')
  return {
    amountUnit: file['amount_unit'] === '元' ? '元' : '万元',
    projectName: cell(project, 'name'),
    annualGoal: cell(project, 'annual_goal'),
    funds: list(file['funds'], 'funds').map((row, index): PublishedFund => {
      const fund = object(row, `funds/${index}`)
      return {
        place: `funds/${index}`,
        label: cell(fund, 'source'),
        initial: cell(fund, 'initial_budget'),
        adjusted: cell(fund, 'adjusted_budget'),
        executed: cell(fund, 'executed'),
      }
    }),
    indicators: list(file['indicators'], 'indicators').map((row, index): PublishedIndicator => {
      const indicator = object(row, `indicators/${index}`)
      return {
        place: `indicators/${index}`,
        level1: cell(indicator, 'level1'),
        level2: cell(indicator, 'level2'),
        name: cell(indicator, 'name'),
        target: cell(indicator, 'target_text'),
        actual: cell(indicator, 'actual_text'),
        weight: cell(indicator, 'weight'),
        score: cell(indicator, 'score'),
        reason: cell(indicator, 'deviation_reason'),
      }
    }),
  }
}

type Raw = { readonly [key: string]: unknown }

function object(value: unknown, place: string): Raw {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Raw
  throw new DomainError('INVALID_INPUT', `${place} 的结构不对，请核对文件是否为绩效表的 JSON 格式。`, {
    places: [{ field: place }],
  })
}

function list(value: unknown, place: string): readonly unknown[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  throw new DomainError('INVALID_INPUT', `${place} 应为列表，请核对文件。`, { places: [{ field: place }] })
}

function cell(row: Raw, key: string): string {
  const value = row[key]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
