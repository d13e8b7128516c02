/**
 * Figures that stand in one copy only, or (changed throughout) in one record only, with the reason why no
 * other place can tell. Whatever is not found and not listed here fails the test; an entry that names
 * nothing fails the drill.
 */
const SUPERSEDED = '退回前的申报稿：退回后重新申报，这一稿不再印出，也没有登入契约账，只存这一份'
const UNSEALED_STEP = '没有定稿也没有登入契约账的一步，时间只在办理经过中'
const SIGNED_NOTE = '组长说明没有定稿也没有登入契约账，只存现行内容'
const CONTRACT = '委托书在机构承诺时定稿，合同条款和验收在其后填写，只存现行内容'
const PLEDGE_SUPERSEDED = '承诺时定稿的委托内容，其后签订合同时允许改写，只存这一份'
const COMMENT = '评分在承诺定稿之后填写，评语只存现行内容'

/** store, kind and field, or `table.column`, exactly → why a change of this copy alone cannot be found. */
export const SINGLE_COPY: Readonly<Record<string, string>> = {
  ...listed('第1版定稿 targets.sheet', SUPERSEDED, [
    'other_fen',
    'periodEnd',
    'annualGoal',
    'fiscal_fen',
    'indicators.value',
    'indicators.weight_x100',
    'indicators.valueText',
    'indicators.dateValue',
    'periodGoal',
    'periodStart',
    'quarterPlan.quarter',
    'quarterPlan.planned_fen',
    'periodOther_fen',
    'periodTotal_fen',
    'periodFiscal_fen',
  ]),
  ...listed('办理经过 exante.scoreSheet', UNSEALED_STEP, ['actedAt']),
  ...listed('现行 exante.scoreSheet', COMMENT, ['scores.comment']),
  ...listed('现行 exante.leadNote', SIGNED_NOTE, ['note']),
  ...listed('办理经过 exante.leadNote', UNSEALED_STEP, ['actedAt']),
  ...listed('现行 evaluation.engagement', CONTRACT, [
    'object',
    'subject',
    'payments.share',
    'payments.paidOn',
    'price_fen',
    'periodText',
  ]),
  ...listed('第1版定稿 evaluation.engagement', PLEDGE_SUPERSEDED, ['object', 'subject']),
  ...listed('办理经过 evaluation.engagement', UNSEALED_STEP, ['actedAt']),
}

const ONLY_HERE = '只有本记录登记这个数，其他记录和报告都不引用'
const OWN_WORDS = '人写的文字，其他记录不引用；与记录不符的数字由数字溯源提示'
const DERIVED = '由测算或抽取程序在本记录内算出，由该程序的规则和随机种子复核，不由勾稽复核'
const PRINTED_TABLE = '只在本记录的表中，附表取自同一记录，两处同时改动'

