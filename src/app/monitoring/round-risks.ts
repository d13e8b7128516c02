import type { MonitoringRoundContent } from '../../domain/forms/contents.ts'
import { computeRiskJudgements, findTemplate } from '../../domain/monitoring/compute/index.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import type { RoundFigures } from './round-figures.ts'
import { bpOf, pastCurves, reachedIn, type YearLine, yearLines } from './year-lines.ts'

/** Whether a round looks at the extended content and goes to the place: as it was issued, or the pilot. */
export function isKey({ content, project }: Pick<RecordData, 'content' | 'project'>): boolean {
  return (content as MonitoringRoundContent).isKey ?? project?.isPilot ?? false
}

/** Both lines of this round with their forecast. */
export async function roundLines(
  context: Context,
  data: RecordData,
  figures: RoundFigures,
): Promise<readonly YearLine[]> {
  if (!data.project) return []
  const rules = rulesOf(context, data)
  return yearLines([figures], await pastCurves(context, data.project, rules), rules)
}

/** 风险研判: what the figures, milestones and extended content of a round point to. */
export async function roundRisks(
  context: Context,
  data: RecordData,
  figures: RoundFigures,
  known?: readonly YearLine[],
) {
  const content = data.content as MonitoringRoundContent
  const rules = rulesOf(context, data)
  const lines = known ?? (await roundLines(context, data, figures))
  const [money, output] = [reachedIn(figures, 'money'), reachedIn(figures, 'output')]
  return computeRiskJudgements(
    {
      month: figures.input.month,
      executionLight: figures.lights.execution,
      indicators: figures.input.indicators.map(({ name, likelihood }, index) => ({
        name,
        light: figures.lights.progress[index] ?? 'pending',
        isImpossible: likelihood === 'impossible',
      })),
      money_bp: money && bpOf(money),
      output_bp: output && bpOf(output),
      outputChance_bp: lines.find(({ line }) => line === 'output')?.forecast.chance_bp ?? null,
      template: findTemplate({ type: content.projectType ?? null }, rules),
      milestones: content.milestones ?? [],
      items: content.extended ?? [],
    },
    rules,
  )
}

/** What `roundRisks` gives. */
export type RoundRisks = Awaited<ReturnType<typeof roundRisks>>
