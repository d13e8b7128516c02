import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isWorkingDay } from '../domain/shared/dates.ts'
import { loadRules } from './load-rules.ts'

const RULES = join(import.meta.dirname, '../../rules')
const YEAR = { date: '2023-07-31', jurisdiction: '640522', fiscalYear: 2023 }

describe('the rules folder', () => {
  const book = loadRules(RULES)

  test('every parameter has a value for 2023 and reads as Chinese', () => {
    for (const { id } of book.parameters) {
      const { use } = book.at(YEAR).value(id)
      expect(use.value, id).toMatch(/\p{Script=Han}/u)
      expect(use.value, id).not.toMatch(/[{}]|undefined|NaN/)
    }
  })

  test('nobody has signed a value yet: all are 待核对', () => {
    expect(book.at(YEAR).value('evaluation.grade_cutoffs').use.isChecked).toBe(false)
  })

  test('holidays fall on weekdays and make-up days on weekends', () => {
    const { holidays, makeUpDays, years } = book.at(YEAR).value('budget.working_days').value
    const bare = { years, holidays: [], makeUpDays: [] }
    expect(holidays.filter((day) => !isWorkingDay(day, bare))).toEqual([])
    expect(makeUpDays.filter((day) => isWorkingDay(day, bare))).toEqual([])
  })

  test('Yinchuan has its own form in 2021 and the common one afterwards', () => {
    const groups = (fiscalYear: number) =>
      book
        .at({ ...YEAR, jurisdiction: '640104', fiscalYear })
        .value('evaluation.self_form_weights')
        .value.groups.map((group) => group.weight_x100)
    expect(groups(2021)).toEqual([1000, 2500, 3000, 3500])
    expect(groups(2022)).toEqual([1000, 5000, 3000, 1000])
  })

  test('an example overlay counts only in a demonstration', () => {
    const red = (withExamples: boolean) =>
      loadRules(RULES, { withExamples })
        .at({ ...YEAR, jurisdiction: '640181' })
        .value('monitoring.light_thresholds').value.redBelow_bp
    expect(red(false)).toBe(-2000)
    expect(red(true)).toBe(-1500)
  })
})

describe('a faulty folder', () => {
  const copy = () => {
    const folder = mkdtempSync(join(tmpdir(), 'rules-'))
    cpSync(RULES, folder, { recursive: true })
    return folder
  }

  test('names the file and the reason', () => {
    const folder = copy()
    writeFileSync(join(folder, 'parameters/evaluation/grade_cutoffs.yaml'), 'title: 只有题名\n')
    expect(() => loadRules(folder)).toThrow('parameters/evaluation/grade_cutoffs.yaml:')
  })

  test('a county that loosens a national rule stops the start', () => {
    const folder = copy()
    const file = join(folder, 'overlays/nx/640181/monitoring/light_thresholds.yaml')
    writeFileSync(
      file,
      `parameter: monitoring.light_thresholds
jurisdiction: '640181'
values:
  2023-01-01:
    value: { yellowBelow_bp: -1500, redBelow_bp: -3000 }
    source: { id: jiheng-example, article: 示例 }
    standing: proposal
    checked: { on: null, by: null }
`,
    )
    expect(() => loadRules(folder)).toThrow('yellowBelow_bp 只能比上级更高')
  })

  test('an overlay in the wrong folder is refused', () => {
    const folder = copy()
    cpSync(
      join(folder, 'overlays/nx/640100/evaluation/self_form_weights.yaml'),
      join(folder, 'overlays/nx/640100/self_form_weights.yaml'),
    )
    expect(() => loadRules(folder)).toThrow('应放在')
  })
})
