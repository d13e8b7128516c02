import type { MonitoringOpinionInput } from '../../../src/documents/monitoring-opinion.ts'
import type { MonitoringSheetInput } from '../../../src/documents/monitoring-sheet.ts'
import type { MonitoringReferralInput } from '../../../src/documents/monitoring-referral.ts'
import { head, official, project } from './common.ts'

const rest = { actual: null, expected: null, causes: [], causeText: '', note: '', weight_x100: 1000 }

export const monitoringSheet: MonitoringSheetInput = {
  frame: official,
  project,
  annualGoal:
    '完成50处泵站改造和18.6公里渠道更新，按期投入冬灌使用；受益农户不少于300户，群众满意度不低于90%。',
  lights: {
    project: '红灯',
    projectReason: '1—7月执行率36.00%，低于时间进度22.33个百分点，超过20个百分点的红灯线',
    money: '红灯',
    byIndicator: { a: '红灯', b: '黄灯', c: '绿灯', d: '黄灯', e: '绿灯' },
  },
  content: {
    month: 7,
    dueOn: '2023-08-31',
    execution: [
      {
        fund: '本年财政拨款',
        budget_fen: '450000000',
        adjusted_fen: '450000000',
        paid_fen: '160000000',
        expected_fen: '400000000',
      },
      { fund: '上年结转资金', budget_fen: '0', adjusted_fen: '0', paid_fen: '0', expected_fen: '0' },
      {
        fund: '其他资金',
        budget_fen: '50000000',
        adjusted_fen: '50000000',
        paid_fen: '20000000',
        expected_fen: '50000000',
      },
    ],
    executionCause: '招标流标一次，开工晚于计划45天；部分材料款未到结算节点。',
    progress: [
      {
        ...rest,
        indicatorId: 'a',
        level1: '产出指标',
        level2: '数量指标',
        name: '改造泵站数量',
        targetText: '≥50处',
        actualText: '20处',
        expectedText: '50处',
        likelihood: '有可能',
        causes: ['制度保障', '其他'],
        causeText: '招标流标一次，开工晚于计划45天。',
      },
      {
        ...rest,
        indicatorId: 'b',
        level1: '产出指标',
        level2: '数量指标',
        name: '更新渠道长度',
        targetText: '≥18.6公里',
        actualText: '8.2公里',
        expectedText: '18.6公里',
        likelihood: '有可能',
        causes: ['硬件条件保障'],
        causeText: '灌溉期不能停水，施工窗口短。',
      },
      {
        ...rest,
        indicatorId: 'c',
        level1: '产出指标',
        level2: '质量指标',
        name: '工程质量合格率',
        targetText: '≥95%',
        actualText: '100%',
        expectedText: '98%',
        likelihood: '确定能',
      },
      {
        ...rest,
        indicatorId: 'd',
        level1: '效益指标',
        level2: '社会效益指标',
        name: '受益农户数',
        targetText: '≥300户',
        actualText: '120户',
        expectedText: '300户',
        likelihood: '有可能',
        causes: ['其他'],
        causeText: '随工程进度逐步受益。',
      },
      {
        ...rest,
        indicatorId: 'e',
        level1: '满意度指标',
        level2: '服务对象满意度指标',
        name: '受益农户满意度',
        targetText: '≥90%',
        actualText: '未到调查时点',
        expectedText: '91%',
        likelihood: '确定能',
      },
    ],
    correctionMeasure: '倒排工期，增加2个施工班组，9月底前完成渠道更新；按月报送用款计划。',
    correctionOwner: '张某某',
    correctionDueOn: '2023-09-30',
    fieldChecks: [
      {
        checkedOn: '2023-08-10',
        place: '示例镇第一村至第四村',
        persons: '财政局绩效股2人、农业农村局1人',
        form: '项目检查',
        signedBy: '马某某',
        facts: '抽查泵站8处，已完工6处，2处设备未到货；渠道现场与监理月报一致。',
      },
    ],
    analysis:
      '项目前期准备不充分，导致预算执行和产出进度均低于时间进度；工程质量受控，未发现资金使用不合规问题。',
    milestones: [
      { milestoneId: 'tender', label: '招标完成', plannedOn: '2023-05-15', actualOn: '2023-06-29', note: '流标一次' },
      { milestoneId: 'finish', label: '完工', plannedOn: '2023-11-30', expectedOn: '2023-11-30' },
    ],
    extended: [
      { item: '招标投标', state: '已完成', facts: '公开招标，合同已备案', amount_fen: '438000000' },
      { item: '监理和验收', state: '未开始' },
    ],
    judgements: [
      {
        verdict: '预算执行进度较差',
        level: '较重',
        basis: '执行率低于时间进度22.33个百分点，开工晚45天',
        measure: '调剂预算',
      },
      { verdict: '偏离绩效目标', level: '一般', basis: '泵站改造完成40%', measure: '督促加快' },
    ],
    verdicts: ['预算执行进度较差', '偏离绩效目标'],
    opinion: '列为重点监控项目，下达整改意见；对预计年底不能支出的50.00万元提出调剂意见。',
  },
  opinions: [
    {
      title: '财政绩效股意见',
      opinion: '同意研判结果，按红灯项目处理。',
      organisationName: '示例县财政局',
      personName: '刘某某',
      actedOn: '2023-08-25',
    },
  ],
  submittedOn: '2023-08-18',
}

