/** What a stress or a draw moves: revenue, transfers, 三保, or what the project itself costs. */
export const RISKS = {
  revenue: '本级收入',
  transfers: '转移支付',
  guarantees: '三保支出',
  cost: '本项目支出',
} as const
export type Risk = keyof typeof RISKS

/** The two budgets are never added up: money of a fund budget is earmarked by law. */
export const BUDGETS = { general: '一般公共预算', fund: '政府性基金预算' } as const
export type Budget = keyof typeof BUDGETS

export type AffordabilityColumn = {
  readonly id: string
  readonly label: string
  /** `available` adds to the money there is, `rigid` must be paid first, `project` is this project. */
  readonly part: 'available' | 'rigid' | 'project'
  readonly sign: 1n | -1n
  readonly risk: Risk | null
}

/** In the order money is spent: 三保 first, then debt, then what is committed, then this project. */
export const GENERAL_COLUMNS = [
  { id: 'ownRevenue_fen', label: '本级收入', part: 'available', sign: 1n, risk: 'revenue' },
  {
    id: 'generalTransfers_fen',
    label: '一般性转移支付和税收返还',
    part: 'available',
    sign: 1n,
    risk: 'transfers',
  },
  { id: 'transferredIn_fen', label: '调入资金', part: 'available', sign: 1n, risk: null },
  { id: 'stabilisationFund_fen', label: '动用预算稳定调节基金', part: 'available', sign: 1n, risk: null },
  { id: 'newGeneralBonds_fen', label: '新增一般债券', part: 'available', sign: 1n, risk: null },
  { id: 'netSurplus_fen', label: '净结余', part: 'available', sign: 1n, risk: null },
  { id: 'paidUpward_fen', label: '上解支出', part: 'available', sign: -1n, risk: null },
  { id: 'threeGuarantees_fen', label: '三保支出', part: 'rigid', sign: 1n, risk: 'guarantees' },
  { id: 'debtService_fen', label: '债务还本付息', part: 'rigid', sign: 1n, risk: null },
  { id: 'committed_fen', label: '已承诺项目支出', part: 'rigid', sign: 1n, risk: null },
  { id: 'newItemLocalShare_fen', label: '本项目本级负担', part: 'project', sign: 1n, risk: 'cost' },
  { id: 'newItemUpkeep_fen', label: '本项目运行维护支出', part: 'project', sign: 1n, risk: 'cost' },
] as const satisfies readonly AffordabilityColumn[]

export const FUND_COLUMNS = [
  { id: 'fundRevenue_fen', label: '基金收入', part: 'available', sign: 1n, risk: 'revenue' },
  { id: 'fundTransfers_fen', label: '基金转移支付', part: 'available', sign: 1n, risk: 'transfers' },
  { id: 'specialBonds_fen', label: '新增专项债券', part: 'available', sign: 1n, risk: null },
  { id: 'fundCarryOver_fen', label: '基金结转结余', part: 'available', sign: 1n, risk: null },
  { id: 'fundTransferredOut_fen', label: '调出资金', part: 'available', sign: -1n, risk: null },
  { id: 'fundDebtService_fen', label: '专项债务还本付息', part: 'rigid', sign: 1n, risk: null },
  { id: 'fundCommitted_fen', label: '已承诺基金支出', part: 'rigid', sign: 1n, risk: null },
  { id: 'fundLocalShare_fen', label: '本项目基金负担', part: 'project', sign: 1n, risk: 'cost' },
  { id: 'fundUpkeep_fen', label: '本项目基金运行维护支出', part: 'project', sign: 1n, risk: 'cost' },
] as const satisfies readonly AffordabilityColumn[]

export type GeneralColumnId = (typeof GENERAL_COLUMNS)[number]['id']
export type FundColumnId = (typeof FUND_COLUMNS)[number]['id']

export const COLUMNS_OF: { readonly [B in Budget]: readonly AffordabilityColumn[] } = {
  general: GENERAL_COLUMNS,
  fund: FUND_COLUMNS,
}
