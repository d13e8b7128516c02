import {
  type ComparedOutput,
  compareOutputs,
  computeOverlaps,
  type Output,
} from '../../../domain/exante/compute/index.ts'
import type { ProjectEntryContent, TargetsSheetContent } from '../../../domain/forms/contents.ts'
import { plainText } from '../../../domain/indicators/index.ts'
import { findFen } from '../../../domain/shared/money.ts'
import {
  findLikeOutputs,
  findNeighbourProjects,
  type LikeProject,
} from '../../../storage/comparison-repository.ts'
import type { ProjectRow } from '../../../storage/project-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { findLatestRecord, type RecordData } from '../../records/record-data.ts'
import { rulesOf } from '../../records/rules-of.ts'

export type ProjectComparison = {
  readonly outputs: readonly ComparedOutput[]
  readonly overlap: ReturnType<typeof computeOverlaps<LikeProject>>
  /** Whether there is a target to take indicators from. */
  readonly hasTarget: boolean
}

/** The project of an evaluation beside others: as far as the person asking may see them. */
export async function compareProject(
  context: Context,
  data: RecordData,
  project: ProjectRow,
): Promise<ProjectComparison> {
  const rules = rulesOf(context, data)
  const sheet = await findLatestRecord(context, project, 'targets.sheet')
  const target = (sheet?.content ?? {}) as TargetsSheetContent
  const own = outputsOf(project, target)
  const rows =
    own.length === 0
      ? []
      : await findLikeOutputs(context.db, project, {
          plainNames: own.map(({ name }) => plainText(name)),
          units: own.map(({ unit }) => unit),
        })
  const others = rows.map((row) => ({ ...row, money_fen: BigInt(row.money_fen) }))
  const { years } = rules.value('exante.overlap_similarity').value
  const neighbours = await findNeighbourProjects(context.db, project, years)
  const subject = {
    name: project.name,
    overview: (project.content as ProjectEntryContent).overview ?? '',
    goal: target.annualGoal ?? '',
    unitName: project.unitName,
  }
  return {
    outputs: compareOutputs(own, others, rules),
    overlap: computeOverlaps(subject, neighbours, project.jurisdictionName, rules),
    hasTarget: sheet !== undefined,
  }
}

/** Upper bounds and ranges say no number that is going to be reached. */
const REACHED: readonly unknown[] = ['ge', 'gt', 'eq', null, undefined]

function outputsOf(project: ProjectRow, target: TargetsSheetContent): Output[] {
  const money_fen = findFen(target.total_fen) ?? BigInt(project.budget_fen)
  return (target.indicators ?? [])
    .filter(
      ({ level2, kind, operator }) =>
        level2 === 'quantity' && (kind ?? 'quant') === 'quant' && REACHED.includes(operator),
    )
    .map(({ name, unit, value }) => ({
      projectId: project.id,
      name: name?.trim() ?? '',
      unit: unit?.trim() ?? '',
      value: value ?? '',
      money_fen,
    }))
    .filter(({ name }) => plainText(name) !== '')
}
