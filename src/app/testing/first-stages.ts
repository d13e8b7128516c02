import { Type } from 'typebox'
import type { Content } from '../../domain/forms/form.ts'
import { createProject } from '../projects/save-project.ts'
import { findRecords } from '../../storage/record-repository.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { exanteModule } from '../exante/index.ts'
import { projectModule } from '../project/index.ts'
import type { StageModule } from '../records/stage-module.ts'
import { targetsModule } from '../targets/index.ts'
import { saveDraft } from '../records/save-draft.ts'
import { APPROVED_TARGET } from './approved-project.ts'
import { stepsIn } from './steps.ts'
import type { PersonName, World } from './world.ts'

const COUNTY = '640221'

const MODULES = [projectModule, exanteModule, targetsModule]

/** The stages up to the approved target as one, so that these tests need no other stage. */
const FIRST_STAGES: StageModule = {
  behaviours: MODULES.flatMap((module) => module.behaviours),
  begins: MODULES.flatMap((module) => module.begins),
  acts: MODULES.flatMap((module) => module.acts),
  others: [],
}

/** The act of a record kind, as routes find it. */
export function actOf(kind: string, action: string) {
  const found = FIRST_STAGES.acts.find((act) => act.recordKind.kind === kind && act.action === action)
  if (!found) throw new Error(`no act ${kind}.${action}`)
  return found
}

/** 500 万元, new and major: it needs an evaluation, a target and a budget. */
export const ENTRY: Content = {
  isClassified: false,
  name: '高效农业示范项目',
  category: 'industry',
  isNew: true,
  isMajor: true,
  isPolicy: false,
  periodStart: '2023-01-01',
  periodEnd: '2023-12-31',
  overview: '建设示范基地50个',
  total_fen: '500000000',
  annual_fen: '500000000',
  fundSources: [{ fund: 'fiscal', total_fen: '500000000', annual_fen: '500000000' }],
  planTitle: '农业农村“十四五”规划',
  planClause: '第三章第二节',
  projectPerson: '张三',
  unitHead: '李四',
  departmentHead: '王五',
  financeSection: '赵六',
}

const YEAR = {
  ownRevenue_fen: '250000000000',
  generalTransfers_fen: '150000000000',
  transferredIn_fen: '10000000000',
  stabilisationFund_fen: '5000000000',
  newGeneralBonds_fen: '10000000000',
  netSurplus_fen: '0',
  paidUpward_fen: '0',
  threeGuarantees_fen: '300000000000',
  debtService_fen: '40000000000',
  committed_fen: '20000000000',
  newItemLocalShare_fen: '500000000',
  newItemUpkeep_fen: '0',
}

export const REVIEW_OPINION = '目标与资金匹配，指标可衡量，同意'

let count = 0

/** How a project of 示例县 goes from entry to its approved target, step by step. */
export function firstStagesIn(world: World) {
  const base = baseSteps(world)
  const preparation = preparationSteps(base)
  const scoring = scoringSteps(base)
  const conclusion = conclusionSteps(base)
  /** An evaluation that is approved, with the conclusion given. */
  async function approveEvaluation(projectId: string, content: Content = {}) {
    const recordId = await preparation.openEvaluation(projectId)
    await scoring.score(recordId)
    await base.act('finance_performance', actOf('exante.evaluation', 'closeScoring'), recordId)
    await conclusion.fillBusinessSections(recordId)
    await conclusion.fillConclusion(recordId, content)
    await base.act('finance_performance', actOf('exante.evaluation', 'conclude'), recordId)
    await base.act('finance_leader', actOf('exante.evaluation', 'approve'), recordId)
    return recordId
  }
  const steps = { ...base, ...preparation, ...scoring, ...conclusion, approveEvaluation }
  return { ...steps, ...targetSteps(base), ...budgetSteps(base) }
}

type Base = ReturnType<typeof baseSteps>

function baseSteps(world: World) {
  const begin = (by: PersonName, kind: string, projectId: string) => {
    const useCase = FIRST_STAGES.begins.find(({ recordKind }) => recordKind.kind === kind)
    if (!useCase) throw new Error(`nobody begins ${kind}`)
    return world.as<{ recordId: string }>(by, useCase, { projectId })
  }
  /** What this person can see of a kind of record, under their own scope. */
  const recordsOf = (by: PersonName, where: { kind: string; projectId?: string; subjectId?: string }) =>
    world.as<{ id: string; state: string }[]>(by, findRecordsOf, { ...where, jurisdictionId: COUNTY })

  async function enter(entry: Content = {}) {
    count += 1
    const content = {
      ...ENTRY,
      name: `${ENTRY['name'] as string}${count}`,
      code: `F-${count}`,
      unit: world.people.unit.organisationId,
      department: world.people.department.organisationId,
      ...entry,
    }
    const input = { fiscalYear: 2023, content }
    return (await world.as<{ projectId: string }>('unit', createProject, input)).projectId
  }
  return { world, ...stepsIn(world), begin, recordsOf, enter }
}

