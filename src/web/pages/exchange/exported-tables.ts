/** Tables the profile writes, by name and meaning; `rules/exchange` is not loaded in the browser. */
export const EXPORTED_TABLES: readonly (readonly [table: string, title: string])[] = [
  ['X_PROJECT', '项目基本信息'],
  ['PM_PERF_GOAL_INFO', '项目绩效目标'],
  ['PM_PERF_INDICATOR', '项目绩效指标'],
  ['BGT_PM_ANNUAL', '部门预算项目年度预算'],
  ['PAY_PERF_MONITOR_TASK', '绩效监控任务'],
  ['PAY_PERF_MONITOR_INFO', '绩效监控信息'],
  ['PAY_PERF_MONITOR_ATTACH', '监控附件'],
  ['PM_PERF_SELF_EVAL', '项目绩效自评信息'],
  ['PM_SELF_EVAL_GOAL', '目标自评'],
  ['PM_SELF_EVAL_INDICATOR', '指标自评'],
  ['PM_PERF_SELF_BGT', '预算执行完成情况'],
  ['BAS_PERF_INDICATOR', '绩效指标库'],
]
