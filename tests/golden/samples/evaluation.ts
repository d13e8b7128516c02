import type { DocumentInputs } from '../../../src/documents/index.ts'
import { official, project } from './common.ts'

function row(
  level1: string,
  level2: string,
  name: string,
  weight_x100: number,
  score_x100: number,
  basis: string,
) {
  const itemCode = name === '预算执行率' ? 'PRO-2' : undefined
  return { ...(itemCode ? { itemCode } : {}), level1, level2, name, weight_x100, score_x100, basis }
}

export const evaluationReport: DocumentInputs['evaluation-report'] = {
  frame: official,
  project,
  commissioner: '示例县财政局',
  reportedOn: '2024-05-10',
  annualGoal:
    '完成50处泵站改造和18.6公里渠道更新，按期投入冬灌使用；受益农户不少于300户，群众满意度不低于90%。',
  self: { totalScore_x100: 9569, grade: '优' },
  days: {
    commissionedOn: '2024-03-05',
    consultedOn: '2024-04-15',
    repliedOn: '2024-04-22',
  },
  survey: {
    needed: [187],
    satisfaction: '87.00%',
    options: [
      { name: '非常满意', share_bp: 5_000, count: 100 },
      { name: '满意', share_bp: 4_000, count: 80 },
      { name: '一般', share_bp: 750, count: 15 },
      { name: '不满意', share_bp: 250, count: 5 },
      { name: '非常不满意', share_bp: 0, count: 0 },
    ],
  },
  reasons: { 'PRO-2': '“预算执行率”按公式法：比率95.00%，分值4分，得3.80分。' },
  agreement: '3人评分，肯德尔和谐系数0.83。',
  traces: [
    { figure: '总分', value: '88.52分', record: '财政绩效评价第1版·评价指标评分', rule: 'EVA-013 财政评价总分和等级' },
    { figure: '预算资金', value: '500.00万元', record: '财政绩效评价第1版·资金到位和使用', rule: '' },
  ],
  content: {
    agency: '示例绩效咨询有限公司',
    leadEvaluator: '冯某某',
    purpose: '了解项目资金使用和绩效目标实现情况，总结经验、发现问题，为以后年度预算安排和项目管理提供依据。',
    scope: '2023年度项目全部财政资金和自筹资金，覆盖3个乡镇12个行政村，现场核查泵站20处、渠道9.3公里。',
    methods: ['成本效益分析法', '比较法', '公众评判法'],
    requests: [
      { material: '竣工验收资料', dueOn: '2024-03-15', deliveredOn: '2024-03-14' },
      { material: '管护台账', dueOn: '2024-03-15', note: '村级没有建立' },
    ],
    fieldSurveys: [
      {
        visitedOn: '2024-03-19',
        place: '3个乡镇12个行政村',
        content: '核查泵站20处、渠道9.3公里',
        finding: '18处一次验收合格，4个村没有管护记录',
      },
    ],
    questionnaires: [
      {
        group: '受益农户',
        population: 360,
        sent: 210,
        returned: 205,
        valid: 200,
        biasNote: '外出务工农户没有填答',
      },
    ],
    budget_fen: '500000000',
    received_fen: '460000000',
    spent_fen: '437000000',
    scores: [
      row('决策', '项目立项', '立项依据充分性', 300, 300, '符合县级农田水利规划和部门职责，不重复。'),
      row(
        '决策',
        '项目立项',
        '立项程序规范性',
        200,
        200,
        '可行性研究、专家论证、事前绩效评估和集体决策手续齐全。',
      ),
      row('决策', '绩效目标', '绩效目标合理性', 300, 250, '目标与任务匹配，但未反映渠系水利用系数提高。'),
      row('决策', '绩效目标', '绩效指标明确性', 200, 180, '部分效益指标未说明取数方法。'),
      row('决策', '资金投入', '预算编制科学性', 300, 270, '设备单价依据充分，管护费用测算依据不足。'),
      row('决策', '资金投入', '资金分配合理性', 200, 200, '按受益面积分配，依据充分。'),
      row('过程', '资金管理', '资金到位率', 400, 368, '预算500.00万元，到位460.00万元，到位率92.00%。'),
      row('过程', '资金管理', '预算执行率', 400, 380, '到位460.00万元，支出437.00万元，执行率95.00%。'),
      row('过程', '资金管理', '资金使用合规性', 500, 450, '一笔4.20万元材料款附件不齐，已补正。'),
      row('过程', '组织实施', '管理制度健全性', 300, 270, '项目管理和财务制度健全，缺少管护考核办法。'),
      row('过程', '组织实施', '制度执行有效性', 400, 340, '招标流标后变更手续滞后15天。'),
      row('产出', '产出数量', '实际完成率', 1000, 1000, '泵站50处、渠道18.6公里全部完成。'),
      row('产出', '产出质量', '质量达标率', 1000, 900, '抽查20处泵站，18处一次验收合格，达标率90.00%。'),
      row('产出', '产出时效', '完成及时性', 800, 700, '2处泵站晚于10月31日完工。'),
      row('产出', '产出成本', '成本节约率', 700, 660, '计划480.00万元，实际456.00万元，成本节约率5.00%。'),
      row(
        '效益',
        '项目效益',
        '实施效益',
        2000,
        1514,
        '受益农户360户，亩均灌溉成本降低16.20元，低于目标18元。',
      ),
      row('效益', '项目效益', '满意度', 1000, 870, '有效问卷200份，满意度87.00%。'),
    ],
    totalScore_x100: 8852,
    grade: '良',
    problems: [
      {
        problem: '资金到位不及时，到位率92.00%',
        evidence: '国库支付记录、乡镇自筹凭证',
        indicator: '资金到位率',
        amount_fen: '40000000',
        suggestion: '落实乡镇自筹资金，年底前足额到位',
      },
      {
        problem: '满意度调查样本不足，抽样未覆盖全部乡镇',
        evidence: '问卷原件和抽样名单',
        indicator: '满意度',
        suggestion: '补充调查并更新佐证材料',
      },
      {
        problem: '管护责任未落实到人',
        evidence: '现场核查12个行政村，4个村无管护记录',
        indicator: '管理制度健全性',
        suggestion: '制定管护考核办法，明确责任人和经费来源',
      },
    ],
    experience:
      '建立“乡镇申报、部门审核、财政复核”的用款机制，资金支付与工程进度挂钩。\n邀请受益农户代表参与工程验收。',
    conclusion:
      '项目按计划完成了建设任务，改善了灌溉条件，群众总体满意；资金到位、质量控制和后期管护方面仍有不足。',
    hasSeriousViolation: false,
    replyKind: '无异议',
    replyHandling: '单位无异议，已就资金到位情况补充说明。',
  },
}

/** The same evaluation, carried out by a group of the bureau with one expert. */
export const ownEvaluationReport: DocumentInputs['evaluation-report'] = {
  ...evaluationReport,
  isOwn: true,
  content: {
    ...withoutInstitution(evaluationReport.content),
    executorKind: '自行组织',
    group: [
      { person: '周某', duty: '组长', task: '统筹、撰写报告' },
      { person: '吴某', duty: '成员', task: '资料核实和资金分析' },
      { person: '郑某', duty: '成员', task: '现场调查和产出评分' },
    ],
    members: [
      { person: '周某', duty: '组长', isExpert: false, pledgedOn: '2024-03-06' },
      { person: '吴某', duty: '成员', isExpert: false, pledgedOn: '2024-03-06' },
      { person: '郑某', duty: '成员', isExpert: true, pledgedOn: '2024-03-07' },
    ],
  },
}

function withoutInstitution(content: (typeof evaluationReport)['content']) {
  const { agency: _agency, leadEvaluator: _lead, selection: _selection, selectionNote: _note, ...rest } = content
  return rest
}
