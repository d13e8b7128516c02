import { join } from 'node:path'
import type { DocumentInputs } from '../../../src/documents/index.ts'
import {
  affordabilitySheetOf,
  assessAffordability,
} from '../../../src/domain/exante/compute/index.ts'
import type { ExanteEvaluationContent } from '../../../src/domain/forms/contents.ts'
import { loadRules } from '../../../src/rules/index.ts'
import { head, official, project } from './common.ts'

const POINTS = [
  ['立项必要性', '有法律法规、国家和地方政策或规划依据'],
  ['立项必要性', '与部门职责和事业发展规划相符'],
  ['立项必要性', '有现实需求，受益群体明确'],
  ['立项必要性', '与其他项目不重复，属公共财政支持范围'],
  ['投入经济性', '成本构成完整、明细清楚'],
  ['投入经济性', '价格和定额有依据'],
  ['投入经济性', '进行了方案比选'],
  ['投入经济性', '有成本控制措施'],
  ['绩效目标合理性', '目标完整、明确'],
  ['绩效目标合理性', '目标与需求相匹配'],
  ['绩效目标合理性', '指标细化、可衡量'],
  ['绩效目标合理性', '目标与申请资金相匹配'],
  ['实施方案有效性', '组织机构健全、职责清楚'],
  ['实施方案有效性', '技术路线和进度安排可行'],
  ['实施方案有效性', '土地、审批、人员等实施条件具备'],
  ['实施方案有效性', '有风险应对和管理制度'],
  ['筹资合规性', '资金来源合法合规'],
  ['筹资合规性', '各级各方分担清楚'],
  ['筹资合规性', '自筹部分可落实'],
  ['筹资合规性', '不形成政府隐性债务'],
] as const

const OPTIONS: Readonly<Record<string, string>> = { y: '优', l: '良', z: '中', c: '差' }

function sheet(
  person: string,
  marks: string,
  overallOpinion: string,
  suggestedDecision: string,
  total_x100: number,
) {
  const scores = POINTS.map(([dimension, item], index) => {
    const option = OPTIONS[marks[index]!]!
    const comment = option === '中' ? '材料中没有比选过程，应补充两种以上方案的成本和效果对比。' : ''
    return { itemCode: `I-${index + 1}`, dimension, item, weight_x100: 500, option, comment }
  })
  return { person, total_x100, content: { scores, overallOpinion, suggestedDecision } }
}

function year(value: number, ...amounts: readonly string[]) {
  const [
    ownRevenue,
    generalTransfers,
    transferredIn,
    fund,
    bonds,
    surplus,
    upward,
    three,
    debt,
    committed,
    share,
    upkeep,
  ] = amounts.map((wan) => `${Number(wan) * 1_000_000}`)
  return {
    year: value,
    ownRevenue_fen: ownRevenue!,
    generalTransfers_fen: generalTransfers!,
    transferredIn_fen: transferredIn!,
    stabilisationFund_fen: fund!,
    newGeneralBonds_fen: bonds!,
    netSurplus_fen: surplus!,
    paidUpward_fen: upward!,
    threeGuarantees_fen: three!,
    debtService_fen: debt!,
    committed_fen: committed!,
    newItemLocalShare_fen: share!,
    newItemUpkeep_fen: upkeep!,
  }
}

const RULES = loadRules(join(import.meta.dirname, '../../../rules')).at({
  date: '2022-10-20',
  jurisdiction: '640122',
  fiscalYear: 2023,
})

const FUND_YEAR = {
  fundRevenue_fen: '3000000000',
  fundTransfers_fen: '200000000',
  specialBonds_fen: '0',
  fundCarryOver_fen: '100000000',
  fundTransferredOut_fen: '400000000',
  fundCommitted_fen: '1500000000',
}

