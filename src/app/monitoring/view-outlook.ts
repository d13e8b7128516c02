import { Type } from 'typebox'
import { LIGHTS } from '../../domain/monitoring/compute/index.ts'
import { monitoringRound } from '../../domain/monitoring/index.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { findLights } from '../../storage/monitoring-repository.ts'
import { findProject, type ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { findRecordData } from '../records/record-data.ts'
import { type RoundFigures, roundFigures } from './round-figures.ts'
import { pastCurves, yearLines } from './year-lines.ts'

const Share = Type.Union([Type.Integer(), Type.Null()])
const Text = Type.Union([Type.String(), Type.Null()])
const OutlookView = Type.Object({
  fiscalYear: Type.Integer(),
  /** Months of the last round; null while none is reported. */
  month: Share,
  lines: Type.Array(
    Type.Object({
      line: Type.String(),
      title: Type.String(),
      points: Type.Array(
        Type.Object({
          month: Type.Integer(),
          planned_bp: Share,
          reached_bp: Share,
          numerator: Text,
          denominator: Text,
        }),
      ),
      forecast: Type.Object({
        basis: Type.String(),
        mid_bp: Share,
        low_bp: Share,
        high_bp: Share,
        chance_bp: Share,
        bound_bp: Type.Integer(),
        straight_bp: Share,
        curves: Type.Object({ own: Type.Integer(), similar: Type.Integer() }),
        band: Type.Array(
          Type.Object({
            month: Type.Integer(),
            low_bp: Type.Integer(),
            mid_bp: Type.Integer(),
            high_bp: Type.Integer(),
          }),
        ),
        explanation: Type.Unknown(),
      }),
    }),
  ),
  lights: Type.Array(
    Type.Object({
      recordId: Type.String(),
      fiscalYear: Type.Integer(),
      month: Type.Integer(),
      light: Type.String(),
      title: Type.String(),
      reason: Type.String(),
      concludedOn: Type.String(),
    }),
  ),
})

/** 双线走势: a project's two lines over its year with plan, actual and forecast, and every light it had. */
export const viewOutlook = defineUseCase({
  id: 'monitoring.viewOutlook',
  title: '查看双线走势和年底预测',
  stage: 'monitoring',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object({ projectId: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  output: OutlookView,
  run: async (context, { projectId }) => {
    const project = await findProject(context.db, projectId)
    if (!project) throw new DomainError('NOT_FOUND', '没有找到这个项目，可能已移交或不在您的管理范围内。')
    const { jurisdictionId, fiscalYear } = project
    const rules = context.rules.at({ date: context.today, jurisdiction: jurisdictionId, fiscalYear })
    const rounds = await reportedRounds(context, project)
    const lights = await findLights(context.db, { jurisdictionId, projectId })
    return {
      fiscalYear,
      month: rounds[rounds.length - 1]?.input.month ?? null,
      lines: rounds.length === 0 ? [] : yearLines(rounds, await pastCurves(context, project, rules), rules),
      lights: lights.map(({ concludedAt, light, ...row }) => ({
        ...row,
        light,
        title: LIGHTS[light as keyof typeof LIGHTS],
        concludedOn: dayOf(concludedAt),
      })),
    }
  },
})

/** The rounds of the project's year that somebody reported, by their months. */
async function reportedRounds(context: Context, project: ProjectRow): Promise<RoundFigures[]> {
  const { jurisdictionId, id: projectId, fiscalYear } = project
  const all = await findRecordData(context, { jurisdictionId, projectId, kind: monitoringRound.kind })
  const reported = all.filter(
    ({ record }) => record.fiscalYear === fiscalYear && record.state !== monitoringRound.workflow.initial,
  )
  const figures = await Promise.all(reported.map((data) => roundFigures(context, data)))
  return figures
    .filter((one) => one !== undefined)
    .toSorted((one, other) => one.input.month - other.input.month)
}
