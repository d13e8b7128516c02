import type { DocumentInputs, StagePart } from '../../../src/documents/index.ts'
import { head, official, project } from './common.ts'

export const selectionForm: DocumentInputs['selection-form'] = {
  frame: official,
  project,
  proposer: '示例县财政局',
  opinions: [
    {
      title: '财政绩效股意见',
      opinion: '推荐为试点项目。',
      organisationName: '示例县财政局',
      personName: '刘某某',
      actedOn: '2022-09-02',
    },
    {
      title: '分管领导意见',
      opinion: '同意推荐。',
      organisationName: '示例县财政局',
      personName: '马某某',
      actedOn: '2022-09-05',
    },
    { title: '自治区财政厅意见' },
  ],
  content: {
    criteria: [
      {
        criterion: '党委政府确定的重大目标任务',
        isMet: true,
        evidence: '列入县委一号文件和2023年政府工作报告重点任务。',
      },
      {
        criterion: '覆盖面广、影响力大、社会关注度高',
        isMet: true,
        evidence: '覆盖3个乡镇12个行政村，受益农户360户。',
      },
      { criterion: '对宁夏经济社会发展有深远影响', isMet: false, evidence: '' },
      { criterion: '执行环境发生变化', isMet: true, evidence: '黄河灌区用水指标调减，节水要求提高。' },
      { criterion: '执行效果不佳', isMet: false, evidence: '' },
      { criterion: '政策效益不明显', isMet: false, evidence: '' },
    ],
    reason:
      '项目投资较大、群众关注度高，绩效目标可量化，具备开展事前评估、目标管理、双监控、绩效评价和结果应用全流程试点的条件。',
    executors: [
      { stage: '事前绩效评估', executorKind: '委托专家', organisation: '', note: '3名专家' },
      { stage: '绩效目标管理', executorKind: '自行组织', organisation: '', note: '' },
      { stage: '绩效跟踪监控', executorKind: '自行组织', organisation: '', note: '结合项目检查开展' },
      { stage: '绩效评价', executorKind: '委托机构', organisation: '示例绩效咨询有限公司', note: '' },
      { stage: '评价结果应用', executorKind: '自行组织', organisation: '', note: '' },
    ],
    expectedResults: '形成五个阶段分报告和一体化评价报告，总结可推广的农田水利项目绩效指标和管护机制。',
  },
}

function stage(name: string, outcome: string, tables: StagePart['tables'] = []): StagePart {
  return {
    tables,
    content: {
      stage: name,
      isCarriedOut: true,
      work: `按照试点方案开展${name}工作，成立工作组，制定工作方案，逐项收集和核对资料。\n全过程留痕，意见和办理情况均有记录。`,
      outcome,
      problems: '部分佐证资料收集不及时，单位对指标取数方法理解不一致。',
      suggestions: '建立常用指标取数说明，提前布置资料准备。',
    },
  }
}

export const stages: readonly StagePart[] = [
  stage('事前绩效评估', '综合得分92.67分，结论为“调整完善后予以支持”，核减120.00万元。', [
    {
      caption: '事前绩效评估结果',
      unit: '单位：万元',
      head: ['申请金额', '核减金额', '建议支持金额', '综合得分', '结论'],
      rows: [['620.00', '120.00', '500.00', '92.67', '调整完善后予以支持']],
      figures: [0, 1, 2, 3],
      widths: [2, 2, 2.4, 2, 3],
    },
  ]),
  stage('绩效目标管理', '设置三级指标9个，财政复核89.00分，等级为“良”，与预算同步批复、公开。'),
  stage('绩效跟踪监控', '发现问题2个，均已整改；调剂预算50.00万元。', [
    {
      caption: '监控情况',
      head: ['监控时段', '执行率', '项目灯色', '发现问题', '整改情况'],
      rows: [
        ['2023年1—7月', '36.00%', '红灯', '2个', '全部整改'],
        ['2023年1—12月', '87.70%', '绿灯', '0个', '—'],
      ],
    },
  ]),
  stage('绩效评价', '财政评价88.52分，等级为“良”；单位自评95.69分，等级为“优”。'),
  {
    tables: [],
    content: {
      stage: '评价结果应用',
      isCarriedOut: false,
      missingReason: '整改期限未到，结果应用情况在补充报告中反映',
    },
  },
]

export const stageReport: DocumentInputs['stage-report'] = {
  frame: official,
  project,
  issuer: '示例县财政局',
  reportedOn: '2023-12-20',
  executor: '自行组织',
  ...stages[2]!,
}

export const integratedReport: DocumentInputs['integrated-report'] = {
  frame: official,
  project,
  issuer: '示例县财政局',
  reportedOn: '2024-06-15',
  stages,
  content: {
    overview: '示例县高标准农田灌溉设施改造项目覆盖3个乡镇12个行政村，改造泵站50处、更新渠道18.6公里。',
    organisation:
      '县财政局牵头，农业农村局为依托，项目单位自评为基础，第三方评价为主体，五个阶段由同一工作专班衔接。',
    effects: '通过事前评估核减120.00万元，通过监控调剂50.00万元，项目按期投入使用，受益农户360户。',
    experience: '“目标一张表、监控一条线、评价一把尺”，五个阶段使用同一套指标。',
    problems: '管护机制不健全，部分指标取数困难。',
    suggestions: '将管护责任落实情况纳入下年度绩效目标；建立农田水利项目共性指标库。',
  },
}

