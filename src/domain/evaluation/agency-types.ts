/** 机构类型 (财监〔2021〕4号): the same words as the form's choices, for filters; a test holds them equal. */
export const AGENCY_TYPES = {
  consulting: '专业咨询机构',
  accounting: '会计师事务所',
  appraisal: '资产评估机构',
  law: '律师事务所',
  research: '科研院所',
  university: '高等院校',
  other: '其他依法设立的组织',
} as const
