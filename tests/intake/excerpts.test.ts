import { describe, expect, test } from 'vitest'
import { readTableText } from '../../src/domain/doctor/read/text-table.ts'
import type { DoctorIndicator } from '../../src/domain/doctor/table.ts'
import { GIVEN_CASES, type GivenCase } from './given-cases.ts'

/** Field of the hand transcription and of the reader. */
const FIELDS = [
  ['level1', 'level1'],
  ['level2', 'level2'],
  ['name', 'name'],
  ['target_text', 'target'],
  ['actual_text', 'actual'],
  ['weight', 'weight'],
  ['score', 'score'],
  ['deviation_reason', 'reason'],
] as const
const FUND_FIELDS = [
  ['source', 'label'],
  ['initial_budget', 'initial'],
  ['adjusted_budget', 'adjusted'],
  ['executed', 'executed'],
  ['weight', 'weight'],
  ['rate', 'rate'],
  ['score', 'score'],
] as const

type Tally = { printed: number; read: number; right: number }
type HandRow = GivenCase['indicators'][number]

const EXCERPTS = GIVEN_CASES.filter(({ raw_form }) => raw_form === 'excerpt')
const isSaid = (text: string | null | undefined): text is string =>
  text !== null && text !== undefined && text !== ''

function agreement(hand: HandRow, read: DoctorIndicator): number {
  return FIELDS.filter(([ours, theirs]) => isSaid(hand[ours]) && hand[ours] === read[theirs]).length
}

/** Lays the two lists side by side in order, so that as many cells as possible agree. */
function align(
  hand: readonly HandRow[],
  read: readonly DoctorIndicator[],
): [HandRow | undefined, DoctorIndicator | undefined][] {
  const best = Array.from({ length: hand.length + 1 }, () => new Array<number>(read.length + 1).fill(0))
  for (let i = hand.length - 1; i >= 0; i -= 1)
    for (let j = read.length - 1; j >= 0; j -= 1)
      best[i]![j] = Math.max(
        best[i + 1]![j]!,
        best[i]![j + 1]!,
        best[i + 1]![j + 1]! + 0.1 + agreement(hand[i]!, read[j]!),
      )
  const pairs: [HandRow | undefined, DoctorIndicator | undefined][] = []
  for (let i = 0, j = 0; i < hand.length || j < read.length; ) {
    if (
      i < hand.length &&
      j < read.length &&
      best[i]![j] === best[i + 1]![j + 1]! + 0.1 + agreement(hand[i]!, read[j]!)
    )
      pairs.push([hand[i++], read[j++]])
    else if (j >= read.length || (i < hand.length && best[i]![j] === best[i + 1]![j]))
      pairs.push([hand[i++], undefined])
    else pairs.push([undefined, read[j++]])
  }
  return pairs
}

function tally(): { byField: Map<string, Tally>; wrong: string[] } {
  const byField = new Map<string, Tally>()
  const wrong: string[] = []
  const count = (
    id: string,
    field: string,
    hand: string | null | undefined,
    read: string | null | undefined,
  ) => {
    const one = byField.get(field) ?? { printed: 0, read: 0, right: 0 }
    byField.set(field, one)
    if (isSaid(hand)) one.printed += 1
    if (isSaid(read)) one.read += 1
    if (isSaid(read) && hand === read) one.right += 1
    else if (isSaid(read)) wrong.push(`${id} ${field}: 手工 ${hand ?? '—'} / 读出 ${read}`)
  }
  for (const given of EXCERPTS) {
    const table = readTableText(given.raw_text).tables[0]
    for (const [hand, read] of align(given.indicators, table?.indicators ?? []))
      for (const [ours, theirs] of FIELDS) count(given.id, theirs, hand?.[ours], read?.[theirs])
    for (const fund of table?.funds ?? []) {
      const hand = given.funds.find(({ source }) => source === fund.label)
      // A line that the transcription leaves out (自有资金:0万元) is no error of the reader.
      if (hand)
        for (const [ours, theirs] of FUND_FIELDS) count(given.id, `fund.${theirs}`, hand[ours], fund[theirs])
    }
    for (const hand of given.funds.filter(
      ({ source }) => !table?.funds.some(({ label }) => label === source),
    ))
      for (const [ours, theirs] of FUND_FIELDS) count(given.id, `fund.${theirs}`, hand[ours], undefined)
    count(given.id, 'projectName', given.project.name, table?.projectName)
    count(given.id, 'department', given.project.department, table?.department)
    count(given.id, 'unit', given.project.unit, table?.unit)
    count(given.id, 'totalWeight', given.total_weight, table?.totalWeight)
    count(given.id, 'totalScore', given.total_score, table?.totalScore)
  }
  return { byField, wrong }
}