/** Typed by the business section: 2026 without debt service, carried forward by an assumption. */
const AFFORDABILITY = {
  affordability: [
    year(
      2023,
      '180000',
      '220000',
      '10000',
      '5000',
      '15000',
      '2000',
      '7000',
      '310000',
      '42000',
      '30000',
      '4500',
      '0',
    ),
    year(
      2024,
      '182000',
      '222000',
      '8000',
      '3000',
      '12000',
      '1000',
      '8000',
      '320000',
      '43000',
      '32000',
      '6650',
      '350',
    ),
    year(
      2025,
      '188000',
      '225000',
      '8000',
      '3000',
      '12000',
      '1500',
      '7500',
      '322000',
      '43000',
      '33000',
      '0',
      '350',
    ),
    {
      ...year(2026, '190000', '227000', '8000', '3000', '12000', '1500', '7500', '325000', '0', '33000', '0', '350'),
      debtService_fen: null,
    },
  ],
  usesFundBudget: true,
  fundAffordability: [
    { year: 2023, ...FUND_YEAR, fundDebtService_fen: '900000000', fundLocalShare_fen: '200000000', fundUpkeep_fen: '0' },
    { year: 2024, ...FUND_YEAR, fundLocalShare_fen: '100000000', fundUpkeep_fen: '0' },
    { year: 2025, ...FUND_YEAR, fundLocalShare_fen: '0', fundUpkeep_fen: '10000000' },
    { year: 2026, ...FUND_YEAR, fundLocalShare_fen: '0', fundUpkeep_fen: '10000000' },
  ],
  growthAssumptions: [
    { column: 'debtService_fen', rate: '2', basis: '2022年政府债务还本付息计划。' },
    { column: 'fundDebtService_fen', rate: '0', basis: '专项债券付息计划。' },
  ],
} satisfies ExanteEvaluationContent

