/**
 * The documents that rules cite, under the ids of `rules/sources.yaml`; a test keeps both equal.
 * Kept here because a rule must be able to name its source without reading files.
 */
export const SOURCES = {
  'law-budget': '《中华人民共和国预算法》（2018年修正）',
  'law-budget-regulation': '《中华人民共和国预算法实施条例》（国务院令第729号）',
  'law-information-disclosure': '《中华人民共和国政府信息公开条例》（国务院令第711号）',
  'zf-2018-34': '《中共中央 国务院关于全面实施预算绩效管理的意见》（中发〔2018〕34号）',
  'cz-2013-53': '《预算绩效评价共性指标体系框架》（财预〔2013〕53号）',
  'cz-2015-88': '《中央部门预算绩效目标管理办法》（财预〔2015〕88号）',
  'cz-2019-136': '《中央部门预算绩效运行监控管理暂行办法》（财预〔2019〕136号）',
  'cz-2020-10': '《项目支出绩效评价管理办法》（财预〔2020〕10号）',
  'cz-2021-6': '《关于委托第三方机构参与预算绩效管理的指导意见》（财预〔2021〕6号）',
  'cz-2021-101': '《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）',
  'czj-2021-4': '《第三方机构预算绩效评价业务监督管理暂行办法》（财监〔2021〕4号）',
  'nx-2022-pilot-plan': '《市、县（区）预算绩效一体化管理试点工作方案》',
  'nx-2022-376': '《宁夏回族自治区财政支出事前绩效评估管理指南》（宁财（绩）发〔2022〕376号）',
  'nx-2022-377': '《宁夏回族自治区项目支出绩效评价管理暂行办法》（宁财（绩）发〔2022〕377号）',
  'local-city-self-rule': '《某市项目支出绩效自评得分规定》',
  'local-expert-appraisal': '《某单位专家日常考核表》',
  'local-results-rule': '《某省财政支出绩效评价结果应用办法》',
  'jiheng-default': '本系统建议值（没有查到官方数值，由本级财政部门确定）',
} as const

export type SourceId = keyof typeof SOURCES

/** The source of a rule, for its title block. */
export function cite(id: SourceId, article?: string) {
  return article === undefined ? { id, title: SOURCES[id] } : { id, title: SOURCES[id], article }
}
