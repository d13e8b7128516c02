import { computeLinkageProposal, LINKAGE_MEASURES } from '../../../domain/results/compute/index.ts'
import type { ScenarioLine, ScenarioSettings } from '../../../domain/results/compute/what-if/index.ts'
import type { ProjectEntryContent, ResultsBudgetDecisionContent } from '../../../domain/forms/contents.ts'
import type { ParameterReader } from '../../../domain/rules/parameter-values.ts'
import type { Grade } from '../../../domain/shared/grade.ts'
import { type Fen, findFen, formatWanYuan, sumFen, toFenText } from '../../../domain/shared/money.ts'
import { type CandidateRow, findCandidates } from '../../../storage/what-if-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { itemTypeOf } from '../item-type.ts'

/**
 * The projects that ask for money in a budget year, as records have them now: request, base, score of the
 * confirmed evaluation, and the ceiling the linkage table or a decision sets.
 */
export async function gatherLines(
  context: Context,
  where: { readonly jurisdictionId: string; readonly budgetYear: number },
): Promise<ScenarioLine[]> {
  const rules = context.rules.at({
    date: context.today,
    jurisdiction: where.jurisdictionId,
    fiscalYear: where.budgetYear,
  })
  const { countsSelf } = rules.value('results.what_if_scores').value
  const rows = await findCandidates(context.db, { ...where, countsSelf })
  return rows.map((row) => lineOf(row, where.budgetYear, rules))
}

function lineOf(row: CandidateRow, budgetYear: number, rules: ParameterReader): ScenarioLine {
  const isNew = row.fiscalYear === budgetYear
  const base = isNew ? { base_fen: 0n, baseNote: '新增项目，没有基数' } : baseOf(row)
  const request = findFen(row.requested_fen) ?? base.base_fen
  return {
    projectId: row.projectId,
    name: row.name,
    unitName: row.unitName,
    departmentId: row.departmentId,
    departmentName: row.departmentName,
    isNew,
    isPolicy: (row.content as ProjectEntryContent).isPolicy ?? false,
    request_fen: toFenText(request),
    base_fen: toFenText(base.base_fen),
    baseNote: base.baseNote,
    score_x100: row.score_x100,
    grade: row.grade as Grade | null,
    scoreFrom: row.scoreFrom,
    evaluatedYear: row.evaluatedYear,
    ...ceilingOf(row, base.base_fen, rules),
    guarantee_fen: '0',
    contract_fen: '0',
    isMustKeep: false,
    isWhole: false,
    fixed_fen: null,
  }
}

/** Last approved recurring amount: a decision about this very budget says what was one-off, where there is one. */
function baseOf({ budget_fen, fiscalYear, ...row }: CandidateRow): { base_fen: Fen; baseNote: string } {
  const approved = BigInt(budget_fen)
  const decision = (row.decision ?? {}) as ResultsBudgetDecisionContent
  const isOwn = row.decisionYear === fiscalYear
  const isYearBefore = row.decisionYear === fiscalYear - 1 && findFen(decision.current_fen) === approved
  const { base_fen, oneOff_fen } = isOwn || isYearBefore ? decision : {}
  const base = findFen(base_fen)
  if (base === undefined || base === approved) {
    return { base_fen: approved, baseNote: `${fiscalYear}年批复预算` }
  }
  const oneOff = findFen(oneOff_fen) ?? approved - base
  return {
    base_fen: base,
    baseNote: `${fiscalYear}年批复预算${formatWanYuan(approved)}万元，扣除一次性因素${formatWanYuan(oneOff)}万元`,
  }
}

/**
 * A decision that was taken about the newest evaluation binds; without one the table does, where it gives a figure
 * or allows no growth.
 */
function ceilingOf(
  row: CandidateRow,
  base_fen: Fen,
  rules: ParameterReader,
): { cap_fen: string | null; capNote: string } {
  const { next_fen, measure } = (row.decision ?? {}) as ResultsBudgetDecisionContent
  const decided = findFen(next_fen)
  const isNewest = (row.decisionYear ?? 0) >= (row.evaluatedYear ?? 0)
  if (row.decisionState === 'decided' && isNewest && decided !== undefined) {
    const words = measure ? `（${LINKAGE_MEASURES[measure]}）` : ''
    return { cap_fen: toFenText(decided), capNote: `已作出的挂钩决定${words}` }
  }
  if (row.grade === null || row.scoreFrom !== 'finance') return { cap_fen: null, capNote: '' }
  const content = row.content as ProjectEntryContent
  const itemType = itemTypeOf({ content, fiscalYear: row.fiscalYear, isNew: row.isNew })
  const proposal = computeLinkageProposal({ grade: row.grade as Grade, itemType, base_fen }, rules)
  const words = `挂钩办法：${LINKAGE_MEASURES[proposal.measure]}`
  if (proposal.nextCap_fen !== null) return { cap_fen: toFenText(proposal.nextCap_fen), capNote: words }
  // A cut without a share is a person's to decide; until then the item at least does not grow.
  return proposal.measure === 'reduce'
    ? { cap_fen: toFenText(base_fen), capNote: `${words}，比例未定，暂按不增加` }
    : { cap_fen: null, capNote: '' }
}

/** The money of the bases, and the weight the rules propose; departments without bounds until somebody sets them. */
export function firstSettings(lines: readonly ScenarioLine[], performance_bp: number): ScenarioSettings {
  const departments = new Map(lines.map(({ departmentId, departmentName }) => [departmentId, departmentName]))
  return {
    envelope_fen: toFenText(sumFen(lines.map(({ base_fen }) => BigInt(base_fen)))),
    performance_bp,
    departments: [...departments].map(([departmentId, departmentName]) => ({
      departmentId,
      departmentName,
      min_fen: null,
      max_fen: null,
    })),
  }
}
