import { departmentEvaluation, financeEvaluation } from '../../domain/evaluation/index.ts'
import type { EvaluationSelfContent, PilotSelectionContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { findFen, sumFen, toFenText } from '../../domain/shared/money.ts'
import type { RecordKind } from '../../domain/workflow/record-kind.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import { findLatestRecord } from '../records/record-data.ts'
import { financeFigures, presentFinance } from './finance-figures.ts'
import { financeFindings } from './finance-findings.ts'
import { printReport } from './print-report.ts'

/** What evaluation adds to the shared machinery for the evaluations of finance and departments. */
export const financeBehaviour = behaviourOf(financeEvaluation)
export const departmentBehaviour = behaviourOf(departmentEvaluation)

function behaviourOf({ kind }: RecordKind): RecordBehaviour {
  return {
    kind,
    prefill: prefillFinance,
    documents: { 'evaluation-report': printReport },
    assess: async (context, data) => {
      const figures = await financeFigures(context, data)
      return { findings: await financeFindings(context, data, figures), ...presentFinance(figures) }
    },
  }
}

/** Who was to evaluate when the project was selected, and the money the unit reported. */
async function prefillFinance(context: Context, project: ProjectRow | undefined): Promise<Content> {
  if (!project) return {}
  const selection = await findLatestRecord(context, project, 'pilot.selection')
  const executors = (selection?.content as PilotSelectionContent | undefined)?.executors ?? []
  const executor = executors.find((row) => row.stage === 'evaluation')
  const agency = executor?.organisation
  const isOwn = executor !== undefined && executor.executorKind !== 'agency' && !agency
  const self = await findLatestRecord(context, project, 'evaluation.self')
  const funds = (self?.content as EvaluationSelfContent | undefined)?.funds ?? []
  const spent = funds.map((row) => findFen(row.executed_fen)).filter((fen) => fen !== undefined)
  return {
    // The pilot asks for a third party's evaluation of key projects; the office may choose otherwise.
    executorKind: isOwn ? 'own' : 'agency',
    ...(agency ? { agency } : {}),
    budget_fen: project.budget_fen,
    ...(spent.length > 0 ? { spent_fen: toFenText(sumFen(spent)) } : {}),
  }
}
