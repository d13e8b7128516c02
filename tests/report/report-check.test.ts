import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { measureReports } from '../../bench/report/measure.ts'
import { checkReport } from '../../src/domain/evaluation/checks/index.ts'
import type { ReportFacts } from '../../src/domain/evaluation/report/report.ts'
import { loadRules } from '../../src/rules/index.ts'
import { parse } from '../../src/documents/report-intake/read-report.ts'
import { writeDocx } from '../../src/documents/write-docx.ts'
import { sampleDocument } from '../golden/samples/index.ts'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'

const RULES = loadRules(path.join(import.meta.dirname, '../../rules')).at({
  date: '2024-05-10',
  jurisdiction: '640000',
  fiscalYear: 2023,
})

test('faults planted in ten reports: all but the one known are found, clean reports are not blamed', () => {
  const { reports, planted, missed, falseAlarms, strays } = measureReports(RULES)
  expect({ reports, planted }).toEqual({ reports: 10, planted: 207 })
  // Its copy has too few words of its own left once names and figures are taken out.
  expect(missed).toEqual(['问题段落照搬 7'])
  expect(falseAlarms).toEqual([])
  expect(strays).toEqual([])
})

test('the product’s own report passes its own check', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-report-'))
  const file = path.join(folder, '报告.docx')
  writeFileSync(file, await writeDocx(sampleDocument('evaluation-report')))
  const findings = checkReport(await parse(file), {}, RULES)
  rmSync(folder, { recursive: true, force: true })
  expect(findings).toEqual([])
})

const idsOf = (texts: readonly string[], facts: ReportFacts = {}) =>
  checkReport(
    texts.map((paragraph) => ({ paragraph })),
    facts,
    RULES,
  ).map(({ ruleId, place }) => `${ruleId} ${place}`)

describe('single sentences', () => {
  test.each([
    ['到位率与金额相符', '预算资金500万元，实际到位460万元，资金到位率92%。', false],
    ['到位率与金额不符', '预算资金500万元，实际到位460万元，资金到位率95%。', true],
    ['执行率按到位数', '实际到位460万元；实际支出437万元，预算执行率95%。', false],
    ['执行率按预算数', '预算资金500万元，实际支出437万元，预算执行率87.4%。', false],
    ['亿元和万元', '预算资金1.2亿元，实际到位9000万元，资金到位率75%。', false],
    ['千位分隔', '预算资金1,200万元，实际到位900万元，资金到位率75%。', false],
    ['完成率不符', '计划培训200人次，实际完成150人次，完成率80%。', true],
    ['分项不等于总额', '总投资500万元，其中：上级资金300万元、本级资金100万元。', true],
    ['分项说的是支出', '总投资500万元，其中：已支出300万元，结余100万元。', false],
  ])('%s', (_name, text, isFound) => {
    expect(idsOf(['一、基本情况', text]).includes('EVA-071 “一、基本情况”第 1 段')).toBe(isFound)
  })

  test.each([
    ['同一县', '青禾县农业农村局组织验收。', false],
    ['别的县', '白杨县农业农村局组织验收。', true],
    ['对比时可以提别的县', '与白杨县相比，亩均产量高42公斤。', false],
  ])('%s', (_name, text, isFound) => {
    const ids = idsOf(['一、基本情况', text], { projectName: '青禾县农田项目', unitName: '青禾县农技站' })
    expect(ids.includes('EVA-076 “一、基本情况”第 1 段')).toBe(isFound)
  })

  test.each([
    ['空话', '进一步加强项目管理，提高资金使用效益。', true],
    ['有人有数', '公路段应在2024年3月底前公布养护计划。', false],
    ['有具体事项', '由监理单位补交泵站检测报告并存档备查。', false],
  ])('建议：%s', (_name, text, isFound) => {
    expect(idsOf(['六、有关建议', text]).includes('EVA-077 “六、有关建议”第 1 段')).toBe(isFound)
  })
})
