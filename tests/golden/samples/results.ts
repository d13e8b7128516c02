import type { DocumentInputs } from '../../../src/documents/index.ts'
import { head, official, project } from './common.ts'

export const rectificationNotice: DocumentInputs['rectification-notice'] = {
  frame: official,
  head: { ...head, documentNumber: '示财绩〔2024〕3号', issuedOn: '2024-05-20' },
  project,
  agencyName: '示例绩效咨询有限公司',
  content: {
    addressee: '示例县农业农村局',
    evaluatedScore_x100: 8852,
    grade: '良',
    noticeTitle: '',
    problems: [
      {
        problem: '资金到位不及时，到位率92.00%',
        evidence: '国库支付记录、乡镇自筹凭证',
        indicator: '资金到位率',
        amount_fen: '40000000',
        recover_fen: '12345678',
        source: '财政评价',
        dutyOffice: '示例县农田水利服务中心',
        requirementType: '改进管理措施',
        requirement: '落实乡镇自筹资金，2024年12月31日前足额到位',
      },
      {
        problem: '满意度调查样本不足',
        evidence: '问卷原件和抽样名单',
        indicator: '满意度',
        source: '单位自评',
        dutyOffice: '示例县农田水利服务中心',
        dueOn: '2024-07-31',
        requirementType: '加强内部控制',
        requirement: '补充调查并更新佐证材料',
      },
      {
        problem: '管护责任未落实到人，4个村无管护记录',
        evidence: '现场核查记录',
        indicator: '管理制度健全性',
        source: '绩效监控',
        dutyOffice: '示例县农村供水管理站',
        requirementType: '完善制度',
        requirement: '制定管护考核办法，明确责任人和经费来源',
      },
    ],
    planDueOn: '2024-06-19',
    completionDueOn: '2024-09-30',
    consequence: '逾期未整改的，整改完成前不予安排2025年度该项目预算。',
    contact: '示例县财政局绩效股　刘某某　0951-0000000',
    copiesTo: ['县人大常委会财政经济工作委员会', '县审计局', '县财政局农业股'],
  },
}

export const rectificationReferral: DocumentInputs['rectification-referral'] = {
  frame: official,
  head: { ...head, documentNumber: '示财绩〔2024〕15号', issuedOn: '2024-11-05' },
  project,
  issuedOn: '2024-05-20',
  task: {
    noticeNumber: '示财绩〔2024〕3号',
    problemNumber: 1,
    problem: '资金到位不及时，到位率92.00%',
    basis: '国库支付记录、乡镇自筹凭证',
    requirement: '落实乡镇自筹资金，2024年12月31日前足额到位',
    amount_fen: '40000000',
    recover_fen: '12345678',
    recovered_fen: '2345678',
    planDueOn: '2024-06-19',
    completionDueOn: '2024-09-30',
    measure: '向乡镇发函催收',
    responsible: '李某某',
    referredTo: '审计机关',
    referralReason: '两次催办仍未收回，付款凭证与合同不一致，涉嫌虚列支出。',
  },
}

export const rectificationChange: DocumentInputs['rectification-change'] = {
  frame: official,
  head: { ...head, documentNumber: '示财绩〔2024〕9号', issuedOn: '2024-09-20' },
  project,
  isExemption: false,
  askedOn: '2024-09-12',
  opinion: '同意延期，请农业农村局每半月报告一次进展。',
  noticeNumber: '示财绩〔2024〕3号',
  content: {
    problemNumber: 3,
    problem: '管护责任未落实到人，4个村无管护记录',
    completionDueOn: '2024-09-30',
    changeType: '延长整改期限',
    newDueOn: '2024-10-30',
    reason: '管护考核办法须经乡镇人大审议，会议在10月召开。',
  },
}

export const budgetDecision: DocumentInputs['budget-decision'] = {
  frame: official,
  head: { ...head, documentNumber: '示财绩〔2024〕8号', issuedOn: '2024-07-15' },
  project,
  evaluatedScore_x100: 8852,
  content: {
    grade: '良',
    itemType: '延续项目',
    measure: '维持规模',
    base_fen: '380000000',
    current_fen: '500000000',
    next_fen: '380000000',
    performanceChange_fen: '-20000000',
    reason:
      '项目绩效良好，建设任务已基本完成，2024年度安排剩余渠道改造和质保金支付所需资金。\n因满意度和管护指标未达目标，核减与此相关的宣传和管护费用20.00万元，待整改完成后另行申请。',
    level: '财政局局务会',
  },
}

