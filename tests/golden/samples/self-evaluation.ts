import type { SelfEvaluationInput } from '../../../src/documents/self-evaluation-form.ts'
import { official, project } from './common.ts'

function row(
  level1: string,
  level2: string,
  name: string,
  targetText: string,
  actualText: string,
  weight_x100: number,
  score_x100: number,
  deviationReason = '',
) {
  return { level1, level2, name, targetText, actualText, weight_x100, score_x100, deviationReason }
}

export const selfEvaluation: SelfEvaluationInput = {
  frame: official,
  project,
  submittedOn: '2024-02-28',
  content: {
    funds: [
      {
        fund: '当年财政拨款',
        initial_fen: '450000000',
        adjusted_fen: '450000000',
        executed_fen: '390500000',
      },
      { fund: '上年结转资金', initial_fen: '0', adjusted_fen: '0', executed_fen: '0' },
      { fund: '其他资金', initial_fen: '50000000', adjusted_fen: '50000000', executed_fen: '48000000' },
    ],
    executionScore_x100: 877,
    executionReason: '质保金61.50万元按合同约定于次年支付。',
    expectedGoal:
      '完成50处泵站改造和18.6公里渠道更新，按期投入冬灌使用；受益农户不少于300户，群众满意度不低于90%。',
    actualGoal: '完成50处泵站改造、18.6公里渠道更新，10月28日全部投入冬灌；受益农户360户，满意度87%。',
    scores: [
      row('产出指标', '数量指标', '改造泵站数量', '≥50处', '50处', 2000, 2000),
      row(
        '产出指标',
        '质量指标',
        '工程质量合格率',
        '≥95%',
        '90.25%',
        1000,
        950,
        '5处泵站电气接线返工后合格，今后加强进场检验。',
      ),
      row('产出指标', '时效指标', '完成工期', '≤12个月', '12个月', 1000, 1000),
      row('产出指标', '成本指标', '项目总成本', '≤480万元', '438.5万元', 1000, 1000),
      row('效益指标', '社会效益指标', '受益农户数', '≥300户', '360户', 1500, 1500),
      row(
        '效益指标',
        '可持续影响指标',
        '管护机制健全程度',
        '健全',
        '达成年度指标（85%）',
        1500,
        1275,
        '管护经费尚未全部落实到村。',
      ),
      row(
        '满意度指标',
        '服务对象满意度指标',
        '受益农户满意度',
        '≥90%',
        '87%',
        1000,
        967,
        '部分农户反映停水时间较长，已优化施工安排。',
      ),
    ],
    totalScore_x100: 9569,
    grade: '优',
    problems: '前期招标准备不充分，开工较晚；管护经费落实不到位。',
    measures:
      '提前一个季度完成设计和招标；2024年将管护经费纳入村级公益事业预算，自评结果作为2024年预算安排的参考。',
    filledBy: '孙某某',
  },
  opinions: [
    {
      title: '主管部门审核意见',
      opinion: '数据与佐证材料一致，同意自评结果。',
      organisationName: '示例县农业农村局',
      personName: '王某某',
      actedOn: '2024-03-08',
    },
  ],
}
