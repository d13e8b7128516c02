import type { DocumentInputs } from '../../../src/documents/index.ts'
import { project } from './common.ts'
import { exanteReport } from './exante.ts'

const frame = (title: string) => ({
  isDemonstration: true,
  references: [
    {
      title,
      version: 1,
      frozenOn: '2022-09-05',
      digest: '0d5b2e49188f0a7c11d2e4b6f8a9c0d1e2f3a4b5c6d7e8f901122334453f7a0c',
    },
  ],
})

export const expertPledge: DocumentInputs['expert-pledge'] = {
  frame: frame('事前评估专家评分表'),
  project,
  person: '周某某',
  signedOn: '2022-09-06',
  signedAt: '2022年9月6日9时05分',
  content: {
    pledgeVersion: '系统建议文本2022年第1版',
    pledgeText:
      '1. 本人与被评估的项目、项目单位及其主管部门没有可能影响公正评估的利害关系。\n2. 本人独立评分，不与他人商议分数。\n3. 本人对资料、评分和评估情况保密。',
  },
}

const KEYS = ['1f0c', '3ab2', '7d41', 'c09e']
const PEOPLE = ['周某某', '吴某某', '郑某某', '冯某某']
const entry = (index: number) => `01860000-0000-7000-8000-00000000000${index + 1}`

export const expertDraw: DocumentInputs['expert-draw'] = {
  frame: frame('评估专家抽取'),
  project,
  drawId: '01860000-0000-7000-8000-0000000000d1',
  sealed: '示例县财政局刘某某，2022年9月1日10时00分',
  drawn: '示例县财政局刘某某，2022年9月5日16时30分',
  content: {
    quotas: [
      { field: '行业', count: 2 },
      { field: '财务', count: 1 },
    ],
    publicValueName: '2022-09-05 上证综指收盘价',
    publicValueOn: '2022-09-05',
    publicValueSource: '上海证券交易所网站',
    rosterHash: 'a3c1'.repeat(16),
    roster: [
      ...PEOPLE.map((name, index) => ({
        entry: entry(index),
        person: name,
        name,
        fields: index === 1 ? ['财务'] : ['行业', '绩效'],
        employer: `示例大学${index + 1}院`,
      })),
      {
        entry: entry(4),
        person: '陈某',
        name: '陈某',
        fields: ['行业'],
        employer: '示例县农田水利服务中心',
        reasons: '现工作单位“示例县农田水利服务中心”就是项目单位或主管部门（或其下属单位）（EXA-121）',
      },
      {
        entry: entry(5),
        person: '褚某',
        name: '褚某',
        fields: ['财务'],
        employer: '示例会计师事务所',
        reasons: '已暂停：年度考核不合格',
      },
    ],
    earlier: [{ draw: '01860000-0000-7000-8000-0000000000d0', reason: '原定公布日交易所休市，没有收盘价。' }],
    publicValue: '3199.91',
    seed: '5e0b'.repeat(16),
    panel: [
      { entry: entry(0), person: '周某某', field: '行业', place: 1 },
      { entry: entry(2), person: '郑某某', field: '行业', place: 3 },
      { entry: entry(1), person: '吴某某', field: '财务', place: 2 },
    ],
    order: KEYS.map((key, index) => ({
      place: index + 1,
      entry: entry(index),
      person: PEOPLE[index] ?? '',
      key: key.repeat(16),
    })),
  },
  replacements: [
    {
      round: 1,
      replaced: '郑某某',
      successor: '冯某某',
      field: '行业',
      place: 4,
      reason: '申报回避：配偶在主管部门任职',
      on: '2022-09-07',
    },
  ],
}

const DIMENSIONS = ['立项必要性', '投入经济性', '绩效目标合理性', '实施方案有效性', '筹资合规性'] as const
const MARKS = [
  [2000, 1800, 1900, 1800, 2000],
  [1900, 1600, 1900, 1900, 1900],
  [1900, 900, 1900, 1800, 1900],
]

export const expertOpinions: DocumentInputs['expert-opinions'] = {
  frame: frame('事前绩效评估'),
  project,
  content: {
    ...exanteReport.content,
    experts: (exanteReport.content.experts ?? []).map((one, index) => ({ ...one, isLead: index === 0 })),
    panelMarks: exanteReport.sheets.flatMap(({ person }, row) =>
      DIMENSIONS.map((dimension, column) => ({
        person,
        dimension,
        weight_x100: 2000,
        score_x100: MARKS[row]?.[column] ?? 0,
        isOutlier: row === 2 && column === 1,
      })),
    ),
  },
  sheets: exanteReport.sheets,
  statistics: [
    { label: '专家总分标准差', value: '4.51分', meaning: '各位专家总分的标准差为4.51分。' },
    { label: '肯德尔和谐系数W', value: '0.6125', meaning: '3位专家对20个要点排序的一致程度为0.6125。' },
    { label: '组内相关系数ICC（2,1）和ICC（2,k）', value: '0.4021；0.6685', meaning: '单个专家0.4021，平均分0.6685。' },
  ],
  noteReasons: ['王某某“投入经济性”得9.00分，与其他专家相差较大'],
  note: {
    text: '差异集中在方案比选：一名专家认为缺少比选应评为差，其余认为可以补充。讨论后要求单位补充两种以上方案的成本和效果对比。',
    signed: '周某某，2022年9月16日15时20分',
  },
}
