import type { Block, DocumentBlocks } from '../domain/documents/block.ts'
import { columns, heading, listTable, numbered, paragraph } from '../domain/documents/make-block.ts'
import {
  type Move,
  type Moves,
  movesOf,
  type PlanSummary,
  type ScenarioLine,
  type ScenarioSettings,
} from '../domain/results/compute/what-if/index.ts'
import { GRADES } from '../domain/shared/grade.ts'
import { type Fen, formatWanYuan, sumFen } from '../domain/shared/money.ts'
import { formatBp, formatRatio, ratioOf } from '../domain/shared/ratio.ts'
import type { DocumentFrame } from './shared/input.ts'
import { closingBlock, documentOf, formPage, letterPage, titleBlock } from './shared/parts.ts'
import { day, score } from './shared/text.ts'
import { titleLines } from './shared/title-lines.ts'

export type MemoPlan = {
  readonly name: string
  readonly lines: readonly ScenarioLine[]
  readonly settings: ScenarioSettings
  readonly result: PlanSummary
}

export type WhatIfMemoInput = {
  readonly frame: DocumentFrame
  /** 财政局 of the place. */
  readonly issuer: string
  readonly jurisdictionName: string
  readonly budgetYear: number
  /** The plan that is put forward. */
  readonly plan: MemoPlan
  /** Every plan of the scenario, the one put forward among them. */
  readonly plans: readonly MemoPlan[]
  readonly madeOn: string
}

/**
 * 党组会汇报材料: what money there is, what must be paid, what each plan gives, who gains and who gives way, and what
 * the meeting is asked to settle. The annex has every project; all figures are those of the plan.
 */
export function buildWhatIfMemo(input: WhatIfMemoInput): DocumentBlocks {
  const { frame, budgetYear, plan } = input
  const title = titleLines(`关于${budgetYear}年项目预算`, '绩效挂钩安排方案的汇报')
  const moves = movesOf(plan.lines, plan.result.amounts)
  return documentOf(title.replace(/\n/g, ''), frame, [
    letterPage(
      titleBlock(title, frame),
      { kind: 'addressee', text: '局党组' },
      paragraph(
        `按照奖优罚劣、打破基数的要求，我们对${input.jurisdictionName}${budgetYear}年${plan.lines.length}个项目的预算安排作了测算，现将情况汇报如下。`,
      ),
      basis(plan),
      comparison(input.plans, plan),
      proposal(plan, moves),
      requests(plan),
      { kind: 'attachments', names: ['项目安排明细表'] },
      { kind: 'signature', issuer: input.issuer, date: day(input.madeOn) },
      closingBlock(frame),
    ),
    formPage(
      'landscape',
      { kind: 'annexHead', label: '附件' },
      { kind: 'title', text: '项目安排明细表' },
      detail(moves),
    ),
  ])
}

function basis({ lines, settings }: MemoPlan): Block[] {
  const floors = lines.map(({ guarantee_fen }) => BigInt(guarantee_fen))
  const contracts = lines.map(({ contract_fen }) => BigInt(contract_fen))
  const kept = lines.filter(({ isMustKeep }) => isMustKeep).length
  const capped = lines.filter(({ cap_fen }) => cap_fen !== null).length
  const whole = lines.filter(({ isWhole }) => isWhole).length
  const fixed = lines.filter(({ fixed_fen }) => fixed_fen !== null).length
  const scored = lines.filter(({ score_x100 }) => score_x100 !== null).length
  return [
    heading(1, '一、测算依据'),
    paragraph(
      `资金总额${wan(BigInt(settings.envelope_fen))}；各项目申请合计${wan(sum(lines, 'request_fen'))}，基数合计${wan(sum(lines, 'base_fen'))}。`,
    ),
    paragraph(
      `必须安排的：“三保”保障数${wan(sumFen(floors))}，合同约定支付数${wan(sumFen(contracts))}，必保项目${kept}个。` +
        `受挂钩办法或决定限制的项目${capped}个，不可拆分的项目${whole}个，手工确定的项目${fixed}个。`,
    ),
    paragraph(
      `有评价得分的项目${scored}个，绩效权重${formatBp(settings.performance_bp)}。测算在满足以上各项的前提下，使测算目标值最大：基数以内的资金按（1−绩效权重）＋绩效权重×得分权重计，基数以上的按绩效权重×得分权重计；其他条件相同的，得分高的项目不少于得分低的项目。`,
    ),
  ]
}