export const monitoringOpinion: MonitoringOpinionInput = {
  frame: official,
  head: {
    ...head,
    documentNumber: '示财绩〔2023〕21号',
    issuedOn: '2023-08-28',
    copiesTo: ['县审计局'],
    note: '此件不公开',
  },
  project,
  month: 7,
  executionSentence: '1—7月执行180.00万元，执行率36.00%，低于时间进度22.33个百分点',
  budgetChange: '不改变预算总支出、重点支出和债务，属于预算调剂，按财政部门规定办理。',
  nextYear: '预计年底结转由50.00万元变为0.00万元；下一年度以450.00万元为起点，比本年少50.00万元，供编制预算时参考。',
  findings: [
    {
      problem: '预算执行进度较差，截至7月底执行率仅36.00%',
      evidence: '项目支出绩效目标执行监控表（1—7月）、国库支付记录',
      fund: '本年财政拨款',
      opinionType: '调剂预算',
      amount_fen: '50000000',
      verdict: '预算执行进度较差',
      transfers: [
        { direction: '调出', projectName: '示例县高标准农田灌溉设施改造项目', amount_fen: '50000000' },
        { direction: '调入', projectName: '示例县渠道应急抢修项目', amount_fen: '32000000', reason: '材料款' },
        { direction: '调入', projectName: '示例县农田排水项目', amount_fen: '18000000', reason: '尾款' },
      ],
      requirement: '预计年底不能支出的50.00万元调剂用于同类在建项目；其余资金按月分解用款计划',
      dueOn: '2023-09-30',
    },
    {
      problem: '产出进度偏离目标，泵站改造完成20处，为年度目标的40.00%',
      evidence: '2023年8月10日现场检查记录、监理月报',
      opinionType: '督促加快',
      requirement: '增加施工力量，10月31日前完成全部泵站改造',
      dueOn: '2023-10-31',
    },
  ],
}

export const monitoringReferral: MonitoringReferralInput = {
  frame: official,
  head: {
    ...head,
    documentNumber: '示财绩〔2023〕33号',
    issuedOn: '2023-11-08',
    copiesTo: ['县农业农村局'],
    note: '此件不公开',
  },
  project,
  issuedOn: '2023-08-28',
  issuedNumber: '示财绩〔2023〕21号',
  finding: {
    problem: '预算执行进度较差，虚报工程进度结算2处泵站设备款12.00万元',
    evidence: '2023年10月26日现场核实记录、设备采购合同和付款凭证',
    opinionType: '收回资金',
    amount_fen: '12000000',
    dueOn: '2023-09-30',
    measure: '退回多结算的设备款',
    responsible: '张某某',
    referralReason: '逾期39天没有退回资金，涉嫌虚报工程进度，超出财政部门处理权限',
  },
}
