import { getRecordKind } from '../../domain/record-kinds.ts'
import { findingItems } from './finding-items.ts'
import type { ConsistencyFinding } from '../../domain/pilot/consistency/relation.ts'
import { handsOf, roleTitle } from '../../domain/workflow/sentences.ts'
import { PLAN_STAGES, type PlanStage, STAGES } from '../../domain/workflow/record-kind.ts'
import type { LostRecord, ProgressRecord, ProjectProgress } from '../../storage/cockpit-repository.ts'

/** One thing that must be there before a pilot is complete, and if it is not, what is missing in words. */
export type CompletenessItem = {
  readonly itemCode: string
  /** Which of the five stages it belongs to; the frame around them is `pilot`. */
  readonly stage: PlanStage | 'pilot'
  readonly item: string
  readonly isPresent: boolean
  readonly note: string
}

type Requirement = {
  readonly itemCode: string
  readonly stage: PlanStage | 'pilot'
  readonly item: string
  readonly kind: string
  /** States in which it counts as there. */
  readonly states: readonly string[]
  /** Every record must be in such a state, not only the newest. */
  readonly isEvery?: boolean
  /** Why it is not needed for this project; asked only while there is no record. */
  readonly exemption?: (project: ProjectProgress) => string | undefined
  /** Why it is not needed, whatever records there are. */
  readonly waiver?: (project: ProjectProgress) => string | undefined
}

/** Order of the plan; read by the cockpit, the reports and the acceptance alike. */
const REQUIREMENTS: readonly Requirement[] = [
  {
    itemCode: 'SEL-1',
    stage: 'pilot',
    item: '试点项目推荐表（自治区已确定）',
    kind: 'pilot.selection',
    states: ['confirmed'],
  },
  {
    itemCode: 'EXA-1',
    stage: 'exante',
    item: '事前绩效评估结论（已审定）',
    kind: 'exante.evaluation',
    states: ['approved'],
    exemption: ({ isNew }) => (isNew ? undefined : '延续项目，不要求开展事前绩效评估'),
  },
  {
    itemCode: 'TGT-1',
    stage: 'targets',
    item: '项目支出绩效目标（已批复）',
    kind: 'targets.sheet',
    states: ['approved', 'published'],
  },
  {
    itemCode: 'TGT-2',
    stage: 'targets',
    item: '项目预算（与绩效目标同步批复）',
    kind: 'project.budgetLine',
    states: ['approved'],
  },
  {
    itemCode: 'TGT-3',
    stage: 'targets',
    item: '绩效目标公开',
    kind: 'targets.sheet',
    states: ['published'],
    waiver: keepSecret,
  },
  {
    itemCode: 'MON-1',
    stage: 'monitoring',
    item: '绩效运行监控表（已形成结论）',
    kind: 'monitoring.round',
    states: ['concluded'],
    isEvery: true,
  },
  {
    itemCode: 'MON-2',
    stage: 'monitoring',
    item: '监控问题全部销号',
    kind: 'monitoring.finding',
    states: ['closed'],
    isEvery: true,
    exemption: () => '监控没有提出问题',
  },
  {
    itemCode: 'EVA-1',
    stage: 'evaluation',
    item: '项目支出绩效自评表（已确认）',
    kind: 'evaluation.self',
    states: ['confirmed'],
  },
  {
    itemCode: 'EVA-2',
    stage: 'evaluation',
    item: '财政绩效评价报告（已确认）',
    kind: 'evaluation.finance',
    states: ['confirmed', 'closed'],
  },
  {
    itemCode: 'RES-1',
    stage: 'results',
    item: '绩效评价整改通知（已办结）',
    kind: 'results.notice',
    states: ['closed'],
    exemption: hasNoProblems,
  },
  {
    itemCode: 'RES-2',
    stage: 'results',
    item: '整改任务全部核实',
    kind: 'results.task',
    states: ['verified', 'exempted'],
    isEvery: true,
    exemption: hasNoProblems,
  },
  {
    itemCode: 'RES-3',
    stage: 'results',
    item: '评价结果与预算安排挂钩决定',
    kind: 'results.budgetDecision',
    states: ['decided'],
  },
  {
    itemCode: 'RES-4',
    stage: 'results',
    item: '评价结果公开',
    kind: 'results.disclosure',
    states: ['published'],
    waiver: keepSecret,
  },
  {
    itemCode: 'RES-5',
    stage: 'results',
    item: '财政绩效评价办结',
    kind: 'evaluation.finance',
    states: ['closed'],
  },
]

/** 涉密项目按保密规定办理: nothing of it is published. */
function keepSecret({ isClassified }: ProjectProgress): string | undefined {
  return isClassified ? '涉密项目，按保密规定不公开' : undefined
}

/** A confirmed finance evaluation whose problem list is empty asks for no rectification. */
function hasNoProblems({ records }: ProjectProgress): string | undefined {
  const evaluation = records.findLast(({ kind }) => kind === 'evaluation.finance')
  const isConfirmed = evaluation?.state === 'confirmed' || evaluation?.state === 'closed'
  return isConfirmed && (evaluation.problemCount ?? 0) === 0 ? '评价没有提出问题，不需要整改' : undefined
}

/** The work of the five stages of a project, item by item; reports not included. */
export function stageItems(project: ProjectProgress): CompletenessItem[] {
  return REQUIREMENTS.map((requirement) => {
    const skipped = requirement.stage === 'pilot' ? undefined : skippedReason(project, requirement.stage)
    const lost = project.lost.find(({ kind }) => kind === requirement.kind)
    const { isPresent, note } = lost
      ? { isPresent: false, note: lostNote(lost) }
      : skipped === undefined
        ? judge(requirement, project)
        : { isPresent: true, note: skipped }
    return {
      itemCode: requirement.itemCode,
      stage: requirement.stage,
      item: requirement.item,
      isPresent,
      note,
    }
  })
}

