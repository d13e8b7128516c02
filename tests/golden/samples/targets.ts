import type { TargetAdjustmentInput } from '../../../src/documents/target-adjustment.ts'
import type { TargetApprovalInput } from '../../../src/documents/target-approval.ts'
import type { TargetReviewInput } from '../../../src/documents/target-review.ts'
import type { TargetSheetInput } from '../../../src/documents/target-sheet.ts'
import { head, official, opinions, project } from './common.ts'

const content: TargetSheetInput['content'] = {
  attribute: '新增项目',
  periodStart: '2023-01-01',
  periodEnd: '2024-12-31',
  contact: '孙某某',
  indicatorOwner: '孙某某',
  periodTotal_fen: '920000000',
  periodFiscal_fen: '800000000',
  periodOther_fen: '120000000',
  total_fen: '500000000',
  fiscal_fen: '450000000',
  other_fen: '50000000',
  periodGoal:
    '用两年时间完成12个行政村灌溉设施改造，灌区渠系水利用系数由0.52提高到0.60以上，恢复和改善灌溉面积1.2万亩，亩均节水30立方米以上。',
  annualGoal:
    '2023年完成50处泵站改造和18.6公里渠道更新，工程质量合格，按期投入冬灌使用；受益农户不少于300户，群众满意度不低于90%。',
  indicators: [
    {
      ...row('产出指标', '数量指标', '改造泵站数量', '≥50处', 1000, '工程竣工验收资料'),
      ...{ operator: '≥', value: '50', unit: '处', periodText: '≥80处' },
      ...{ firstQuarter: '0', secondQuarter: '10', thirdQuarter: '25', fourthQuarter: '15' },
      ...{ frequency: '每季', evidenceClass: '正式资料', evidence: '单项工程验收单' },
    },
    {
      ...row('产出指标', '数量指标', '更新渠道长度', '≥18.6公里', 1000, '工程竣工验收资料'),
      ...{ operator: '≥', value: '18.6', unit: '公里', periodValue: '32', owner: '钱某某' },
      ...{ firstQuarter: '0', secondQuarter: '4.6', thirdQuarter: '10', fourthQuarter: '4' },
      ...{ frequency: '每月', evidenceClass: '工作资料', evidence: '监理月报' },
    },
    row('产出指标', '质量指标', '工程质量合格率', '≥95%', 1000, '质量监督报告'),
    row('产出指标', '时效指标', '工程完成时间', '2023年10月31日前', 1000, '监理月报'),
    row('产出指标', '成本指标', '单位渠道改造成本', '≤12.5万元/公里', 1000, '结算审核报告'),
    row('效益指标', '经济效益指标', '亩均灌溉成本降低额', '≥18元', 1000, '农户抽样调查'),
    row('效益指标', '社会效益指标', '受益农户数', '≥300户', 1000, '村委会登记台账'),
    row('效益指标', '可持续影响指标', '管护机制健全程度', '健全', 1000, '管护制度和责任书'),
    row('满意度指标', '服务对象满意度指标', '受益农户满意度', '≥90%', 1000, '问卷调查'),
  ],
  quarterPlan: [
    { quarter: '一季度', planned_fen: '50000000', work: '完成设计和招标' },
    { quarter: '二季度', planned_fen: '150000000', work: '泵站改造开工' },
    { quarter: '三季度', planned_fen: '200000000', work: '渠道更新' },
    { quarter: '四季度', planned_fen: '100000000', work: '验收、结算' },
  ],
  review: [
    {
      itemCode: 'COM-1',
      aspect: '完整性',
      point: '规范完整性',
      weight_x100: 1000,
      score_x100: 950,
      opinion: '',
    },
    {
      itemCode: 'COM-2',
      aspect: '完整性',
      point: '明确清晰性',
      weight_x100: 1000,
      score_x100: 900,
      opinion: '',
    },
    {
      itemCode: 'REL-1',
      aspect: '相关性',
      point: '目标相关性',
      weight_x100: 1500,
      score_x100: 1400,
      opinion: '',
    },
    {
      itemCode: 'REL-2',
      aspect: '相关性',
      point: '指标科学性',
      weight_x100: 1500,
      score_x100: 1150,
      opinion: '质量指标应补充渠系水利用系数。',
    },
    {
      itemCode: 'SUI-1',
      aspect: '适当性',
      point: '绩效合理性',
      weight_x100: 1500,
      score_x100: 1350,
      opinion: '',
    },
    {
      itemCode: 'SUI-2',
      aspect: '适当性',
      point: '资金匹配性',
      weight_x100: 1500,
      score_x100: 1350,
      opinion: '',
    },
    {
      itemCode: 'FEA-1',
      aspect: '可行性',
      point: '实现可能性',
      weight_x100: 1000,
      score_x100: 900,
      opinion: '',
    },
    {
      itemCode: 'FEA-2',
      aspect: '可行性',
      point: '条件充分性',
      weight_x100: 1000,
      score_x100: 900,
      opinion: '',
    },
  ],
  reviewOpinion: '目标清晰，指标基本完整，资金与任务匹配，修改完善后通过。',
}