export const disclosureNotice: DocumentInputs['disclosure-notice'] = {
  frame: official,
  head: { ...head, documentNumber: '示财绩〔2024〕6号', issuedOn: '2024-06-20', note: '此件公开发布' },
  results: [
    { project, score_x100: 8852, grade: '良', evaluator: '示例绩效咨询有限公司' },
    {
      project: {
        ...project,
        name: '示例县农村饮水安全巩固提升项目',
        departmentName: '示例县水务局',
        annual_fen: '320000000',
      },
      score_x100: 9215,
      grade: '优',
      evaluator: '示例县财政局',
    },
  ],
  content: {
    disclosureTitle: '示例县财政局关于2023年度重点项目绩效评价结果的公告',
    summary:
      '本次评价2个项目，涉及财政资金820.00万元，优1个、良1个。\n评价结果已反馈主管部门并用于2024年度预算安排。',
    carrier: '政府门户网站',
    url: 'https://example.invalid/czj/2024/0620',
    disclosedOn: '2024-06-20',
    isSecrecyChecked: true,
    isPersonalDataChecked: true,
  },
}

export const disclosurePreview: DocumentInputs['disclosure-preview'] = {
  frame: { isDemonstration: true, references: [{ title: '评价结果公开', version: 7 }] },
  projectName: project.name,
  shown: {
    version: 2,
    isPublished: false,
    answers: [
      { question: '这个项目花了多少钱？', answers: ['一年的预算是500.00万元。', '实际花了498.00万元。'] },
      { question: '发现了什么问题，改了没有？', answers: ['1. 管护责任没有落实', '“管护责任没有落实”的整改：整改中'] },
    ],
    texts: [
      { label: '公开数据“项目名称”', text: project.name },
      { label: '公开数据“绩效目标第2项指标名称”', text: '未公开（涉及合作企业订单）' },
      { label: '公开数据“问题第1项”', text: '户主×××的补助重复发放' },
    ],
    parts: [
      { part: '项目名称和单位', sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
      { part: '存在问题', sha256: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752' },
    ],
  },
}

const PEOPLE = {
  unit: { personId: '1', personName: '李某某', roleTitle: '单位经办', organisationName: '示例县农田水利服务中心' },
  department: { personId: '2', personName: '王某某', roleTitle: '主管部门', organisationName: '示例县农业农村局' },
  section: { personId: '3', personName: '刘某某', roleTitle: '财政绩效股', organisationName: '示例县财政局' },
  leader: { personId: '4', personName: '周某某', roleTitle: '财政分管领导', organisationName: '示例县财政局' },
}

export const responsibilityList: DocumentInputs['responsibility-list'] = {
  frame: { isDemonstration: true },
  project,
  asOf: '2024-06-28',
  acts: [
    { ...PEOPLE.unit, duty: 'declared', act: '项目支出绩效目标：申报绩效目标', actedOn: '2022-10-12' },
    { ...PEOPLE.unit, duty: 'declared', act: '项目预算：申报预算', actedOn: '2022-10-12' },
    { ...PEOPLE.department, duty: 'reviewed', act: '项目支出绩效目标：初审通过', actedOn: '2022-10-18' },
    { ...PEOPLE.section, duty: 'reviewed', act: '项目支出绩效目标：复核通过', actedOn: '2022-11-02' },
    { ...PEOPLE.leader, duty: 'approved', act: '项目支出绩效目标：批复', actedOn: '2023-01-18' },
    { ...PEOPLE.unit, duty: 'spent', act: '项目支出绩效自评表：提交自评', actedOn: '2024-01-22' },
    { ...PEOPLE.leader, duty: 'approved', act: '绩效评价整改通知：签发整改通知', actedOn: '2024-05-20' },
    { ...PEOPLE.unit, duty: 'rectified', act: '整改任务：报告整改结果', actedOn: '2024-06-05' },
    { ...PEOPLE.section, duty: 'verified', act: '整改任务：核实通过', actedOn: '2024-06-11' },
  ],
}
