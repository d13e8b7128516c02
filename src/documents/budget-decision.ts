import type { DocumentBlocks } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { columns, heading, listTable, paragraph, paragraphs } from '../domain/documents/make-block.ts'
import type { ResultsBudgetDecisionContent } from '../domain/forms/contents.ts'
import { findFen, formatWanYuan } from '../domain/shared/money.ts'
import { quote, yearBefore } from '../domain/shared/quote.ts'
import type { DocumentFrame, LetterHead, ProjectHead } from './shared/input.ts'
import { letterDocument } from './shared/parts.ts'
import { money, score } from './shared/text.ts'
import { titleLines } from './shared/title-lines.ts'

export type BudgetDecisionInput = {
  readonly frame: DocumentFrame
  readonly head: LetterHead
  readonly project: ProjectHead
  readonly content: Labelled<ResultsBudgetDecisionContent>
  readonly evaluatedScore_x100?: number | null
  readonly addressee?: string
}

/**
 * 评价结果与预算安排挂钩决定 (plan 三(五) 奖优罚劣): before, after, and how much of the change the
 * evaluation caused. No ratio is applied by itself; the reason stands in the document.
 */
export function buildBudgetDecision(input: BudgetDecisionInput): DocumentBlocks {
  const { content, project, head } = input
  const next = project.fiscalYear + 1
  const points = score(input.evaluatedScore_x100)
  const result = `${points === '' ? '' : `评价得分${points}分，`}评价等级为“${content.grade ?? ''}”`
  return letterDocument({
    frame: input.frame,
    head,
    title: titleLines(`${head.issuer}关于`, project.name, '绩效评价结果与预算安排', '挂钩的决定'),
    addressee: input.addressee ?? project.departmentName,
    body: [
      paragraph(
        `${yearBefore(project.fiscalYear, project.name)}${quote(project.name)}（实施单位：${project.unitName}）绩效评价已完成，${result}。` +
          '按照奖优罚劣的原则，现就评价结果与预算安排挂钩事项决定如下。',
      ),
      heading(1, '一、处理方式'),
      paragraph(`该项目属于${content.itemType ?? ''}，处理方式为：${content.measure ?? ''}。`),
      heading(1, '二、预算安排'),
      listTable({
        unit: '单位：万元',
        head: [`${project.fiscalYear}年预算`, '核定基数', `${next}年安排`, '增减额', '其中：因绩效结果增减'],
        columns: columns([1, 'right'], [1, 'right'], [1, 'right'], [1, 'right'], [1.3, 'right']),
        rows: [
          [
            money(content.current_fen),
            money(content.base_fen),
            money(content.next_fen),
            difference(content.next_fen, content.current_fen),
            money(content.performanceChange_fen),
          ],
        ],
        size: 'normal',
      }),
      paragraph('核定基数为上年批复的经常性预算，已扣除一次性因素。'),
      heading(1, '三、理由'),
      ...paragraphs(content.reason),
      heading(1, '四、决定层级和跟踪'),
      paragraph(
        `本决定由${content.level ?? ''}作出。预算安排情况、整改落实情况纳入结果应用跟踪问效，` +
          '整改未完成的，不得申请恢复安排。',
      ),
    ],
  })
}

function difference(next: string | null | undefined, current: string | null | undefined): string {
  const after = findFen(next)
  const before = findFen(current)
  return after === undefined || before === undefined ? '' : formatWanYuan(after - before)
}