function row(
  level1: string,
  level2: string,
  name: string,
  valueText: string,
  weight_x100: number,
  source: string,
) {
  return { level1, level2, name, valueText, weight_x100, source }
}

/** The mark of an approved target: the twelfth entry of the county's ledger. */
const ledger = {
  origin: 'contract-ledger-demo/640000',
  number: 12,
  prefix_sm3: 'bc48ba7a709184b5',
  prefix_sha256: '5dc9da79a70659a9',
  code: 'contract-ledger-demo/640000\n12\nXcnaeacGWamsVZy3Ae3ZoqudgjqtL0lgz+Nwj+tGBCM=\nsm3 vEi6enCRhLXyqmMeGt64D8JNQpXBjWDM2bVmT+FUyTs=\n',
}

export const targetSheet: TargetSheetInput = {
  frame: { ...official, ledger },
  project,
  content,
  opinions,
  reviewGrade: '良',
  declaredOn: '2022-11-10',
}

export const targetApproval: TargetApprovalInput = {
  frame: { ...official, ledger },
  head: { ...head, documentNumber: '示财绩〔2023〕5号', issuedOn: '2023-02-09' },
  project,
  content,
  arranged_fen: '500000000',
  hasJointReview: true,
  disclosureDueOn: '2023-02-24',
}

export const targetAdjustment: TargetAdjustmentInput = {
  frame: { ...official, ledger },
  head: { ...head, documentNumber: '示财绩〔2023〕41号', issuedOn: '2023-08-20' },
  project,
  content: {
    baseVersion: 2,
    baseNumber: '示财绩〔2023〕5号',
    baseOn: '2023-02-09',
    reasonClass: '政策变化',
    reasonText: '上级调整补助范围，10处泵站改由国家专项资金改造，本项目不再实施。',
    budgetChangeNumber: '示财预调〔2023〕3号',
  },
  pairs: [
    { part: 'indicator', name: '改造泵站数量', from: '≥50处', to: '≥40处' },
    { part: 'money', name: '年度资金总额', from: '500.00万元', to: '400.00万元' },
    { part: 'money', name: '年度财政拨款', from: '450.00万元', to: '350.00万元' },
  ],
  unitCosts: ['“改造泵站数量”单位成本10.0000万元调整为10.0000万元，不变。'],
  adjusted: {
    ...content,
    total_fen: '400000000',
    fiscal_fen: '350000000',
    indicators: (content.indicators ?? []).map((indicator, index) =>
      index === 0 ? { ...indicator, valueText: '≥40处' } : indicator,
    ),
  },
  versions: { from: 2, to: 3 },
  moneyChange: 'reallocation',
  disclosureDueOn: '2023-09-09',
}

const points: [string, string, string, number, number][] = [
  ['COM-1', '完整性', '规范完整性', 1000, 900],
  ['COM-2', '完整性', '明确清晰性', 1000, 800],
  ['SUI-2', '适当性', '资金匹配性', 1500, 1000],
]

/** 重点项目: the example of the field notes, where 资金匹配性 gets 10 of 15 and must say why. */
export const targetReview: TargetReviewInput = {
  frame: official,
  project,
  isKey: true,
  lines: points.map(([itemCode, aspect, point, weight_x100, score_x100]) => ({
    itemCode,
    aspect,
    point,
    weight_x100,
    score_x100,
    department: { grade: 'good', opinion: '' },
    thirdParty: itemCode === 'SUI-2' ? { grade: 'good', opinion: '单价偏高' } : { grade: null, opinion: '' },
    finance:
      itemCode === 'SUI-2' ? { grade: 'fair', opinion: '资金测算缺少询价依据' } : { grade: 'good', opinion: '' },
    differs: itemCode === 'SUI-2',
  })),
  total_x100: 8100,
  grade: '良',
  overallOpinion: '修改完善后通过。',
  submissions: 2,
  findings: [
    {
      raisedBy: '示例县财政局（财政绩效股）',
      place: '单位渠道改造成本',
      text: '请补充询价依据。',
      reply: '已补充三家询价单。',
      stateTitle: '已办结',
      closedBy: '周某某 2022-11-20',
    },
  ],
  opinions,
}
