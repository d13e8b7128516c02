import { EXPORTED_TABLES } from '../web/pages/exchange/exported-tables.ts'
import { expect, test } from 'vitest'
import { loadExchange } from './load-exchange.ts'

/** Columns as they were observed, table by table; the profile has to name each of them exactly once. */
const OBSERVED: Readonly<Record<string, string>> = {
  BAS_PERF_INDICATOR:
    'IND_ID PERF_IND_CODE PERF_IND_NAME IS_COMMON_IND VALUE_DESC AGENCY_CODE KPI_VAL MOF_DIV_CODE FISCAL_YEAR START_DATE END_DATE PARENT_ID LEVEL_NO IS_LEAF IS_ENABLED UPDATE_TIME IS_DELETED CREATE_TIME',
  PM_PERF_GOAL_INFO:
    'KPI_PER_ID MOF_DIV_CODE FISCAL_YEAR PRO_CODE KPI_TARGET BUSI_TYPE VERSION VERSION_NAME SUB_MOF_CODE UPDATE_TIME IS_DELETED CREATE_TIME AGENCY_CODE YEARFLAG',
  PM_PERF_INDICATOR:
    'KPI_ID MOF_DIV_CODE FISCAL_YEAR PRO_CODE KPI_LV1 KPI_LV2 KPI_LV3 KPI_CONTENT KPI_EVALSTD KPI_VAL KPI_REMARK BUSI_TYPE VERSION VERSION_NAME SUB_MOF_CODE UPDATE_TIME IS_DELETED CREATE_TIME WEIGHT METERUNIT COMPUTESIGN',
  BGT_PM_ANNUAL:
    'BGT_PMAN_ID MOF_DIV_CODE FISCAL_YEAR AGENCY_CODE PRO_KIND_CODE PRO_CODE EXP_FUNC_CODE GOV_BGT_ECO_CODE DEP_BGT_ECO_CODE FUND_TYPE_CODE FOUND_TYPE_CODE APPLY_UP FIN_AUDIT_MONEY REPLY_AMT ADJ_AMT DIS_AMT CUR_AMT BUDGET_LEVEL_CODE DEPT_CODE MANAGE_MOF_DEP_CODE IS_GOV_PUR',
  PM_PERF_SELF_EVAL:
    'EVAL_ID MOF_DIV_CODE FISCAL_YEAR DEPT_CODE DEPT_NAME AGENCY_CODE AGENCY_NAME PRO_CODE PRO_NAME DEVI_ANALY APPLICATION_ADVISE TOTAL_EVAL_VALUE DEPT_SCORE DEPT_SUGGEST DEP_AUD_OPINION MOF_AUD_OPINION IS_LAST_INST',
  PM_SELF_EVAL_GOAL: 'EVAL_KPI_ID EVAL_ID KPI_PER_ID KPI_TARGET GOAL_COMP',
  PM_SELF_EVAL_INDICATOR:
    'EVAL_IND_ID EVAL_ID KPI_ID LV1_PERF_IND_CODE LV1_PERF_IND_NAME LV2_PERF_IND_CODE LV2_PERF_IND_NAME LV3_PERF_IND_CODE LV3_PERF_IND_NAME KPI_VAL IND_COMP KPI_EVALSTD IND_WEIGHT EVAL_SCORE DEVI_ANALY APPLICATION_ADVISE',
  PM_PERF_SELF_BGT:
    'BGT_EVAL_ID EVAL_ID FOUND_TYPE_CODE FOUND_TYPE_NAME REPLY_AMT YEAR_ADJ_AMT CUR_AMT YEAR_EXE_AMT EXE_AMT_RATE EXE_SCORE',
  PAY_PERF_MONITOR_TASK:
    'PERF_TASK_ID PERF_TASK_NO PERF_TYPE_CODE PERF_TYPE_NAME PERF_TASK_TITLE PERF_TASK_DSEC TASK_END_DATE DEPT_CODE DEPT_NAME AGENCY_CODE AGENCY_NAME PRO_CODE PRO_NAME IS_LAST_INST',
  PAY_PERF_MONITOR_ATTACH: 'PERF_ATT_ID PERF_MON_ID FILE_NAME FULL_PATH REPORT_FILE',
  PAY_PERF_MONITOR_INFO:
    'PERF_MON_ID PERF_TASK_ID PERF_MON_NO PERF_TYPE_CODE PERF_TYPE_NAME AGENCY_CODE AGENCY_NAME DEPT_CODE DEPT_NAME PRO_CODE PRO_NAME KPI_TARGET PRO_BGT_COMP EST_PRO_BGT_ANNUAL LV1_PERF_IND_CODE LV1_PERF_IND_NAME LV2_PERF_IND_CODE LV2_PERF_IND_NAME LV3_PERF_IND_CODE LV3_PERF_IND_NAME KPI_VAL PERF_COMP EST_PERF_ANNUAL ANA_DEV_REASONS COMPLETE_RATE PERF_SEND_DATE IS_PERF_RECTIFY RECTIFY_ADVISE RECTIFY_EPILOG IS_LAST_INST',
  BA_BGT_INFO:
    'BGT_ID MOF_DIV_CODE FISCAL_YEAR COR_BGT_DOC_NO SUP_BGT_DOC_NO BGT_DOC_TITLE DOC_DATE BGT_DEC PRO_CODE TRACK_PRO_CODE AGENCY_CODE FUND_TYPE_CODE EXP_FUNC_CODE GOV_BGT_ECO_CODE DEP_BGT_ECO_CODE TP_FUNC_CODE BGT_TYPE_CODE SOURCE_TYPE_CODE AMOUNT CUR_AMT DIS_AMT PAY_APP_AMT ORI_BGT_ID BGT_PMAN_ID SPE_PRO_CODE',
  PAY_VOUCHER:
    'PAY_APP_ID MOF_DIV_CODE FISCAL_YEAR BGT_ID PRO_CODE PAY_APP_AMT XPAY_AMT USE_DES PAY_BUS_TYPE_CODE CREATE_DATE',
}