describe('tables whose cells ran together, against their transcription by hand', () => {
  const { byField, wrong } = tally()
  const sum = (part: keyof Tally) => [...byField.values()].reduce((all, one) => all + one[part], 0)

  test('of what is read, hardly a cell is wrong; what cannot be told apart is left out', () => {
    const table = [...byField].map(
      ([field, { printed, read, right }]) => `${field} 印 ${printed} 读 ${read} 对 ${right}`,
    )
    console.log(
      [...table, `合计 印 ${sum('printed')} 读 ${sum('read')} 对 ${sum('right')}`, ...wrong].join('\n'),
    )
    expect(sum('right') / sum('read')).toBeGreaterThanOrEqual(0.99)
    expect(sum('right') / sum('printed')).toBeGreaterThanOrEqual(0.69)
  })

  test('figures are never wrong: target, actual, weight, score and money', () => {
    const figures = wrong.filter((line) =>
      / (target|actual|weight|score|total\w+|fund\.(?!label)\w+):/.test(line),
    )
    expect(figures).toEqual([])
  })
})

describe('rows pasted without their headings', () => {
  const pasted = GIVEN_CASES.filter(({ raw_form }) => raw_form === 'cells')
  const FIGURES = [
    ['target_text', 'target'],
    ['actual_text', 'actual'],
    ['weight', 'weight'],
    ['score', 'score'],
  ] as const
  const seen = pasted.flatMap((given) => {
    const rows = readTableText(given.raw_text).tables[0]?.indicators ?? []
    return given.indicators.flatMap((hand) => {
      const row = rows.find(({ name }) => name === hand.name)
      return FIGURES.map(([ours, theirs]) => ({
        id: given.id,
        name: hand.name,
        hand: hand[ours],
        read: row?.[theirs],
      }))
    })
  })

  test('a figure is read only where one official order fits, and then it is right', () => {
    const read = seen.filter((one) => isSaid(one.read))
    const right = read.filter((one) => one.hand === one.read)
    console.log(
      `无表头：印 ${seen.filter(({ hand }) => isSaid(hand)).length} 读 ${read.length} 对 ${right.length}`,
    )
    expect(read.filter((one) => one.hand !== one.read)).toEqual([])
    expect(right.length).toBeGreaterThan(250)
  })
})

describe('what cannot be told apart is said', () => {
  const HEADINGS = '一级指标二级指标三级指标年初目标值(A)实际完成值(B)得分'
  test.each([
    ['figures without a boundary', `${HEADINGS}产出指标数量指标补贴渔船数6620总分100`, 'run_together'],
    ['a text that lost its digits', `绩效自评表${HEADINGS}产出指标数量指标补贴渔船数人数总分`, 'digits_lost'],
    ['a text without a table', '今天天气很好，项目照常。', 'skipped'],
  ])('%s', (_what, text, kind) => {
    const { tables, notes } = readTableText(text)
    expect(notes.map((note) => note.kind)).toContain(kind)
    for (const row of tables[0]?.indicators ?? [])
      expect([row.target, row.actual, row.score]).toEqual([null, null, null])
  })

  test('a reason may have run into the next name when points were taken: the name is not read', () => {
    const text =
      '一级指标二级指标三级指标分值年度指标值实际完成值得分偏差原因分析及改进措施产出指标数量指标造林面积10100亩90亩9资金晚到种树棵数10≥50株≥50株10总分2019'
    const rows = readTableText(text).tables[0]?.indicators ?? []
    expect(rows.map(({ name, target, actual, score }) => [name, target, actual, score])).toEqual([
      ['造林面积', '100亩', '90亩', '9'],
      [null, '≥50株', '≥50株', '10'],
    ])
  })
})