function preparationSteps({ world, see, save, act, begin }: Base) {
  /** The unit's half: every required paper received. */
  async function fillMaterials(recordId: string) {
    const { content } = await see('unit', recordId)
    const materials = content['materials'].map((row: { isRequired: boolean }) =>
      row.isRequired ? { ...row, status: 'received', note: '纸质件存绩效股' } : row,
    )
    await save('unit', recordId, { materials })
  }

  async function fillPlan(recordId: string, experts: readonly PersonName[] = ['expert', 'expert2']) {
    await save('finance_performance', recordId, {
      methods: ['costBenefit'],
      approach: '查阅资料，专家评分',
      team: '组长一名，专家两名',
      experts: experts.map((name, index) => ({
        isLead: index === 0,
        person: world.people[name].personId,
        field: 'industry',
        employer: '示例大学',
        isConflictDeclared: false,
      })),
    })
  }

  /** An evaluation whose experts are scoring. */
  async function openEvaluation(projectId: string, experts?: readonly PersonName[]) {
    const { recordId } = await begin('finance_performance', 'exante.evaluation', projectId)
    await fillMaterials(recordId)
    await act('unit', actOf('exante.evaluation', 'submit'), recordId)
    await fillPlan(recordId, experts)
    await act('finance_performance', actOf('exante.evaluation', 'open'), recordId)
    return recordId
  }
  return { fillMaterials, fillPlan, openEvaluation }
}

function scoringSteps({ world, see, recordsOf }: Base) {
  const sheetOf = async (expert: PersonName, evaluationId: string) => {
    const sheets = await recordsOf(expert, { kind: 'exante.scoreSheet', subjectId: evaluationId })
    return sheets[0]?.id as string
  }

  /** The pledge, which opens the score fields. */
  async function pledge(expert: PersonName, recordId: string) {
    const { record } = await see(expert, recordId)
    const content = { pledgeAccepted: true, hasConflict: false }
    const saved = await world.as<{ version: number }>(expert, saveDraft, {
      ...{ recordId, version: record.version, content },
    })
    await world.as(expert, actOf('exante.scoreSheet', 'pledge'), { recordId, version: saved.version })
  }

  async function markSheet(expert: PersonName, recordId: string, option: string) {
    if ((await see(expert, recordId)).record.state === 'draft') await pledge(expert, recordId)
    const { record, content } = await see(expert, recordId)
    const scores = content['scores'].map((row: object) => ({ ...row, option, comment: '依据充分' }))
    const opinion = { overallOpinion: '立项必要，方案可行', suggestedDecision: 'SUPPORT' }
    const input = { recordId, version: record.version, content: { scores, ...opinion } }
    await world.as(expert, saveDraft, input)
  }

  const handIn = async (expert: PersonName, recordId: string) => {
    const { record } = await see(expert, recordId)
    return world.as(expert, actOf('exante.scoreSheet', 'submit'), { recordId, version: record.version })
  }

  /** The sheets of both experts, marked as `options` says, and handed in. */
  async function score(evaluationId: string, options: Partial<Record<PersonName, string>> = {}) {
    for (const expert of ['expert', 'expert2'] as const) {
      const recordId = await sheetOf(expert, evaluationId)
      await markSheet(expert, recordId, options[expert] ?? 'excellent')
      await handIn(expert, recordId)
    }
  }

  /** The lead expert's signed word on scores far apart. */
  async function signNote(lead: PersonName, evaluationId: string, note = '对成本看法不同，已讨论') {
    const [found] = await recordsOf(lead, { kind: 'exante.leadNote', subjectId: evaluationId })
    const recordId = found?.id as string
    const { record } = await see(lead, recordId)
    const saved = await world.as<{ version: number }>(lead, saveDraft, {
      ...{ recordId, version: record.version, content: { note } },
    })
    await world.as(lead, actOf('exante.leadNote', 'sign'), { recordId, version: saved.version })
    return recordId
  }
  return { sheetOf, pledge, markSheet, handIn, score, signNote }
}

