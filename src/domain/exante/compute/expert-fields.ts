/** What experts are needed for; the codes stand in rosters and never change. */
export const EXPERT_FIELDS = {
  industry: '行业',
  finance: '财务',
  performance: '绩效',
  engineering: '工程',
  law: '法律',
} as const
export type ExpertField = keyof typeof EXPERT_FIELDS
