import type { ExanteDrawContent } from '../../forms/contents.ts'
import { found, foundIf } from '../../shared/check.ts'
import type { DateText } from '../../shared/dates.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import type { RosterExpert } from '../compute/expert-draw.ts'
import { EXPERT_FIELDS, type ExpertField } from '../compute/expert-fields.ts'

export const EXA_131: RuleHeader = {
  id: 'EXA-131',
  name: '封存时公开数值尚不可知',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '专家和机构的随机抽取'),
}

/** EXA-131: the value is published on a later day than the roster is sealed, and used only from then on. */
export function checkValueUnknown({ publicValueOn }: ExanteDrawContent, today: DateText): Finding[] {
  const message = '公开数值的公布日期必须晚于今天，封存时谁也不能知道它，请改为以后的日期。'
  return foundIf(
    publicValueOn !== undefined && publicValueOn !== null && publicValueOn <= today,
    EXA_131,
    message,
    {
      section: 'plan',
      field: 'publicValueOn',
    },
  )
}

/** Before drawing: the day has come. */
export function checkValuePublished({ publicValueOn }: ExanteDrawContent, today: DateText): Finding[] {
  const message = `公开数值到${publicValueOn ?? ''}才公布，请到时再抽取。`
  return foundIf((publicValueOn ?? '') > today, EXA_131, message, { section: 'value', field: 'publicValue' })
}

export const EXA_132: RuleHeader = {
  id: 'EXA-132',
  name: '各领域可抽取人数',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '专家和机构的随机抽取'),
}

/**
 * EXA-132: whatever the value will be, every quota can be filled: even when earlier quotas take as many
 * of its people as they can.
 */
export function checkQuotas({ quotas }: ExanteDrawContent, experts: readonly RosterExpert[]): Finding[] {
  const rows = (quotas ?? []).flatMap(({ field, count }) => (field ? [{ field, count: count ?? 0 }] : []))
  const having = (field: string) =>
    experts.filter(({ fields, reasons }) => reasons.length === 0 && fields.includes(field))
  return rows.flatMap(({ field, count }, row) => {
    const where = { section: 'plan', field: 'quotas', row, column: 'count' }
    if (rows.findIndex((other) => other.field === field) < row)
      return [found(EXA_132, `“${titleOf(field)}”重复，请合并为一行。`, { ...where, column: 'field' })]
    const own = having(field)
    const lost = rows
      .slice(0, row)
      .reduce(
        (sum, one) => sum + Math.min(one.count, own.filter((e) => e.fields.includes(one.field)).length),
        0,
      )
    const left = Math.max(0, own.length - lost)
    const taken = lost > 0 ? `，其中${lost}名可能先被前面的领域抽走` : ''
    const message = `“${titleOf(field)}”要抽取${count}名，可抽取的有${own.length}名${taken}，请减少人数、调整领域或补充专家库。`
    return foundIf(left < count, EXA_132, message, where)
  })
}

function titleOf(field: string): string {
  return EXPERT_FIELDS[field as ExpertField] ?? field
}
