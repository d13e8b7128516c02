import { describe, expect, test } from 'vitest'
import { readerOf } from '../../rules/testing.ts'
import { findRoundNow, type Round, type RoundType } from '../compute/find-round.ts'
import { checkRoundDates, checkRoundOpen, checkTogether, type Together } from './index.ts'

const round = (
  roundType: RoundType,
  opensOn: string,
  closesOn: string,
  state: 'open' | 'closed' = 'open',
): Round => ({
  id: `${roundType}${opensOn}`,
  ...{ roundType, opensOn, closesOn, state },
})
const FIRST = round('firstUp', '2022-08-01', '2022-09-30')
const SECOND = round('secondUp', '2022-11-01', '2022-12-31')

describe('BUD-101 轮次内申报', () => {
  test.each<[why: string, rounds: Round[], today: string, said: string]>([
    ['no round at all: free', [], '2022-10-10', ''],
    [
      'only rounds in which finance answers: free',
      [round('firstDown', '2022-10-01', '2022-11-30')],
      '2022-10-10',
      '',
    ],
    ['the first day', [FIRST], '2022-08-01', ''],
    ['the last day', [FIRST], '2022-09-30', ''],
    ['a day late', [FIRST], '2022-10-01', 'warning 逾期 1 天'],
    [
      'closed, another planned',
      [{ ...FIRST, state: 'closed' }, SECOND],
      '2022-10-10',
      'error 2022年11月1日开始',
    ],
    ['closed, none planned', [{ ...FIRST, state: 'closed' }], '2022-10-10', 'error 还没有安排下一轮'],
    ['before the first day', [FIRST], '2022-07-31', 'error 2022年8月1日开始'],
    ['two open: the later one counts', [FIRST, SECOND], '2022-12-31', ''],
  ])('%s', (_why, rounds, today, said) => {
    const [found, ...more] = checkRoundOpen(findRoundNow(rounds, today))
    expect(more).toEqual([])
    if (said === '') expect(found).toBeUndefined()
    else {
      const [severity, words] = [said.slice(0, said.indexOf(' ')), said.slice(said.indexOf(' ') + 1)]
      expect(found).toMatchObject({ severity, message: expect.stringContaining(words) })
    }
  })
})

describe('BUD-102 轮次日期', () => {
  const RULES = readerOf({
    'budget.calendar': {
      steps: [{ id: 'firstUp', label: '一上', fromYear: -1, from: '08-01', toYear: -1, to: '09-30' }],
    },
  })
  const OWN = { roundType: 'firstUp', opensOn: '2022-08-01', closesOn: '2022-09-30' } as const
  test.each<[why: string, change: object, isConfirmed: boolean, others: Round[], said: string]>([
    ['by the calendar, one person', {}, false, [], ''],
    ['other dates, one person', { closesOn: '2022-10-15' }, false, [], '请报请分管领导核准'],
    ['other dates, a second person, no reason', { closesOn: '2022-10-15' }, true, [], '请写明原因'],
    [
      'other dates, a second person, a reason',
      { closesOn: '2022-10-15', changeReason: '防汛' },
      true,
      [],
      '',
    ],
    ['backwards', { closesOn: '2022-07-31' }, true, [], '早于开始日期'],
    ['the same kind open already', {}, false, [FIRST], '已经开启'],
    ['the same kind closed', {}, false, [{ ...FIRST, state: 'closed' }], ''],
    ['a kind the calendar does not know', { roundType: 'midYear' }, false, [], ''],
  ])('%s', (_why, change, isConfirmed, others, said) => {
    const around = { fiscalYear: 2023, others, isConfirmed }
    const messages = checkRoundDates({ ...OWN, ...change }, around, RULES).map(({ message }) => message)
    expect(messages).toHaveLength(said === '' ? 0 : 1)
    expect(messages.join('')).toContain(said)
  })
})

describe('BUD-111 至 BUD-114 同步检查', () => {
  const BOTH: Together = {
    target: {
      declaredOn: '2022-09-01',
      reviewedOn: '2022-11-02',
      approvedOn: '2023-01-18',
      amount_fen: 500n,
    },
    budget: {
      declaredOn: '2022-09-01',
      reviewedOn: '2022-12-20',
      approvedOn: '2023-01-18',
      amount_fen: 500n,
    },
  }
  const AROUND = { today: '2023-02-07', disclosureDueOn: '2023-02-07' }
  test.each<[why: string, change: { target?: object; budget?: object; today?: string }, rules: string[]]>([
    ['in step', {}, []],
    ['nothing declared yet', { target: { declaredOn: undefined }, budget: { declaredOn: undefined } }, []],
    ['the budget days later', { budget: { declaredOn: '2022-09-03' } }, ['BUD-111']],
    ['the budget not at all', { budget: { declaredOn: undefined } }, ['BUD-111']],
    ['one fen apart', { budget: { amount_fen: 501n } }, ['BUD-111']],
    ['only the target reviewed', { budget: { reviewedOn: undefined } }, ['BUD-112']],
    ['approved apart', { budget: { approvedOn: '2023-01-19' } }, ['BUD-113']],
    ['not published on the day after the last', { today: '2023-02-08' }, ['BUD-114']],
    ['published on the last day', { target: { publishedOn: '2023-02-07' }, today: '2023-03-01' }, []],
    ['published late', { target: { publishedOn: '2023-02-08' }, today: '2023-03-01' }, ['BUD-114']],
  ])('%s', (_why, { target, budget, today }, rules) => {
    const pair = { target: { ...BOTH.target, ...target }, budget: { ...BOTH.budget, ...budget } }
    const found = checkTogether(pair as Together, { ...AROUND, ...(today ? { today } : {}) })
    expect(found.map(({ ruleId }) => ruleId)).toEqual(rules)
  })
})
