import type { EvaluationEngagementContent } from '../../../forms/contents.ts'
import { checkContract } from '../../../org/checks/index.ts'
import { type Conflict, computeConflict } from '../../../org/compute/index.ts'
import type { ParameterReader } from '../../../rules/parameter-values.ts'
import { found, foundIf } from '../../../shared/check.ts'
import type { DateText } from '../../../shared/dates.ts'
import { findDecimal } from '../../../shared/decimal.ts'
import type { Finding } from '../../../shared/finding.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'

/** AGE-007 申报和承诺: no interest and a pledge, or the task stays shut. */
export const AGE_007: RuleHeader = {
  id: 'AGE-007',
  name: '承接前申报利害关系并作出承诺',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2021-6', '严格避免利益冲突'),
  parameters: ['evaluation.conflict_years', 'evaluation.agency_pledge'],
}

/** AGE-008 验收在先: a report is confirmed only after whoever commissioned it has accepted it. */
export const AGE_008: RuleHeader = {
  id: 'AGE-008',
  name: '报告验收后方可确认结果',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '第三方评价报告的验收'),
  parameters: ['evaluation.report_acceptance'],
}

/** AGE-009 付款条件: what is due after acceptance is paid after it, and everything before the end. */
export const AGE_009: RuleHeader = {
  id: 'AGE-009',
  name: '按合同和验收结果付款',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '尾款在报告验收后支付'),
}

const DECLARED: Readonly<Record<Conflict, keyof Declaration>> = {
  kinship: 'hasKinship',
  business: 'hasBusiness',
  tookPart: 'tookPart',
  contingentFee: 'hasContingentFee',
}

/** What an institution, or a member of a group, declares and pledges before a task. */
export type Declaration = Pick<
  EvaluationEngagementContent,
  'hasKinship' | 'hasBusiness' | 'tookPart' | 'hasContingentFee' | 'hadTie' | 'tiedUntil' | 'pledgeAccepted'
>

/** ORG-003 over what was declared for this task. */
export function declaredConflict(content: Declaration, on: DateText, rules: ParameterReader) {
  const kinds = Object.keys(DECLARED) as Conflict[]
  const answered = kinds.every((kind) => typeof content[DECLARED[kind]] === 'boolean')
  return computeConflict(
    {
      isDeclared: answered && typeof content.hadTie === 'boolean',
      declared: kinds.filter((kind) => content[DECLARED[kind]] === true),
      tiedUntil: content.hadTie ? (content.tiedUntil ?? on) : null,
      on,
    },
    rules,
  )
}

const OF_AGENCY = {
  rule: AGE_007,
  missing: '请阅读承诺书并勾选“本机构已阅读并承诺”，承诺后才能看到项目资料。',
}

/** @param by under which rule, and what is said when the pledge is missing; those of an institution when left out */
export function checkDeclaration(
  content: Declaration,
  on: DateText,
  rules: ParameterReader,
  by: { readonly rule: RuleHeader; readonly missing: string } = OF_AGENCY,
): Finding[] {
  const { verdict, explanation } = declaredConflict(content, on, rules)
  const where = { section: 'declaration', field: 'hasKinship' }
  const conflict = `${explanation.sentence}请办理“申报回避”。`
  return [
    ...foundIf(verdict === 'undeclared', by.rule, explanation.sentence, where),
    ...foundIf(verdict === 'conflict', by.rule, conflict, where),
    ...foundIf(content.pledgeAccepted !== true, by.rule, by.missing, {
      section: 'declaration',
      field: 'pledgeAccepted',
    }),
  ]
}

/** ORG-203 over the contract of this task. */
export function checkEngagementContract(content: EvaluationEngagementContent): Finding[] {
  const { subject, object, content: service, periodText, price_fen, rights, breach, payments } = content
  return checkContract({
    subject: subject ?? null,
    object: object ?? null,
    content: service ?? null,
    period: periodText ?? null,
    price: price_fen ?? null,
    rights: rights ?? null,
    breach: breach ?? null,
    payments: (payments ?? []).map(({ share, isAfterAcceptance }) => ({
      share_bp: findDecimal(share)?.times(100).round().toNumber() ?? 0,
      isAfterAcceptance: isAfterAcceptance === true,
    })),
  }).map((one) => ({ ...one, where: { section: 'contract', ...named(one.where.field) } }))
}

/** The contract's own words for its fields, where the form has another name. */
function named(field: string | undefined): { field?: string } {
  const other: Record<string, string> = { period: 'periodText', price: 'price_fen' }
  return field === undefined ? {} : { field: other[field] ?? field }
}

/** @param acceptedOn day of the acceptance; `null` before it */
export function checkPayments(content: EvaluationEngagementContent, acceptedOn: DateText | null): Finding[] {
  return (content.payments ?? []).flatMap(({ stage, isAfterAcceptance, paidOn }, row) => {
    if (!isAfterAcceptance || !paidOn || (acceptedOn !== null && paidOn >= acceptedOn)) return []
    const why = acceptedOn === null ? '报告还没有验收' : `报告 ${acceptedOn} 才验收`
    const message = `“${stage ?? ''}”应在报告验收后支付，${why}，支付日期 ${paidOn} 不对，请改正。`
    return [found(AGE_009, message, { section: 'contract', field: 'payments', row, column: 'paidOn' })]
  })
}

/** Before a commission is settled every part of the price has its day. */
export function checkSettled(content: EvaluationEngagementContent, acceptedOn: DateText | null): Finding[] {
  const unpaid = (content.payments ?? []).flatMap(({ stage, paidOn }, row) =>
    paidOn
      ? []
      : [
          found(AGE_009, `“${stage ?? ''}”还没有填写支付日期，付清后再结清。`, {
            ...{ section: 'contract', field: 'payments', row, column: 'paidOn' },
          }),
        ],
  )
  return [...checkPayments(content, acceptedOn), ...unpaid]
}
