import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type DoctorReport, examineTable, readTableJson } from '../../src/domain/doctor/index.ts'
import { loadRules } from '../../src/rules/index.ts'
import * as independent from './independent.ts'

const FOLDER = join(import.meta.dirname, 'cases')
const BOOK = loadRules(join(import.meta.dirname, '../../rules'))
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    const raw = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as independent.CaseFile
    const table = readTableJson(raw)
    const year = table.year ?? 2023
    const rules = BOOK.at({ date: `${year}-12-31`, jurisdiction: '640000', fiscalYear: year })
    return { raw, report: examineTable(table, rules, { file: name }) }
  })

/** What is certain from the printed figures alone; only here an exact list can be demanded. */
const ARITHMETIC = [
  'CHK-WEIGHT-SUM',
  'CHK-SCORE-SUM',
  'CHK-EXEC-RATE',
  'CHK-EXEC-SCORE',
  'CHK-FUND-PARTS',
  'CHK-SCORE-ABOVE-WEIGHT',
  'CHK-FULL-THOUGH-MISSED',
  'CHK-CUT-THOUGH-MET',
  'CHK-ROW-SCORE',
]

/** Each exception, the finding it must be, and why; `null` where there must be none. */
const EXCEPTIONS: readonly (readonly [file: string, at: string, finding: string | null, why: string])[] = [
  ['ah-suixi-linshijiuzhu-2019', 'row 3', 'CHK-FULL-THOUGH-MISSED', '≥4754人只到4604人，得5/5；取整会掩盖'],
  ['ah-suixi-linshijiuzhu-2019', 'row 7', 'CHK-FULL-THOUGH-MISSED', '≤5300元/户实为5830元/户，得10/10'],
  ['yn-nanhua-lengku-2023', 'row 1', 'CHK-FULL-THOUGH-MISSED', '550只到20，得9.3/9.3'],
  ['hn-lingling-forest-2021', 'row 7', 'CHK-ROW-SCORE', '1093/1100×6=5.96，取整是6，印5'],
  ['hn-lingling-forest-2021', 'row 8', 'CHK-ROW-SCORE', '2.45/2.6×6=5.65，取整是6，印5'],
  ['he-langfang-spgc-hvac-2019', 'row 0', null, '37.24/43.2×10=8.62，按印出的位数是9，与印的一致'],
  ['hn-lingling-forest-2021', 'fund 0', 'CHK-EXEC-RATE', '3824.26/4753.66=80.45%，印100%'],
  ['xx-ybj-mon', 'fund 0', 'CHK-EXEC-RATE', '672.44/2646.34=25.41%，印100%（除的是到位数）'],
  ['he-langfang-spgc-hvac-2019', 'fund 0', 'CHK-EXEC-SCORE', '86%×10=8.6，印9'],
  ['ah-chizhou-tangxi-cunji-2022', 'fund 0', 'CHK-FUND-PARTS', '总额印0，分项132.912'],
  ['ah-chizhou-tangxi-weituo-2022', 'fund 0', 'CHK-FUND-PARTS', '总额印0，分项89.974'],
  ['gs-linxia-junren-2023', 'fund 0', 'CHK-FUND-PARTS', '3.89+3.89=7.78，印7.79'],
  ['xx-ybj-mon', 'fund 0', 'CHK-FUND-PARTS', '分项2535.4，合计印2646.34'],
  ['sc-zhongjiang-shuibiaochi-2022', 'table', 'CHK-WEIGHT-SUM', '指标100分加执行率10分，印100'],
  ['sc-zhongjiang-shuibiaochi-2022', 'table', 'CHK-SCORE-SUM', '得分100加10，总分印100'],
]

function placeOf({ row, fund }: DoctorReport['findings'][number]['where']): string {
  return row !== undefined ? `row ${row}` : fund !== undefined ? `fund ${fund}` : 'table'
}

const totals = (count: (file: independent.CaseFile) => independent.Count) => {
  const all = FILES.map(({ raw }) => ({ id: raw.id, ...count(raw) }))
  return {
    checked: all.reduce((sum, { checked }) => sum + checked, 0),
    wrong: all.flatMap(({ id, wrong }) => wrong.map((at) => `${id} ${at}`)).sort(),
  }
}

const expected = (...codes: string[]) =>
  EXCEPTIONS.filter(([, , code]) => code !== null && codes.includes(code))
    .map(([file, at]) => `${file} ${at}`)
    .sort()

describe('48 份公开表', () => {
  test('every one is read, without a crash', () => {
    expect(FILES).toHaveLength(48)
    for (const { raw, report } of FILES) {
      expect(report.readable).toBe(true)
      expect(report.rows).toHaveLength(raw.indicators.length)
      expect(report.rows.map(({ index }) => index)).toEqual(raw.indicators.map((_, index) => index))
    }
  })

  test('the independent arithmetic finds what the list of exceptions says, of so many checked', () => {
    const rows = FILES.map(({ raw }) => ({ id: raw.id, ...independent.scoredRows(raw) }))
    expect(rows.reduce((sum, { checked }) => sum + checked, 0)).toBe(62)
    const found = (...kinds: independent.RowException['is'][]) =>
      rows
        .flatMap(({ id, exceptions }) =>
          exceptions.filter(({ is }) => kinds.includes(is)).map(({ row }) => `${id} row ${row}`),
        )
        .sort()
    expect(found('full though missed')).toEqual(expected('CHK-FULL-THOUGH-MISSED'))
    expect(found('integer deduction')).toEqual(expected('CHK-ROW-SCORE'))
    expect(found('agrees after rounding')).toEqual(['he-langfang-spgc-hvac-2019 row 0'])
    expect(found('cut though met')).toEqual([])
    expect(totals(independent.executionRate)).toEqual({ checked: 16, wrong: expected('CHK-EXEC-RATE') })
    expect(totals(independent.executionScore)).toEqual({ checked: 12, wrong: expected('CHK-EXEC-SCORE') })
    expect(totals(independent.fundParts)).toEqual({ checked: 25, wrong: expected('CHK-FUND-PARTS') })
    expect(totals(independent.weightSum)).toEqual({ checked: 3, wrong: expected('CHK-WEIGHT-SUM') })
    expect(totals(independent.scoreSum)).toEqual({ checked: 3, wrong: expected('CHK-SCORE-SUM') })
  })

  test('the doctor finds exactly these and no others', () => {
    const found = FILES.flatMap(({ raw, report }) =>
      report.findings
        .filter(({ ruleId }) => ARITHMETIC.includes(ruleId))
        .map(({ ruleId, where }) => `${raw.id} ${placeOf(where)} ${ruleId}`),
    )
    const wanted = EXCEPTIONS.flatMap(([file, at, code]) => (code === null ? [] : [`${file} ${at} ${code}`]))
    expect(found.sort()).toEqual(wanted.sort())
  })

  test.each(FILES)('$raw.id: every finding says where, what and why', ({ raw, report }) => {
    for (const finding of report.findings) {
      expect(finding.message).toMatch(/[。]$/)
      expect(finding.source).not.toBe('')
      const { row, fund } = finding.where
      if (row !== undefined) expect(row).toBeLessThan(raw.indicators.length)
      if (fund !== undefined) expect(fund).toBeLessThan(raw.funds.length)
    }
  })
})
