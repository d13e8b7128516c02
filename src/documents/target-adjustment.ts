import type { DocumentBlocks } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import {
  cell,
  columns,
  head,
  heading,
  paragraph,
  paragraphs,
  row,
  table,
} from '../domain/documents/make-block.ts'
import type { TargetsAdjustmentContent, TargetsSheetContent } from '../domain/forms/contents.ts'
import type { DateText } from '../domain/shared/dates.ts'
import { quote, yearBefore } from '../domain/shared/quote.ts'
import type { AdjustmentPair } from '../domain/targets/compute/index.ts'
import type { DocumentFrame, LetterHead, ProjectHead } from './shared/input.ts'
import { letterDocument } from './shared/parts.ts'
import { day } from './shared/text.ts'
import { titleLines } from './shared/title-lines.ts'
import { approvedTable } from './target-approval.ts'

export type TargetAdjustmentInput = {
  readonly frame: DocumentFrame
  readonly head: LetterHead
  readonly project: ProjectHead
  readonly content: Labelled<TargetsAdjustmentContent>
  /** Old and new of everything that changes. */
  readonly pairs: readonly AdjustmentPair[]
  /** Rule 10 in words, one sentence for each quantity. */
  readonly unitCosts: readonly string[]
  /** The target as it stands after the adjustment. */
  readonly adjusted: Labelled<TargetsSheetContent>
  readonly versions: { readonly from: number; readonly to: number }
  /** Whether and how the budget changes: 资金不变, 预算调剂 or 预算调整. */
  readonly moneyChange: 'none' | 'reallocation' | 'budgetAdjustment'
  readonly disclosureDueOn?: DateText
}

/**
 * 绩效目标调整批复: old and new beside each other, the whole adjusted target annexed; from its day on the
 * measure of monitoring and evaluation. The earlier version stays on file.
 */
export function buildTargetAdjustment(input: TargetAdjustmentInput): DocumentBlocks {
  const { project, content, head: letter, pairs, versions } = input
  const due = input.disclosureDueOn === undefined ? '' : `，并于${day(input.disclosureDueOn)}前向社会公开`
  const base = content.baseNumber ? `以${content.baseNumber}批复` : `于${day(content.baseOn)}批复`
  return letterDocument({
    frame: input.frame,
    head: letter,
    title: titleLines(
      `${letter.issuer}关于调整`,
      yearBefore(project.fiscalYear, project.name),
      project.name,
      '绩效目标的批复',
    ),
    addressee: project.departmentName,
    body: [
      paragraph(
        `${yearBefore(project.fiscalYear, project.name)}${quote(project.name)}（实施单位：${project.unitName}）的绩效目标${base}（第${versions.from}版）。` +
          `因${content.reasonClass ?? '实施条件变化'}，你单位申请调整。经初审、复核，同意调整为第${versions.to}版，现予批复。`,
      ),
      heading(1, '一、调整原因'),
      ...paragraphs(content.reasonText),
      heading(1, '二、调整内容'),
      pairTable(pairs),
      heading(1, '三、资金'),
      paragraph(moneyText(input)),
      ...input.unitCosts.map((sentence) => paragraph(sentence)),
      ...(content.unitCostReason ? [paragraph(`单位成本上升的理由：${content.unitCostReason}`)] : []),
      heading(1, '四、有关要求'),
      paragraph(
        '自本批复之日起，执行监控和绩效评价以调整后的绩效目标为依据；此前已形成的监控结论按原目标。' +
          `原批复版本存档备查。调整后的绩效目标不得再自行变更${due}。`,
      ),
    ],
    annexes: [{ title: '调整后的项目支出绩效目标', blocks: [approvedTable({ content: input.adjusted })] }],
  })
}

function moneyText({ moneyChange, content }: TargetAdjustmentInput): string {
  if (moneyChange === 'none') return '资金不变，项目预算按原批复执行。'
  const basis = content.budgetChangeNumber ? `（依据：${content.budgetChangeNumber}）` : ''
  return moneyChange === 'budgetAdjustment'
    ? `已按程序报经本级人大常委会批准预算调整${basis}，项目预算随本批复同步变更。`
    : `已按规定办理预算调剂${basis}，项目预算随本批复同步变更。`
}

function pairTable(pairs: readonly AdjustmentPair[]) {
  return table({
    columns: columns(3.4, 4.4, 4.4),
    headerRows: 1,
    size: 'small',
    rows: [
      row(head('调整事项'), head('原批复'), head('调整为')),
      ...pairs.map(({ name, from, to }) => row(cell(name), cell(from), cell(to))),
    ],
  })
}
