import type { ReportFinding } from '../report.ts'

/** Words of another place or project: where they stand and what to say. */
export type Mismatch = { readonly where: ReportFinding['where']; readonly message: string }

/** Sentences of the table in which another project's words get stuck. */
export const SENTENCES = [
  ['annual_goal', '年度总体目标', 'annualGoal'],
  ['goal_reached', '目标完成情况', 'goalReached'],
  ['conclusions', '结论', 'conclusions'],
] as const