export const exanteReport: DocumentInputs['exante-report'] = {
  frame: official,
  project,
  organiser: '示例县财政局',
  concludedOn: '2022-10-20',
  leadNote: '三名专家总分极差9.00分，未超过15分，无需说明。',
  vetoes: [],
  opinions: [
    {
      title: '财政绩效股意见',
      opinion: '形成评估结论',
      organisationName: '示例县财政局',
      personName: '钱某某',
      actedOn: '2022-10-20',
    },
    {
      title: '分管领导审定意见',
      opinion: '同意评估结论。',
      organisationName: '示例县财政局',
      personName: '冯某某',
      actedOn: '2022-10-25',
    },
  ],
  annualGoal:
    '完成50处泵站改造和18.6公里渠道更新，按期投入冬灌使用；受益农户不少于300户，群众满意度不低于90%。',
  affordability: assessAffordability(affordabilitySheetOf(AFFORDABILITY), RULES, {
    requiredYears: [2023, 2024, 2025, 2026],
  }),
  sheets: [
    sheet(
      '周某某',
      'yyylyllzyyylyyllyyyy',
      '项目立项依据充分，建设内容与规划一致，建议补充方案比选后支持。',
      '调整完善后予以支持',
      9500,
    ),
    sheet(
      '吴某某',
      'yyllylzzyylllyllyyly',
      '成本控制措施不够具体，管护资金来源应进一步落实。',
      '部分支持',
      8700,
    ),
    sheet(
      '郑某某',
      'yyyyyllzyyyyyyylyyyy',
      '目标与任务匹配，指标可衡量，总体可行。',
      '调整完善后予以支持',
      9600,
    ),
  ],
  content: {
    subject: '项目',
    materials: [
      { appliesTo: '全部', item: '项目（政策）申报书', isRequired: true, status: '已通过', note: '' },
      { appliesTo: '全部', item: '绩效目标申报表', isRequired: true, status: '已通过', note: '' },
      { appliesTo: '项目', item: '实施方案', isRequired: true, status: '已通过', note: '经二次补正。' },
      {
        appliesTo: '项目',
        item: '主要材料、设备价格及依据',
        isRequired: false,
        status: '已收',
        note: '缺少两种水泵的询价记录。',
      },
    ],
    methods: ['成本效益分析法', '对比分析法', '公众评判法'],
    approach:
      '按照“资料审核、现场踏勘、专家论证、形成结论”的步骤开展。\n2022年9月15日至10月12日审核资料并踏勘3个乡镇，10月15日召开专家论证会。',
    team: '评估组由财政局绩效股2人、业务股1人和3名专家组成，组长由绩效股负责人担任。',
    experts: [
      { person: '周某某', field: '行业', employer: '示例大学水利学院', isConflictDeclared: false },
      { person: '吴某某', field: '财务', employer: '示例会计师事务所', isConflictDeclared: false },
      { person: '郑某某', field: '绩效', employer: '示例绩效研究会', isConflictDeclared: false },
    ],
    ...AFFORDABILITY,
    growthAssumptions: [
      { column: '债务还本付息', rate: '2', basis: '2022年政府债务还本付息计划。' },
      { column: '政府性基金：专项债务还本付息', rate: '0', basis: '专项债券付息计划。' },
    ],
    comparedOn: '2022-10-20',
    unitCostText:
      '“新建高效节水农田”按整个项目的年度资金折算为2250元/亩；同名同单位的其他项目7个，中位数1980元/亩，' +
      '本项目是中位数的1.14倍，在中位数和上四分位数之间。',
    unitCosts: [
      {
        indicator: '新建高效节水农田',
        own: '2250元/亩',
        others: 7,
        lower: '1720元/亩',
        median: '1980元/亩',
        upper: '2410元/亩',
        position: '在中位数和上四分位数之间',
      },
    ],
    overlapText: '与46个其他项目比较，1个项目的相似度达到27%，请核对是否重复。',
    overlaps: [
      {
        project: '本部门其他单位的项目（2023年）',
        likeness: '41.2%',
        reason: '名称相似35.2%；概况和年度目标相似43.77%；都写有“高效节水”、“首部枢纽”',
      },
    ],
    isFundingCompliant: true,
    fundingNote: '资金由本级财政和乡镇自筹共同负担，自筹部分已列入乡镇预算，不形成政府隐性债务。',
    raterCount: 3,
    panelScore_x100: 9267,
    panelDimensions: [
      { dimension: '立项必要性', weight_x100: 2000, score_x100: 1933 },
      { dimension: '投入经济性', weight_x100: 2000, score_x100: 1667 },
      { dimension: '绩效目标合理性', weight_x100: 2000, score_x100: 1900 },
      { dimension: '实施方案有效性', weight_x100: 2000, score_x100: 1833 },
      { dimension: '筹资合规性', weight_x100: 2000, score_x100: 1934 },
    ],
    decision: '调整完善后予以支持',
    requested_fen: '620000000',
    suggested_fen: '500000000',
    cutLines: [
      {
        item: '信息化监测平台',
        requested_fen: '90000000',
        cut_fen: '90000000',
        reason: '与县级水利信息平台功能重复。',
      },
      {
        item: '泵站房改造',
        requested_fen: '160000000',
        cut_fen: '30000000',
        reason: '单价高于当地造价指标。',
      },
    ],
    reasons:
      '项目立项必要，目标与任务匹配，筹资合规；方案比选和成本控制需要完善，信息化内容与既有平台重复，故作相应核减。',
    suggestions:
      '1.补充两种以上灌溉方式的成本效果比选。\n2.落实管护主体和年度管护经费。\n3.完善满意度调查方案，明确样本量和抽样方法。',
  },
}

export const materialsNotice: DocumentInputs['exante-materials-notice'] = {
  frame: official,
  head: { ...head, documentNumber: '示财绩〔2022〕12号', issuedOn: '2022-09-05' },
  project,
  gaps: [
    { item: '工程概算书', says: '缺少', note: '' },
    { item: '实施方案', says: '不符合要求', note: '没有分年度进度安排。' },
    { item: '预算明细及编制说明', says: '没有附件', note: '' },
  ],
  opinion: '实施方案应写明各年度建设内容和投资，请一并补正。',
  dueOn: '2022-09-15',
}
