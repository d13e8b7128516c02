import { describe, expect, test } from 'vitest'
import { POLICY_SAMPLE, SAMPLE, WHOLE_SAMPLE } from '../../domain/disclosure/sample-publication.fixture.ts'
import { projectPage } from './project-page.ts'

const site = { isDemonstration: false, address: 'https://open.example.cn' }
const page = (published: typeof SAMPLE) =>
  projectPage(
    site,
    {
      ...{ published, text: '', sha256: 'a'.repeat(64), sm3: 'b'.repeat(64), leafIdx: 4, withdrawn: [] },
      versions: [
        { version: published.version, publishedOn: '2023-02-03', occasion: 'target', correction: null },
      ],
    },
    [],
  ).markup

describe('部门整体和政策的页面', () => {
  test('goal, indicators, money, tasks and proof of a department; no weights, for it has none', () => {
    const markup = page(WHOLE_SAMPLE)
    for (const said of [
      '示例局整体支出绩效目标',
      '护工培训',
      '4,000.00',
      '不设满意度指标的原因：见各项目',
      '≥1000人',
    ])
      expect(markup).toContain(said)
    expect(markup).toContain('契约账第5号')
    for (const said of ['>分值<', '评价得分', '实施单位', '自己算一遍']) expect(markup).not.toContain(said)
  })

  test('who is supported, how long and with how much, of a policy', () => {
    const markup = page(POLICY_SAMPLE)
    for (const said of [
      '示例补贴政策',
      '农村劳动力，每人3000元',
      '2023-01-01至2025-12-31',
      '15,000.00',
      '>分值<',
    ])
      expect(markup).toContain(said)
    expect(markup).not.toContain('年度主要任务')
  })

  test('the page of a project is as it was', () => {
    const markup = page(SAMPLE)
    for (const said of ['评价得分', '实施单位：示例中心', '>分值<']) expect(markup).toContain(said)
    expect(markup).not.toContain('政策内容')
  })
})
