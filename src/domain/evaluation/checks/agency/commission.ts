import type { EvaluationAgencyEntryContent, EvaluationFinanceContent } from '../../../forms/contents.ts'
import type { ParameterReader } from '../../../rules/parameter-values.ts'
import { foundIf, isWritten } from '../../../shared/check.ts'
import { addMonths, type DateText } from '../../../shared/dates.ts'
import type { Finding } from '../../../shared/finding.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import { isSameHouse } from '../../../shared/house-name.ts'
import { judgeLeads } from './leads.ts'

/** AGE-004 委托已登记的机构: a suspended institution is not commissioned; whether one must be registered is the place's. */
export const AGE_004: RuleHeader = {
  id: 'AGE-004',
  name: '委托登记在册的第三方机构',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('czj-2021-4', '信用管理'),
  parameters: ['evaluation.agency_register'],
}

/** AGE-005 主评人在册并符合条件: whoever leads this task stands in the register with the years, on the day. */
export const AGE_005: RuleHeader = {
  id: 'AGE-005',
  name: '本次评价的主评人符合条件',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('czj-2021-4', '主评人条件'),
  parameters: ['evaluation.lead_evaluator'],
}

/** AGE-006 关联单位: no institution judges a house it is tied to by its own register entry. */
export const AGE_006: RuleHeader = {
  id: 'AGE-006',
  name: '机构与被评价单位没有关联',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2021-6', '严格避免利益冲突'),
  parameters: ['evaluation.conflict_years'],
}

/** AGE-010 选定方式: how the institution was chosen is written down; without competition, why. */
export const AGE_010: RuleHeader = {
  id: 'AGE-010',
  name: '写明第三方机构的选定方式',
  stage: 'evaluation',
  kind: 'check',
  severity: 'warning',
  source: cite('jiheng-default', '竞争择优选定第三方机构'),
}

export function checkSelection(content: EvaluationFinanceContent): Finding[] {
  const where = { section: 'plan', field: 'selection' }
  const isDirect = content.selection === 'direct'
  return [
    ...foundIf(!content.selection, AGE_010, '没有写明机构的选定方式，请补充，以备审计核对。', where),
    ...foundIf(isDirect, AGE_010, '直接委托没有竞争，请写清理由，并核对是否符合政府采购规定。', where),
  ]
}

/** An institution's entry in the register of the place, as far as a commission asks. */
export type RegisteredAgency = { readonly state: string; readonly content: EvaluationAgencyEntryContent }

export type CommissionFacts = {
  readonly entry: RegisteredAgency | undefined
  readonly leadEvaluator: string | null | undefined
  /** Names of the unit that is judged and of its department. */
  readonly judged: readonly string[]
  readonly on: DateText
}

/** What the register says against giving this task to this institution and this lead evaluator. */
export function checkRegistered(facts: CommissionFacts, rules: ParameterReader): Finding[] {
  const where = { section: 'plan', field: 'agency' }
  const { entry } = facts
  if (!entry || entry.state === 'left') {
    const { isRequired } = rules.value('evaluation.agency_register').value
    const message = '这家机构不在本地区第三方机构登记中，请先登记，核对条件和主评人后再委托。'
    return foundIf(true, AGE_004, message, where, isRequired ? 'error' : 'warning')
  }
  return [
    ...foundIf(entry.state === 'suspended', AGE_004, '这家机构已暂停承接，请另选机构。', where),
    ...checkLead(entry, facts, rules),
    ...checkTies(entry, facts, rules),
  ]
}

function checkLead(
  { content }: RegisteredAgency,
  { leadEvaluator, on }: CommissionFacts,
  rules: ParameterReader,
): Finding[] {
  if (!isWritten(leadEvaluator)) return []
  const where = { section: 'plan', field: 'leadEvaluator' }
  const lead = judgeLeads(content, on, rules).find(({ name }) => name === leadEvaluator?.trim())
  if (!lead) {
    const message = `“${leadEvaluator}”不在这家机构登记的主评人中，请改选在册的主评人或先补充登记。`
    return foundIf(true, AGE_005, message, where)
  }
  const message = `“${lead.name}”不能担任主评人：${lead.explanation?.sentence ?? '登记的日期没有填全。'}`
  return foundIf(!lead.isEligible, AGE_005, message, where)
}

function checkTies(
  { content }: RegisteredAgency,
  { judged, on }: CommissionFacts,
  rules: ParameterReader,
): Finding[] {
  const { years } = rules.value('evaluation.conflict_years').value
  const tied = (content.ties ?? []).filter(
    ({ institution, until }) =>
      judged.some((name) => isSameHouse(name, institution)) && !isOver(until ?? null, years, on),
  )
  return tied.flatMap(({ institution }) =>
    foundIf(true, AGE_006, `机构登记的关联单位“${institution}”就是本次的评价对象，应当回避，请另选机构。`, {
      section: 'plan',
      field: 'agency',
    }),
  )
}

/** A tie counts for so many years after it ended; one that goes on is never over. */
function isOver(until: DateText | null, years: number, on: DateText): boolean {
  return until !== null && addMonths(until, years * 12) < on
}
