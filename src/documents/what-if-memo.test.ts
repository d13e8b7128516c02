import { expect, test } from 'vitest'
import { whatIfMemo } from '../../tests/golden/samples/what-if.ts'
import type { Block, TableBlock } from '../domain/documents/block.ts'
import { movesOf } from '../domain/results/compute/what-if/index.ts'
import { formatWanYuan, parseWanYuan } from '../domain/shared/money.ts'
import { buildWhatIfMemo } from './what-if-memo.ts'

const blocks = buildWhatIfMemo(whatIfMemo).sections.flatMap((section) => section.blocks)
const isTable = (block: Block): block is TableBlock => block.kind === 'table'
const tables = blocks.filter(isTable).map(({ rows }) => rows.map((row) => row.cells.map(({ text }) => text)))
const [comparison = [], departments = [], detail = []] = tables
const wan = (text: string | undefined) => parseWanYuan(text ?? '')
const sum = (rows: readonly (readonly string[])[], column: number) =>
  rows.reduce((total, row) => total + wan(row[column]), 0n)

test('every line of the annex says what the plan says of its project', () => {
  const { lines, result } = whatIfMemo.plan
  const body = detail.slice(1, -1)
  expect(body).toHaveLength(lines.length)
  body.forEach((row, index) => {
    const line = lines[index]!
    const amount = result.amounts.find(({ projectId }) => projectId === line.projectId)!
    expect(row[1]).toBe(line.name)
    expect(wan(row[5])).toBe(BigInt(line.request_fen))
    expect(wan(row[6])).toBe(BigInt(line.base_fen))
    expect(wan(row[7])).toBe(BigInt(amount.amount_fen))
    expect(wan(row[8])).toBe(BigInt(amount.amount_fen) - BigInt(line.base_fen))
  })
})

test('sums of annex, departments and comparison are the same money', () => {
  const body = detail.slice(1, -1)
  const total = detail.at(-1) ?? []
  for (const column of [5, 6, 7, 8]) expect(wan(total[column])).toBe(sum(body, column))
  const offices = departments.slice(1)
  expect([2, 3, 4, 5].map((column) => sum(offices, column))).toEqual(
    [5, 6, 7, 8].map((column) => wan(total[column])),
  )
  expect(wan(comparison[1]?.[2])).toBe(wan(total[7]))
  const losers = body.filter((row) => wan(row[8]) < 0n)
  expect(comparison[1]?.[5]).toBe(String(losers.length))
  expect(wan(comparison[1]?.[6])).toBe(-sum(losers, 8))
})

test('加权绩效 is what the note under the table says: each amount times the weight beside it', () => {
  const body = detail.slice(1, -1)
  const expected = body.reduce((total, row) => {
    const weight_bp = BigInt(Math.round(Number(row[4]?.replace('%', '')) * 100))
    return total + wan(row[7]) * weight_bp
  }, 0n)
  expect(wan(comparison[1]?.[3])).toBe(expected / 10_000n)
})

test('every amount in the text stands in a table or is what went in', () => {
  const known = new Set([
    ...tables.flat(2),
    ...tables.flat(2).map((text) => text.replace(/^-/, '')),
    formatWanYuan(whatIfMemo.plan.settings.envelope_fen),
    formatWanYuan(whatIfMemo.plan.result.moved.total_fen),
    formatWanYuan(whatIfMemo.plan.result.moved.byPerformance_fen),
    formatWanYuan(movesOf(whatIfMemo.plan.lines, whatIfMemo.plan.result.amounts).added_fen),
    ...(['guarantee_fen', 'contract_fen'] as const).map((field) =>
      formatWanYuan(whatIfMemo.plan.lines.reduce((total, line) => total + BigInt(line[field]), 0n)),
    ),
  ])
  const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
  const amounts = texts.flatMap((text) =>
    [...text.matchAll(/([\d,]+\.\d+)万元/g)].map(([, amount]) => amount ?? ''),
  )
  expect(amounts.length).toBeGreaterThan(15)
  expect(amounts.filter((amount) => !known.has(amount))).toEqual([])
})