/** kind and field, or `table.column`, exactly → why no other record can tell. */
export const SINGLE_RECORD: Readonly<Record<string, string>> = {
  ...listed('project.budgetLine', ONLY_HERE, ['controlOn', 'accountSubject', 'economicSubject']),
  ...listed('pilot.selection', OWN_WORDS, ['criteria.evidence', 'expectedResults']),
  ...listed('exante.evaluation', ONLY_HERE, ['dueOn', 'comparedOn']),
  ...listed('exante.evaluation', DERIVED, [
    'iccMean',
    'kendallW',
    'iccSingle',
    'overlapText',
    'simulationSeed',
    'affordabilityText',
    'panelDeviation_x100',
  ]),
  ...listed('exante.evaluation', PRINTED_TABLE, [
    'cutLines.requested_fen',
    'affordability.year',
    'affordability.committed_fen',
    'affordability.netSurplus_fen',
    'affordability.ownRevenue_fen',
    'affordability.paidUpward_fen',
    'affordability.debtService_fen',
    'affordability.newItemUpkeep_fen',
    'affordability.transferredIn_fen',
    'affordability.newGeneralBonds_fen',
    'affordability.threeGuarantees_fen',
    'affordability.generalTransfers_fen',
    'affordability.newItemLocalShare_fen',
    'affordability.stabilisationFund_fen',
    'growthAssumptions.rate',
  ]),
  ...listed('targets.sheet', ONLY_HERE, ['review.score_x100', 'review.opinion', 'periodEnd', 'periodStart']),
  ...listed('targets.sheet', OWN_WORDS, ['thirdPartyOpinion']),
  ...listed('exante.draw', DERIVED, [
    'order.place',
    'panel.place',
    'quotas.count',
    'roster.reasons',
    'publicValue',
    'publicValueOn',
    'publicValueName',
  ]),
  ...listed('exante.scoreSheet', ONLY_HERE, ['pledgeText', 'pledgeVersion']),
  ...listed('exante.scoreSheet', OWN_WORDS, ['scores.comment']),
  ...listed('exante.leadNote', OWN_WORDS, ['note']),
  ...listed('monitoring.round', PRINTED_TABLE, [
    'judgements.basis',
    'milestones.plannedOn',
    'execution.paid_fen',
    'execution.adjusted_fen',
    'execution.expected_fen',
    'progress.actual',
    'progress.expected',
    'progress.expectedText',
    'progress.actualText',
  ]),
  ...listed('monitoring.round', OWN_WORDS, ['fieldChecks.facts', 'fieldChecks.checkedOn']),
  ...listed('monitoring.round', ONLY_HERE, ['correctionDueOn']),
  ...listed('monitoring.finding', ONLY_HERE, ['dueOn', 'planDueOn']),
  ...listed('monitoring.finding', OWN_WORDS, ['evidence', 'requirement']),
  ...listed('targets.adjustment', ONLY_HERE, ['quarters.quarter', 'baseVersion']),
  ...listed('targets.adjustment', OWN_WORDS, ['reasonText']),
  ...listed('evaluation.self', OWN_WORDS, ['financeNote', 'departmentNote', 'executionReason']),
  ...listed('evaluation.self', PRINTED_TABLE, [
    'scores.actual',
    'scores.deviationReason',
    'scores.computedScore_x100',
    'scores.actualText',
    'scores.bandPercent',
    'scores.actualDate',
    'scores.sourceNote',
  ]),
  ...listed('evaluation.finance', ONLY_HERE, [
    'requests.dueOn',
    'requests.deliveredOn',
    'scoredBy.full',
    'scoredBy.zero',
    'scoredBy.value',
    'standards.count',
    'standards.each_x100',
    'standards.bound',
    'standards.label',
    'standards.share',
    'reportDueOn',
    'received_fen',
    'questionnaires.sent',
    'questionnaires.population',
  ]),
  ...listed('evaluation.finance', OWN_WORDS, [
    'experience',
    'fieldSurveys.place',
    'fieldSurveys.visitedOn',
    'fieldSurveys.finding',
    'selectionNote',
    'scores.basis',
  ]),
  ...listed('evaluation.engagement', ONLY_HERE, [
    'object',
    'subject',
    'payments.share',
    'payments.paidOn',
    'price_fen',
    'objectName',
    'periodText',
    'pledgeText',
    'reportDueOn',
    'pledgeVersion',
  ]),
  ...listed('results.disclosure', ONLY_HERE, ['dueOn', 'publicId', 'publicVersion']),
  ...listed('results.disclosure', OWN_WORDS, ['summary']),
  ...listed('results.notice', OWN_WORDS, ['consequence']),
  ...listed('results.task', ONLY_HERE, ['dueOn', 'recoveries.paidOn', 'recoveries.voucher']),
  ...listed('results.task', OWN_WORDS, ['evidenceNote']),
  ...listed('results.budgetDecision', ONLY_HERE, ['base_fen']),
  ...listed('pilot.integratedReport', OWN_WORDS, ['organisation']),
  ...listed('pilot.countyReport', OWN_WORDS, ['stages', 'effects', 'selection', 'organisation']),
  ...listed('pilot.acceptance', ONLY_HERE, [
    'criteria.score_x100',
    'criteria.basis',
    'pass_x100',
    'completeness.projectName',
    'completeness.note',
    'criteriaSource',
  ]),
  ...listed('pilot.acceptance', OWN_WORDS, ['fieldChecks.facts', 'fieldChecks.checkedOn', 'requestText']),
}

function listed(head: string, reason: string, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [`${head} ${field}`, reason]))
}
