import { describe, expect, test } from 'vitest'
import {
  type AgreedPlace,
  checkCovers,
  checkRedaction,
  clearanceOf,
  type HandledPlace,
  type PublicText,
} from './redaction.ts'

const KNOWN = { names: [], secretWords: [] }
const where = { section: 'redaction', field: 'handled' }
const free: PublicText = {
  text: '户主（13800138000）重复领取',
  label: '“问题”',
  where,
  isFixed: true,
  isFree: true,
}
const code: PublicText = { ...free, text: '13800138000', label: '“项目代码”', isFree: false }
const mask = (text: string, more: HandledPlace = {}): HandledPlace => ({ text, handling: 'mask', ...more })
const said = (texts: readonly PublicText[], handled: readonly HandledPlace[]) =>
  checkRedaction(texts, clearanceOf({ handled, agreed: [] }, 'claimed'), KNOWN, 'claimed').map(
    ({ message }) => message,
  )

describe('checkRedaction', () => {
  test.each<[why: string, text: PublicText, handled: HandledPlace[], expected: RegExp | undefined]>([
    ['nothing is done', free, [], /请登记遮盖或不公开/],
    ['a part is covered', free, [mask('1380013')], /只盖住一部分/],
    ['two parts are covered', free, [mask('1380013'), mask('8000')], /只盖住一部分/],
    ['the whole is covered', free, [mask('13800138000')], undefined],
    ['more than the whole is covered', free, [mask('（13800138000）')], undefined],
    ['a code cannot be covered', code, [mask('13800138000')], /不能遮盖/],
    [
      'a part is said to be no number',
      free,
      [{ text: '1380013', handling: 'falseAlarm', claim: '编号' }],
      /登记/,
    ],
  ])('%s', (_why, text, handled, expected) => {
    const messages = said([text], handled)
    if (expected) expect(messages).toEqual([expect.stringMatching(expected)])
    else expect(messages).toEqual([])
    expect(messages.join()).not.toContain('13800138000')
  })
})

describe('clearanceOf', () => {
  const alarm = { text: '13800138000', handling: 'falseAlarm' as const }
  test.each<
    [why: string, claim: string, agreed: AgreedPlace[], passes: readonly [claimed: boolean, agreed: boolean]]
  >([
    ['each with a reason', '项目编号', [{ text: '13800138000', reason: '与文件核对' }], [true, true]],
    ['only the drafter', '项目编号', [], [true, false]],
    ['only the second person', '', [{ text: '13800138000', reason: '与文件核对' }], [false, false]],
    [
      'the second person repeats the words',
      '项目编号',
      [{ text: '13800138000', reason: ' 项目编号' }],
      [true, false],
    ],
    ['of another place', '项目编号', [{ text: '13900139000', reason: '与文件核对' }], [true, false]],
  ])('%s', (_why, claim, agreed, passes) => {
    const handling = { handled: [{ ...alarm, claim }], agreed }
    const isPassed = (stage: 'claimed' | 'agreed') => clearanceOf(handling, stage).alarms.length === 1
    expect([isPassed('claimed'), isPassed('agreed')]).toEqual(passes)
  })
})

describe('checkCovers', () => {
  const refused = (row: HandledPlace, reason?: string) =>
    checkCovers(
      [free, code],
      { handled: [row], agreed: reason ? [{ text: row.text ?? '', reason }] : [] },
      KNOWN,
      reason === undefined ? 'claimed' : 'agreed',
    ).length === 1
  test('what is covered is a whole place; other words only with what both persons say', () => {
    expect(refused(mask('13800138000'))).toBe(false)
    expect(refused(mask('重复领取'))).toBe(true)
    expect(refused(mask('1380013'))).toBe(true)
    expect(refused(mask('重复领取', { claim: '另案处理' }))).toBe(false)
    expect(refused(mask('重复领取', { claim: '另案处理' }), '')).toBe(true)
    expect(refused(mask('重复领取', { claim: '另案处理' }), '同意')).toBe(false)
  })
})