/** The ledger's own witness: what it holds a leaf of and no other line asks for. */
function ledgerItem({ lost }: ProjectProgress): CompletenessItem {
  const asked = new Set([...REQUIREMENTS.map(({ kind }) => kind), ...REPORTS])
  const others = lost.filter(({ kind }) => !asked.has(kind))
  return {
    itemCode: 'LED-1',
    stage: 'pilot',
    item: '契约账登记的其他事项',
    isPresent: others.length === 0,
    note: others.length === 0 ? '齐全' : others.map(lostNote).join('；'),
  }
}

const REPORTS = ['pilot.stageReport', 'pilot.integratedReport', 'pilot.countyReport']

function lostNote({ title, number }: LostRecord): string {
  return `契约账第${number}号登有的“${title}”已不在系统中，请系统管理员从备份恢复`
}

/** The five stage reports, each approved, with the content or with the reason why there is none. */
export function stageReportItems({ records, lost }: ProjectProgress): CompletenessItem[] {
  return PLAN_STAGES.map((stage, index) => {
    const gone = lost.find(({ kind, title }) => kind === 'pilot.stageReport' && title.includes(STAGES[stage]))
    const report = records.findLast((record) => record.kind === 'pilot.stageReport' && record.stage === stage)
    const isPresent = report?.state === 'approved'
    const reason = report?.isCarriedOut === false ? `未开展：${report.missingReason ?? ''}` : ''
    return {
      itemCode: `REP-${index + 1}`,
      stage: 'pilot',
      item: `${STAGES[stage]}分阶段报告`,
      isPresent,
      note: isPresent
        ? reason || '已审定'
        : gone
          ? lostNote(gone)
          : whatIsMissing('pilot.stageReport', report),
    }
  })
}

/** How far a project has come and, where they were looked for, what does not agree in its records. */
export type ExaminedProject = ProjectProgress & { readonly findings?: readonly ConsistencyFinding[] }

/** Everything of one project up to its integrated report, and whether its records agree. */
export function projectItems(project: ExaminedProject): CompletenessItem[] {
  const report = project.records.findLast(({ kind }) => kind === 'pilot.integratedReport')
  const line = reportItem('REP-6', '一体化评价报告', 'pilot.integratedReport', report)
  const gone = project.lost.find(({ kind }) => kind === 'pilot.integratedReport')
  return [
    ...stageItems(project),
    ...stageReportItems(project),
    gone ? { ...line, isPresent: false, note: lostNote(gone) } : line,
    ledgerItem(project),
    ...(project.findings ? findingItems(project.findings) : []),
  ]
}

/** The report of the jurisdiction itself. */
export function countyReportItem(
  records: readonly ProgressRecord[],
  lost: readonly LostRecord[] = [],
): CompletenessItem {
  const report = records.findLast(({ kind }) => kind === 'pilot.countyReport')
  const line = reportItem('REP-7', '预算绩效一体化管理试点报告', 'pilot.countyReport', report)
  const gone = lost.find(({ kind }) => kind === 'pilot.countyReport')
  return gone ? { ...line, isPresent: false, note: lostNote(gone) } : line
}

function reportItem(
  itemCode: string,
  item: string,
  kind: string,
  report: ProgressRecord | undefined,
): CompletenessItem {
  const isPresent = report?.state === 'approved'
  return {
    itemCode,
    stage: 'pilot',
    item,
    isPresent,
    note: isPresent ? '已上报' : whatIsMissing(kind, report),
  }
}

/** An approved stage report that says why the stage was not carried out excuses its items. */
function skippedReason({ records }: ProjectProgress, stage: PlanStage): string | undefined {
  const report = records.findLast((record) => record.kind === 'pilot.stageReport' && record.stage === stage)
  if (report?.state !== 'approved' || report.isCarriedOut !== false) return undefined
  return `未开展：${report.missingReason ?? ''}`
}

function judge(requirement: Requirement, project: ProjectProgress): { isPresent: boolean; note: string } {
  const { kind, states, isEvery, exemption, waiver } = requirement
  const waived = waiver?.(project)
  if (waived !== undefined) return { isPresent: true, note: waived }
  const records = project.records.filter((record) => record.kind === kind && record.state !== 'refused')
  if (records.length === 0) {
    const exempt = exemption?.(project)
    return exempt === undefined
      ? { isPresent: false, note: whatIsMissing(kind, undefined) }
      : { isPresent: true, note: exempt }
  }
  const open = (isEvery ? records : records.slice(-1)).filter(({ state }) => !states.includes(state))
  if (open.length === 0) return { isPresent: true, note: isEvery ? `共${records.length}件` : '齐全' }
  const count = isEvery && records.length > 1 ? `${records.length}件中有${open.length}件没有办完，` : ''
  return { isPresent: false, note: `${count}${whatIsMissing(kind, open[0])}` }
}

/** 待初审，请主管部门办理 – or who has to begin it. */
function whatIsMissing(kindName: string, record: ProgressRecord | undefined): string {
  const kind = getRecordKind(kindName)
  if (!record) {
    const makers = kind.createdBy.map(roleTitle).join('或')
    return makers === '' ? '还没有产生' : `还没有办理，请${makers}新建`
  }
  const state = kind.workflow.states[record.state]?.title ?? record.state
  const named = record.members ? { members: record.members } : {}
  const hands = handsOf(kind, record.state, undefined, named).map(roleTitle).join('或')
  return hands === '' ? `当前为“${state}”` : `当前为“${state}”，请${hands}办理`
}