const profile = loadExchange('rules', 'mof-v2')

const OURS = ['X_PROJECT']

test('the tables are the observed ones; what is ours is called so', () => {
  const names = profile.tables.map(({ table }) => table)
  expect(names.filter((name) => !OURS.includes(name)).sort()).toEqual(Object.keys(OBSERVED).sort())
  expect(names.filter((name) => name.startsWith('X_'))).toEqual(OURS)
})

test('a table of ours names as the standard does what the standard names, and the rest with our prefix', () => {
  const observed = new Set(Object.values(OBSERVED).flatMap((columns) => columns.split(' ')))
  const own = profile.tables.find(({ table }) => table === 'X_PROJECT')?.columns ?? []
  expect(own.length).toBeGreaterThan(0)
  expect(own.filter(({ column }) => !observed.has(column) && !column.startsWith('X_'))).toEqual([])
})

test('who answers for a project is read and never written', () => {
  const columns = profile.tables.flatMap((table) => table.columns)
  const people = columns.filter(({ column }) => /PERSON|HEAD|SECTION/.test(column))
  expect(people.map(({ direction }) => direction)).toEqual(['in', 'in', 'in', 'in'])
})

test.each(Object.entries(OBSERVED))('%s: each observed column exactly once', (name, columns) => {
  const table = profile.tables.find((one) => one.table === name)
  expect(table?.columns.map(({ column }) => column).sort()).toEqual(columns.split(' ').sort())
})

test('nothing is called confirmed that nobody has compared with the official text', () => {
  expect(profile.tables.flatMap(({ columns }) => columns.filter(({ isConfirmed }) => isConfirmed))).toEqual(
    [],
  )
})

test('no column carries a person: bank account, identity number, name of a payee', () => {
  const columns = profile.tables.flatMap((table) => table.columns.map(({ column }) => column))
  expect(columns.filter((column) => /IDEN_NO|ACCT|PAYEE|BANK|PHONE/.test(column))).toEqual([])
})

test('the page offers every table that is written, under its name', () => {
  const written = profile.tables.filter(({ direction }) => direction !== 'in')
  const named = written.map(({ table, title }) => [table, title]).sort()
  expect([...EXPORTED_TABLES].map((one) => [...one]).sort()).toEqual(named)
})