function conclusionSteps({ see, save }: Base) {
  async function fillBusinessSections(recordId: string) {
    const { content } = await see('finance_business', recordId)
    const affordability = content['affordability'].map((row: object) => ({ ...row, ...YEAR }))
    await save('finance_business', recordId, {
      affordability,
      usesFundBudget: false,
      isFundingCompliant: true,
      fundingNote: '资金来源合规',
    })
  }

  async function fillConclusion(recordId: string, conclusion: Content = {}) {
    await save('finance_performance', recordId, {
      decision: 'SUPPORT',
      suggested_fen: '500000000',
      reasons: '必要且可行',
      suggestions: '加强管护',
      ...conclusion,
    })
  }
  return { fillBusinessSections, fillConclusion }
}

/** The grade a share of the points stands for, where a review is in words. */
function gradeOf(share: number): string {
  if (share >= 0.9) return 'excellent'
  if (share >= 0.8) return 'good'
  return share >= 0.6 ? 'fair' : 'poor'
}

function targetSteps({ see, save, act, begin }: Base) {
  const fillTarget = async (recordId: string, target: Content = {}) => {
    const quarterPlan = ['q1', 'q2', 'q3', 'q4'].map((quarter) => ({ quarter, planned_fen: '125000000' }))
    await save('unit', recordId, { ...APPROVED_TARGET, quarterPlan, ...target })
  }

  /** A target sheet the unit has declared. */
  async function declareTarget(projectId: string, target: Content = {}) {
    const { recordId } = await begin('unit', 'targets.sheet', projectId)
    await fillTarget(recordId, target)
    await act('unit', actOf('targets.sheet', 'declare'), recordId)
    return recordId
  }

  /** The finance review with the same share of the points on every line. */
  async function fillReview(recordId: string, share = 0.9) {
    const { content } = await see('finance_performance', recordId)
    const grade = gradeOf(share)
    const rows = content['review'] as { weight_x100?: number }[]
    const review = rows.map((row) => ({
      ...row,
      ...(row.weight_x100 ? { score_x100: Math.round(row.weight_x100 * share) } : { grade }),
      opinion: '总体合理',
    }))
    const isKey = rows.some(({ weight_x100 }) => weight_x100)
    const overall = isKey ? {} : { overallGrade: grade }
    await save('finance_performance', recordId, { review, ...overall, reviewOpinion: REVIEW_OPINION })
  }

  async function advise(by: PersonName, recordId: string) {
    await save(by, recordId, { thirdPartyOpinion: '指标可衡量，建议同意' })
    await act(by, actOf('targets.sheet', 'advise'), recordId, '同意')
  }

  /** A sheet that has passed the three-party review. */
  async function recheckTarget(recordId: string, adviser?: PersonName) {
    await act('department', actOf('targets.sheet', 'review'), recordId, REVIEW_OPINION)
    if (adviser) await advise(adviser, recordId)
    await fillReview(recordId)
    await act('finance_performance', actOf('targets.sheet', 'recheck'), recordId, REVIEW_OPINION)
  }
  return { fillTarget, declareTarget, fillReview, advise, recheckTarget }
}

function budgetSteps({ save, act, recordsOf }: Base) {
  const budgetLineOf = async (projectId: string) => {
    const lines = await recordsOf('finance_performance', { kind: 'project.budgetLine', projectId })
    return lines[0]?.id as string
  }

  async function applyBudget(projectId: string, request: Content = {}) {
    const recordId = await budgetLineOf(projectId)
    await save('unit', recordId, { accountSubject: '2130122 农业生产发展', ...request })
    await act('unit', actOf('project.budgetLine', 'apply'), recordId)
    return recordId
  }

  async function arrangeBudget(recordId: string, amount = '500000000', control: Content = {}) {
    await save('finance_business', recordId, { control_fen: amount, arranged_fen: amount, ...control })
    return act('finance_business', actOf('project.budgetLine', 'arrange'), recordId)
  }
  return { budgetLineOf, applyBudget, arrangeBudget }
}

const findRecordsOf = defineUseCase({
  id: 'test.findRecords',
  title: '测试查事项',
  stage: 'shell',
  kind: 'query',
  by: 'everyone',
  input: Type.Object({
    kind: Type.String(),
    projectId: Type.Optional(Type.String()),
    subjectId: Type.Optional(Type.String()),
    jurisdictionId: Type.String(),
  }),
  run: async (context, where) => findRecords(context.db, where),
})
