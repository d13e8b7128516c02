import { describe, expect, test } from 'vitest'
import {
  checkLeadExpert,
  checkPanelDrawn,
  checkQuotas,
  checkValuePublished,
  checkValueUnknown,
} from './index.ts'

describe('EXA-131 the value is unknown at sealing and public at drawing', () => {
  test.each([
    ['2026-12-05', '2026-12-04', 0, 1],
    ['2026-12-05', '2026-12-05', 1, 0],
    ['2026-12-05', '2026-12-06', 1, 0],
  ])('published %s, today %s', (publicValueOn, today, sealing, drawing) => {
    expect(checkValueUnknown({ publicValueOn }, today)).toHaveLength(sealing)
    expect(checkValuePublished({ publicValueOn }, today)).toHaveLength(drawing)
  })
})

describe('EXA-132 quotas that can be filled whatever the value', () => {
  const expert = (id: string, fields: string[], reasons: string[] = []) => ({ id, name: id, fields, reasons })
  const PEOPLE = [
    expert('a', ['industry']),
    expert('b', ['industry', 'finance']),
    expert('c', ['finance']),
    expert('d', ['finance'], ['已暂停']),
  ]
  const check = (...quotas: [string, number][]) =>
    checkQuotas({ quotas: quotas.map(([field, count]) => ({ field, count })) as never }, PEOPLE).map(
      ({ message }) => message,
    )
  test.each<[why: string, quotas: [string, number][], count: number]>([
    ['two who can do industry', [['industry', 2]], 0],
    ['three are too many', [['industry', 3]], 1],
    ['the suspended one does not count', [['finance', 3]], 1],
    [
      'one of each',
      [
        ['industry', 1],
        ['finance', 1],
      ],
      0,
    ],
    [
      'the first may take the one the second needs',
      [
        ['industry', 1],
        ['finance', 2],
      ],
      1,
    ],
    [
      'a field twice',
      [
        ['industry', 1],
        ['industry', 1],
      ],
      1,
    ],
    ['nobody has the field', [['law', 1]], 1],
  ])('%s', (_why, quotas, count) => expect(check(...quotas)).toHaveLength(count))
})

test.each<[why: string, draw: Parameters<typeof checkPanelDrawn>[1], isRequired: boolean, count: number]>([
  ['no draw, none required', undefined, false, 0],
  ['no draw where one is required', undefined, true, 1],
  ['sealed, not drawn yet', { state: 'sealed', people: [] }, false, 1],
  ['as drawn', { state: 'drawn', people: ['b', 'a'] }, false, 0],
  ['one too few', { state: 'drawn', people: ['a', 'b', 'c'] }, false, 1],
  ['another than drawn', { state: 'drawn', people: ['a', 'c'] }, false, 1],
  ['one slipped in', { state: 'drawn', people: ['a'] }, false, 1],
])('EXA-111 the panel is what was drawn: %s', (_why, draw, isDrawRequired, count) => {
  const experts = [{ person: 'a' }, { person: 'b' }]
  expect(checkPanelDrawn({ experts }, draw, { isDrawRequired })).toHaveLength(count)
})

test.each([
  [[true, false], 0],
  [[false, false], 1],
  [[true, true], 1],
  [[], 1],
])('EXA-112 one leads: %j', (leads, count) => {
  expect(checkLeadExpert({ experts: leads.map((isLead) => ({ isLead })) })).toHaveLength(count)
})
