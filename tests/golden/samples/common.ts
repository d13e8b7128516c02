import type { LetterHead, ProjectHead } from '../../../src/documents/shared/input.ts'

/** An invented county and an invented project; every sample document speaks of these. */
export const project: ProjectHead = {
  jurisdictionName: '示例县',
  name: '示例县高标准农田灌溉设施改造项目',
  code: '640000240001',
  fiscalYear: 2023,
  unitName: '示例县农田水利服务中心',
  departmentName: '示例县农业农村局',
  departmentCode: '201',
  category: '特定目标类项目',
  overview:
    '项目覆盖示例县3个乡镇12个行政村，改造泵站50处、更新渠道18.6公里，解决灌区设施老化、渠系水利用率偏低的问题，受益农户360户。',
  periodStart: '2023-01-01',
  periodEnd: '2024-12-31',
  total_fen: '920000000',
  annual_fen: '500000000',
  projectPerson: '张某某',
  unitHead: '李某某',
  departmentHead: '王某某',
}

export const head: LetterHead = {
  issuer: '示例县财政局',
  documentNumber: '示财绩〔2024〕3号',
  issuedOn: '2024-05-20',
  copiesTo: ['县人大常委会财政经济工作委员会', '县审计局'],
  note: '此件公开发布',
}

export const official = {
  isDemonstration: true,
  references: [
    {
      title: '项目支出绩效目标申报表',
      version: 2,
      frozenOn: '2023-02-09',
      digest: '3f7a0c6d5b2e49188f0a7c11d2e4b6f8a9c0d1e2f3a4b5c6d7e8f90112233445',
    },
  ],
} as const

export const opinions = [
  {
    title: '主管部门审核意见',
    opinion: '目标与部门职责和事业发展规划相符，指标设置完整，同意申报。',
    organisationName: '示例县农业农村局',
    personName: '王某某',
    actedOn: '2022-11-18',
  },
  {
    title: '第三方联审意见',
    opinion: '质量指标建议增加渠系水利用系数，满意度调查应明确样本量。修改后可行。',
    organisationName: '示例绩效咨询有限公司',
    personName: '赵某某',
    actedOn: '2022-11-25',
  },
  {
    title: '财政业务股意见',
    opinion: '资金需求测算依据充分，同意。',
    organisationName: '示例县财政局',
    personName: '陈某某',
    actedOn: '2022-11-28',
  },
  {
    title: '财政绩效股意见',
    opinion: '复核得分89.00分，良，相关指标已按意见修改，同意通过。',
    organisationName: '示例县财政局',
    personName: '刘某某',
    actedOn: '2022-12-02',
  },
] as const
