import type { DocumentInputs } from '../../../src/documents/index.ts'
import { official } from './common.ts'

const opinions = [
  { title: '财政业务股初审意见', opinion: '任务与部门职责相符，金额与项目库一致，同意。' },
  { title: '财政绩效股复核意见' },
  { title: '批复意见' },
]

const indicator = (level1: string, level2: string, name: string, valueText: string, weight_x100 = 0) => ({
  ...{ level1, level2, name, valueText },
  ...(weight_x100 ? { weight_x100 } : {}),
})

export const departmentWhole: DocumentInputs['department-whole-target'] = {
  frame: official,
  fiscalYear: 2024,
  opinions,
  declaredOn: '2023-09-20',
  content: {
    office: '示例县农业农村局',
    contact: '王某某',
    tasks: [
      {
        name: '高标准农田灌溉设施改造',
        content: '完成50处泵站改造和18.6公里渠道更新',
        ...{ total_fen: '500000000', fiscal_fen: '450000000', other_fen: '50000000' },
      },
      {
        name: '农技推广和日常监管',
        content: '保障机构运转，开展农产品质量监测',
        ...{ total_fen: '123456700', fiscal_fen: '123456700', other_fen: '0' },
      },
    ],
    annualGoal: '粮食综合生产能力稳步提高，农产品质量安全监测合格率稳定在98%以上。',
    indicators: [
      indicator('产出指标', '数量指标', '改造泵站数量', '≥50处'),
      indicator('产出指标', '质量指标', '农产品质量监测合格率', '≥98%'),
      indicator('效益指标', '社会效益指标', '受益农户数', '≥300户'),
    ],
    noSatisfactionReason: '整体表不单独调查，见各项目自评。',
  },
}

export const policyTarget: DocumentInputs['policy-target'] = {
  frame: official,
  fiscalYear: 2024,
  opinions,
  declaredOn: '2023-09-21',
  content: {
    office: '示例县农业农村局',
    contact: '王某某',
    policyName: '农机购置补贴',
    basis: '示例县农机购置补贴实施方案，解决农机化水平不高的问题。',
    periodStart: '2024-01-01',
    periodEnd: '2026-12-31',
    beneficiaries: '从事农业生产的个人和组织，单机补贴不超过30%。',
    periodTotal_fen: '300000000',
    total_fen: '100000000',
    fiscal_fen: '100000000',
    other_fen: '0',
    periodGoal: '三年内主要农作物耕种收综合机械化率提高3个百分点。',
    annualGoal: '补贴机具200台（套），受益农户150户。',
    indicators: [
      indicator('产出指标', '数量指标', '补贴机具数量', '≥200台', 3000),
      indicator('产出指标', '时效指标', '补贴资金兑付时间', '2024年11月30日前', 2000),
      indicator('效益指标', '社会效益指标', '综合机械化率', '≥82%', 3000),
      indicator('满意度指标', '服务对象满意度指标', '购机户满意度', '≥90%', 1000),
    ],
  },
}