export const countyReport: DocumentInputs['county-report'] = {
  frame: official,
  jurisdictionName: '示例县',
  issuer: '示例县财政局',
  reportedOn: '2024-06-28',
  projects: [
    { project, stages, score_x100: 8852, grade: '良', effects: integratedReport.content.effects ?? '' },
  ],
  content: {
    overview: '2022年8月至2024年6月，示例县选择1个重点项目开展预算绩效一体化全流程规范管理试点。',
    organisation:
      '成立由县政府分管领导任组长的试点工作领导小组，财政局负责总体协调，各部门齐抓共管、联合推进。',
    selection: '按照方案要求，选择党委政府确定的重大目标任务、覆盖面广、社会关注度高的项目作为试点。',
    stages: '五个阶段中，前四个阶段已完成，评价结果应用阶段正在进行。',
    effects: '预算编制、执行、评价、应用环环相扣，绩效结果成为安排预算的重要依据。',
    experience: '一个项目一份档案，五个阶段一套指标；评价结果当年应用、当年公开。',
    problems: '第三方机构力量不足，部分部门绩效意识有待加强。',
    suggestions: '在全县推广试点经验，建立分行业指标库，加强培训。',
    publicity: '举办专题培训3期，发布宣传信息12篇。',
  },
}

export const acceptanceOpinion: DocumentInputs['acceptance-opinion'] = {
  frame: official,
  head: {
    ...head,
    issuer: '示例自治区财政厅',
    documentNumber: '示财（绩）发〔2024〕45号',
    issuedOn: '2024-07-30',
    copiesTo: ['示例县人民政府'],
  },
  jurisdictionName: '示例县',
  addressee: '示例县财政局',
  content: {
    criteriaSource: '本系统拟定的默认标准',
    pass_x100: 8000,
    completeness: [
      { itemCode: '1', projectName: project.name, item: '事前绩效评估报告', isPresent: true, note: '' },
      { itemCode: '2', projectName: project.name, item: '绩效目标申报表和批复', isPresent: true, note: '' },
      { itemCode: '3', projectName: project.name, item: '绩效监控表和整改意见', isPresent: true, note: '' },
      {
        itemCode: '4',
        projectName: project.name,
        item: '单位自评表和财政评价报告',
        isPresent: true,
        note: '',
      },
      {
        itemCode: '5',
        projectName: project.name,
        item: '整改通知和整改落实情况',
        isPresent: false,
        note: '整改期限为2024年9月30日',
        reason: '一项工程跨年度实施，整改期限未到',
      },
      { itemCode: '6', projectName: '', item: '预算绩效一体化管理试点报告', isPresent: true, note: '' },
    ],
    criteria: [
      {
        itemCode: 'ACC-1',
        item: '试点项目选择符合方案要求',
        weight_x100: 1000,
        score_x100: 950,
        basis: '符合三项选择条件，依据充分。',
      },
      {
        itemCode: 'ACC-2',
        item: '五个阶段资料齐全、前后衔接',
        weight_x100: 2500,
        score_x100: 2100,
        basis: '缺少整改落实情况。',
      },
      {
        itemCode: 'ACC-3',
        item: '绩效目标与预算同步申报、审核、批复、公开',
        weight_x100: 1500,
        score_x100: 1500,
        basis: '四个环节同步。',
      },
      {
        itemCode: 'ACC-4',
        item: '监控发现问题并整改到位',
        weight_x100: 1500,
        score_x100: 1400,
        basis: '2个问题均已整改。',
      },
      {
        itemCode: 'ACC-5',
        item: '评价客观、佐证充分',
        weight_x100: 1500,
        score_x100: 1300,
        basis: '满意度样本不足。',
      },
      {
        itemCode: 'ACC-6',
        item: '结果公开并与预算安排挂钩',
        weight_x100: 2000,
        score_x100: 1700,
        basis: '已公开，预算挂钩决定已作出。',
      },
    ],
    fieldChecks: [
      {
        checkedOn: '2024-07-18',
        place: '示例镇第三村泵站',
        persons: '财政厅绩效处2人',
        facts: '泵站运行正常，管护记录自2024年3月起完整。',
      },
    ],
    defects: [
      {
        problem: '评价结果公开没有截图',
        requirement: '补传公开网页截图',
        dueOn: '2024-07-25',
        isCorrected: true,
        checkNote: '截图与网页一致',
      },
    ],
    answers: [
      {
        number: 1,
        problem: '评价结果公开没有截图',
        answer: '已补传门户网站公开截图',
        evidence: '公开截图2张',
      },
    ],
    verdict: '验收合格',
    opinion: '试点组织有力，五个阶段衔接较好，提出的问题已经补正。',
  },
}

const { content: accepted } = acceptanceOpinion

export const acceptanceRefusal: DocumentInputs['acceptance-refusal'] = {
  ...acceptanceOpinion,
  head: { ...acceptanceOpinion.head, documentNumber: '示财（绩）发〔2024〕46号' },
  content: {
    ...accepted,
    criteria: (accepted.criteria ?? []).map((row, index) => (index === 1 ? { ...row, score_x100: 300 } : row)),
    defects: (accepted.defects ?? []).map((row) => ({
      ...row,
      isCorrected: false,
      checkNote: '截图与网页不一致',
    })),
    verdict: '验收不合格',
    opinion: '得分没有达到合格线，提出的问题经补正仍不符合要求。',
  },
}

export const acceptanceDefects: DocumentInputs['acceptance-defects'] = {
  ...acceptanceOpinion,
  head: { ...acceptanceOpinion.head, documentNumber: '示财（绩）发〔2024〕40号', issuedOn: '2024-07-20' },
  content: {
    ...accepted,
    defects: [
      ...(accepted.defects ?? []),
      { problem: '监控表没有附支付凭证', requirement: '补传7月支付凭证', dueOn: '2024-08-10' },
    ],
  },
}
