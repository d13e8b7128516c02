import type { Block } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { columns, listTable, paragraph, paragraphs } from '../domain/documents/make-block.ts'
import type { ExanteEvaluationContent } from '../domain/forms/contents.ts'
import { day } from './shared/text.ts'

/** 与同类项目比较: unit costs and like projects, as kept when the conclusion was formed. */
export function comparisonBlocks(content: Labelled<ExanteEvaluationContent>): Block[] {
  const { unitCosts, overlaps } = content
  if (!content.comparedOn) return [paragraph('没有作同类项目比较。')]
  return [
    paragraph(
      `按${day(content.comparedOn)}可以看到的项目比较；单位成本为整个项目的年度资金除以目标值，没有分摊到各项产出。`,
    ),
    ...paragraphs(content.unitCostText),
    ...(unitCosts && unitCosts.length > 0
      ? [
          listTable({
            caption: '单位成本与同类项目比较',
            head: ['数量指标', '本项目', '同类项目数', '下四分位数', '中位数', '上四分位数'],
            columns: columns(
              3.4,
              [2.4, 'right'],
              [1.6, 'right'],
              [2.4, 'right'],
              [2.4, 'right'],
              [2.4, 'right'],
            ),
            rows: unitCosts.map(({ indicator, own, others, lower, median, upper }) => [
              indicator ?? '',
              own ?? '',
              `${others ?? ''}`,
              lower ?? '',
              median ?? '',
              upper ?? '',
            ]),
          }),
        ]
      : []),
    ...paragraphs(content.overlapText),
    ...(overlaps && overlaps.length > 0
      ? [
          listTable({
            caption: '内容相似的项目',
            head: ['项目', '相似度', '理由'],
            columns: columns(4, [1.6, 'right'], 8.4),
            rows: overlaps.map(({ project, likeness, reason }) => [
              project ?? '',
              likeness ?? '',
              reason ?? '',
            ]),
          }),
          paragraph('其他单位的项目不在报告中列名，评估人员在系统中核对。', '说明：'),
        ]
      : []),
  ]
}
