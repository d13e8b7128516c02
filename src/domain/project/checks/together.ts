import { daysBetween, type DateText, formatDate } from '../../shared/dates.ts'
import { type Fen, formatWanYuan } from '../../shared/money.ts'
import { found } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

const SOURCE = cite('nx-2022-pilot-plan', '三、（二）同步申报、同步审核、同步批复、同步公开')

/** BUD-111 同步申报: the target and the budget of a project go up on the same days, for the same money. */
export const BUD_111: RuleHeader = {
  id: 'BUD-111',
  name: '绩效目标和预算同步申报',
  stage: 'project',
  kind: 'check',
  severity: 'warning',
  source: SOURCE,
}
/** BUD-112 同步审核: neither is decided while the other waits. */
export const BUD_112: RuleHeader = {
  id: 'BUD-112',
  name: '绩效目标和预算同步审核',
  stage: 'project',
  kind: 'check',
  severity: 'warning',
  source: SOURCE,
}
/** BUD-113 同步批复: the same day, the same amount. */
export const BUD_113: RuleHeader = {
  id: 'BUD-113',
  name: '绩效目标和预算同步批复',
  stage: 'project',
  kind: 'check',
  severity: 'warning',
  source: SOURCE,
}
/** BUD-114 同步公开: what was approved is published within its time. */
export const BUD_114: RuleHeader = {
  id: 'BUD-114',
  name: '绩效目标随预算公开',
  stage: 'project',
  kind: 'check',
  severity: 'warning',
  source: SOURCE,
}

/** Days and amounts of the two sheets of a project; absent where it has not come so far. */
export type Together = {
  readonly target: Side & { readonly publishedOn?: DateText | undefined }
  readonly budget: Side
}
type Side = {
  readonly declaredOn?: DateText | undefined
  readonly reviewedOn?: DateText | undefined
  readonly approvedOn?: DateText | undefined
  readonly amount_fen?: Fen | undefined
}

/** Where target and budget of one project do not move together on a day, in the order of the procedure. */
export function checkTogether(
  { target, budget }: Together,
  around: { readonly today: DateText; readonly disclosureDueOn?: DateText | undefined },
): Finding[] {
  return [
    ...apart(BUD_111, '申报', target.declaredOn, budget.declaredOn),
    ...amounts(BUD_111, target, budget),
    ...apart(BUD_112, '审核通过', target.reviewedOn, budget.reviewedOn, true),
    ...apart(BUD_113, '批复', target.approvedOn, budget.approvedOn),
    ...unpublished(target, around),
  ]
}

/** One side only is always said; two days apart only where the procedure wants them on one. */
function apart(
  rule: RuleHeader,
  what: string,
  target: DateText | undefined,
  budget: DateText | undefined,
  isLoose = false,
): Finding[] {
  if (target === undefined && budget === undefined) return []
  if (target === undefined)
    return [found(rule, `预算已${what}（${formatDate(budget ?? '')}），绩效目标还没有${what}。`)]
  if (budget === undefined)
    return [found(rule, `绩效目标已${what}（${formatDate(target)}），预算还没有${what}。`)]
  if (target === budget || isLoose) return []
  const days = Math.abs(daysBetween(target, budget))
  return [
    found(rule, `绩效目标${formatDate(target)}${what}，预算${formatDate(budget)}${what}，相差 ${days} 天。`),
  ]
}

function amounts(rule: RuleHeader, target: Side, budget: Side): Finding[] {
  const [left, right] = [target.amount_fen, budget.amount_fen]
  if (left === undefined || right === undefined || left === right) return []
  return [
    found(rule, `绩效目标资金 ${formatWanYuan(left)} 万元，预算 ${formatWanYuan(right)} 万元，两者不一致。`),
  ]
}

function unpublished(
  { approvedOn, publishedOn }: Together['target'],
  { today, disclosureDueOn }: { readonly today: DateText; readonly disclosureDueOn?: DateText | undefined },
): Finding[] {
  if (approvedOn === undefined || disclosureDueOn === undefined) return []
  const until = formatDate(disclosureDueOn)
  if (publishedOn === undefined) {
    return today > disclosureDueOn ? [found(BUD_114, `绩效目标应于${until}前公开，还没有登记公开。`)] : []
  }
  return publishedOn > disclosureDueOn
    ? [found(BUD_114, `绩效目标应于${until}前公开，实际${formatDate(publishedOn)}公开。`)]
    : []
}
