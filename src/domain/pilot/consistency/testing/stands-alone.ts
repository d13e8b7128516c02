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

/** store kind field → why a change of this copy alone cannot be found. */
export const SINGLE_COPY: Readonly<Record<string, string>> = {
  ...listed('第1版定稿 targets.sheet', SUPERSEDED, [
    'other_fen',
    'periodEnd',
    'annualGoal',
    'fiscal_fen',
    'indicators',
    'periodGoal',
    'periodStart',
    'quarterPlan',
    'periodOther_fen',
    'periodTotal_fen',
    'periodFiscal_fen',
  ]),
  ...listed('办理经过 exante.scoreSheet', UNSEALED_STEP, ['actedAt']),
  ...listed('办理经过 exante.leadNote', UNSEALED_STEP, ['actedAt']),
  ...listed('办理经过 evaluation.engagement', UNSEALED_STEP, ['actedAt']),
  ...listed('现行 exante.leadNote', SIGNED_NOTE, ['note']),
  ...listed('现行 exante.scoreSheet', COMMENT, ['scores']),
  ...listed('现行 evaluation.engagement', CONTRACT, [
    'object',
    'subject',
    'payments',
    'price_fen',
    'periodText',
  ]),
  ...listed('第1版定稿 evaluation.engagement', PLEDGE_SUPERSEDED, ['object', 'subject']),
}

const ONLY_HERE = '只有本记录登记这个数，其他记录和报告都不引用'
const OWN_WORDS = '人写的文字，其他记录不引用；与记录不符的数字由数字溯源提示'
const DERIVED = '由测算或抽取程序在本记录内算出，由该程序的规则和随机种子复核，不由勾稽复核'
const PRINTED_TABLE = '只在本记录的表中，附表取自同一记录，两处同时改动'

/** kind field → why no other record can tell. */
export const SINGLE_RECORD: Readonly<Record<string, string>> = {
  ...listed('project.budgetLine', ONLY_HERE, ['controlOn', 'accountSubject', 'economicSubject']),
  ...listed('pilot.selection', OWN_WORDS, ['criteria', 'expectedResults']),
  ...listed('exante.evaluation', DERIVED, [
    'iccMean',
    'kendallW',
    'iccSingle',
    'overlapText',
    'simulationSeed',
    'affordabilityText',
    'panelDeviation_x100',
  ]),
  ...listed('exante.evaluation', PRINTED_TABLE, ['affordability', 'growthAssumptions', 'cutLines']),
  ...listed('exante.evaluation', ONLY_HERE, ['dueOn', 'comparedOn']),
  ...listed('targets.sheet', ONLY_HERE, ['review', 'periodStart', 'periodEnd']),
  ...listed('targets.sheet', OWN_WORDS, ['thirdPartyOpinion']),
  ...listed('exante.draw', DERIVED, [
    'order',
    'panel',
    'quotas',
    'roster',
    'publicValue',
    'publicValueOn',
    'publicValueName',
  ]),
  ...listed('exante.scoreSheet', ONLY_HERE, ['pledgeText', 'pledgeVersion']),
  ...listed('exante.scoreSheet', OWN_WORDS, ['scores']),
  ...listed('exante.leadNote', OWN_WORDS, ['note']),
  ...listed('monitoring.round', PRINTED_TABLE, ['execution', 'progress', 'milestones', 'judgements']),
  ...listed('monitoring.round', OWN_WORDS, ['fieldChecks']),
  ...listed('monitoring.round', ONLY_HERE, ['correctionDueOn']),
  ...listed('monitoring.finding', ONLY_HERE, ['dueOn', 'planDueOn']),
  ...listed('monitoring.finding', OWN_WORDS, ['evidence', 'requirement']),
  ...listed('targets.adjustment', OWN_WORDS, ['reasonText']),
  ...listed('targets.adjustment', ONLY_HERE, ['quarters', 'baseVersion']),
  ...listed('evaluation.self', OWN_WORDS, ['financeNote', 'departmentNote', 'executionReason']),
  ...listed('evaluation.self', PRINTED_TABLE, ['scores']),
  ...listed('evaluation.finance', OWN_WORDS, ['experience', 'fieldSurveys', 'selectionNote', 'scores']),
  ...listed('evaluation.finance', ONLY_HERE, [
    'requests',
    'scoredBy',
    'standards',
    'reportDueOn',
    'received_fen',
    'questionnaires',
  ]),
  ...listed('evaluation.engagement', ONLY_HERE, [
    'object',
    'subject',
    'payments',
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
  ...listed('results.task', ONLY_HERE, ['dueOn', 'recoveries']),
  ...listed('results.task', OWN_WORDS, ['evidenceNote']),
  ...listed('results.budgetDecision', ONLY_HERE, ['base_fen']),
  ...listed('pilot.integratedReport', OWN_WORDS, ['organisation']),
  ...listed('pilot.countyReport', OWN_WORDS, ['stages', 'effects', 'selection', 'organisation']),
  ...listed('pilot.acceptance', ONLY_HERE, ['criteria', 'pass_x100', 'completeness', 'criteriaSource']),
  ...listed('pilot.acceptance', OWN_WORDS, ['fieldChecks', 'requestText']),
}

function listed(head: string, reason: string, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [`${head} ${field}`, reason]))
}