function comparison(plans: readonly MemoPlan[], chosen: MemoPlan): Block[] {
  const rows = plans.map((plan) => {
    const { winners, losers, freed_fen, total_fen } = movesOf(plan.lines, plan.result.amounts)
    const mark = plan === chosen ? '（建议）' : ''
    return [
      `${plan.name}${mark}`,
      formatWanYuan(plan.settings.envelope_fen),
      formatWanYuan(total_fen),
      formatWanYuan(plan.result.weighted_fen),
      `${winners.length}`,
      `${losers.length}`,
      formatWanYuan(freed_fen),
      formatRatio(ratioOf(BigInt(plan.result.moved.total_fen), total_fen)),
    ]
  })
  return [
    heading(1, '二、方案比较'),
    listTable({
      unit: '单位：万元',
      head: ['方案', '资金总额', '安排合计', '加权绩效', '增加项目', '减少项目', '腾出资金', '打破基数'],
      columns: columns(
        2.6,
        [1.9, 'right'],
        [1.9, 'right'],
        [1.9, 'right'],
        [1.1, 'right'],
        [1.1, 'right'],
        [1.8, 'right'],
        [1.4, 'right'],
      ),
      rows,
    }),
    paragraph('增加、减少和腾出资金均与基数相比；加权绩效为安排数乘以得分权重后的合计。', '说明：'),
  ]
}

function proposal({ name, result }: MemoPlan, moves: Moves): Block[] {
  return [
    heading(1, `三、建议方案：${name}`),
    paragraph(
      `安排${wan(moves.total_fen)}，比基数${difference(moves.total_fen - moves.base_fen)}。` +
        `${moves.winners.length}个项目增加${wan(moves.added_fen)}，${moves.losers.length}个项目减少，腾出${wan(moves.freed_fen)}。` +
        (result.isOptimal ? '' : '测算到规定时间为止，尚未证明为最优。'),
    ),
    heading(2, '（一）增减较多的项目'),
    ...numbered([...moves.winners.slice(0, 5), ...moves.losers.slice(0, 5)].map(moveWords)),
    heading(2, '（二）部门情况'),
    listTable({
      unit: '单位：万元',
      head: ['部门', '项目数', '申请', '基数', '安排', '比基数增减'],
      columns: columns(4, [1.2, 'right'], [2.2, 'right'], [2.2, 'right'], [2.2, 'right'], [2.2, 'right']),
      rows: moves.departments.map((one) => [
        one.departmentName,
        `${one.count}`,
        formatWanYuan(one.request_fen),
        formatWanYuan(one.base_fen),
        formatWanYuan(one.total_fen),
        formatWanYuan(one.total_fen - one.base_fen),
      ]),
    }),
    heading(2, '（三）打破基数'),
    paragraph(result.moved.explanation.sentence),
    paragraph(`${result.moved.explanation.formula}。`, '算法：'),
  ]
}

function moveWords({ line, amount_fen, change_fen, reason }: Move): string {
  const grade = line.grade === null ? '未评价' : `评价为${GRADES[line.grade]}`
  return `${line.name}（${grade}）：基数${wan(BigInt(line.base_fen))}，安排${wan(amount_fen)}，${difference(change_fen)}；${reason}。`
}

function requests({ name }: MemoPlan): Block[] {
  return [
    heading(1, '四、提请研究事项'),
    ...numbered([
      `是否同意按“${name}”安排。`,
      '减少和不予安排的项目，是否同意由业务股向主管部门说明理由并听取意见。',
      '同意后，由业务股按项目提出评价结果与预算安排挂钩决定，按程序办理；本材料不代替决定。',
    ]),
  ]
}

function detail({ moves, request_fen, base_fen, total_fen }: Moves): Block {
  const rows = moves.map(({ line, amount_fen, change_fen, weight_bp, reason }, index) => [
    `${index + 1}`,
    line.name,
    line.departmentName,
    line.score_x100 === null ? '未评价' : score(line.score_x100),
    formatBp(weight_bp),
    formatWanYuan(line.request_fen),
    formatWanYuan(line.base_fen),
    formatWanYuan(amount_fen),
    formatWanYuan(change_fen),
    reason,
  ])
  const total = ['', '合计', '', '', '', request_fen, base_fen, total_fen, total_fen - base_fen, '']
  return listTable({
    unit: '单位：万元',
    head: ['序号', '项目', '主管部门', '得分', '权重', '申请', '基数', '安排', '比基数增减', '说明'],
    columns: columns(
      0.8,
      4.2,
      3,
      [1.2, 'right'],
      [1.2, 'right'],
      [1.8, 'right'],
      [1.8, 'right'],
      [1.8, 'right'],
      [1.8, 'right'],
      3.6,
    ),
    rows: [...rows, total.map((one) => (typeof one === 'bigint' ? formatWanYuan(one) : one))],
  })
}

function sum(lines: readonly ScenarioLine[], field: 'request_fen' | 'base_fen'): Fen {
  return sumFen(lines.map((line) => BigInt(line[field])))
}

function wan(amount: Fen): string {
  return `${formatWanYuan(amount)}万元`
}

function difference(change: Fen): string {
  if (change === 0n) return '持平'
  return change > 0n ? `增加${wan(change)}` : `减少${wan(-change)}`
}
