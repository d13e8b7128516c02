import {
  type AffordabilityAssessment,
  affordabilitySheetOf,
  assessAffordability,
  computeEvaluationDuty,
  computeSupportAmount,
  computeVeto,
  type PanelScore,
  yearsOfPeriod,
} from '../../domain/exante/compute/index.ts'
import type { ExanteEvaluationContent, ProjectEntryContent } from '../../domain/forms/contents.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import { findFen } from '../../domain/shared/money.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import {
  agreementOf,
  findSubmittedSheets,
  type PanelAgreement,
  panelOf,
  type SubmittedSheet,
} from './score-sheets.ts'

/** What the rules make of an evaluation as it stands. */
export type EvaluationFigures = {
  readonly duty: ReturnType<typeof computeEvaluationDuty> | undefined
  readonly affordability: AffordabilityAssessment
  /** Absent until scoring is closed, so that nobody leans on a half-finished result. */
  readonly sheets: readonly SubmittedSheet[]
  readonly panel: PanelScore | undefined
  readonly agreement: PanelAgreement | undefined
  readonly veto: ReturnType<typeof computeVeto> | undefined
  readonly support: ReturnType<typeof computeSupportAmount> | undefined
}

const SCORED = ['scored', 'concluded', 'approved']

/** Computes every figure of the evaluation from its content and the sheets handed in. */
export async function evaluationFigures(context: Context, data: RecordData): Promise<EvaluationFigures> {
  const rules = rulesOf(context, data)
  const content = data.content as ExanteEvaluationContent
  const sheets = SCORED.includes(data.record.state) ? await findSubmittedSheets(context, data, rules) : []
  const panel = SCORED.includes(data.record.state) ? panelOf(sheets, rules) : undefined
  const affordability = affordabilityOf(content, data.project, rules)
  const { isFundingCompliant = null, affordabilityLabel = null } = content
  const { dimensions } = panel ?? { dimensions: [] }
  return {
    duty: data.project && dutyOf(data.project, findFen(content.requested_fen), rules),
    affordability,
    sheets,
    panel,
    agreement: panel && agreementOf(sheets, rules),
    veto:
      panel &&
      computeVeto(
        { dimensions, affordability: affordability.base.verdict, isFundingCompliant, affordabilityLabel },
        rules,
      ),
    support: supportOf(content),
  }
}

/** EXA-001 for a project; the amount of the year, unless another one is at issue. */
export function dutyOf(project: ProjectRow, amount_fen: bigint | undefined, rules: ParameterReader) {
  const { isPolicy } = project.content as ProjectEntryContent
  return computeEvaluationDuty(
    {
      isNew: project.isNew,
      amount_fen: amount_fen ?? BigInt(project.budget_fen),
      isOnMajorList: project.isMajor,
      isPolicy: isPolicy ?? false,
    },
    rules,
  )
}

/** The years the affordability sheet has to cover; none while the project's period is not known. */
export function yearsToCover(project: ProjectRow | undefined, rules: ParameterReader): number[] {
  return yearsOfPeriod((project?.content ?? {}) as ProjectEntryContent, rules)
}

/** Verdict, stress and simulation of the sheet as it stands. */
export function affordabilityOf(
  content: ExanteEvaluationContent,
  project: ProjectRow | undefined,
  rules: ParameterReader,
): AffordabilityAssessment {
  return assessAffordability(affordabilitySheetOf(content), rules, {
    requiredYears: yearsToCover(project, rules),
    seed: content.simulationSeed ?? null,
  })
}

function supportOf({ requested_fen, suggested_fen, cutLines }: ExanteEvaluationContent) {
  const requested = findFen(requested_fen)
  if (requested === undefined) return undefined
  const suggested = findFen(suggested_fen)
  return computeSupportAmount({
    requested_fen: requested,
    cuts_fen: (cutLines ?? []).map(({ cut_fen }) => findFen(cut_fen) ?? 0n),
    ...(suggested === undefined ? {} : { suggested_fen: suggested }),
  })
}
