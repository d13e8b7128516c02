import { Type } from 'typebox'
import { computeCountyCost } from '../../domain/evaluation/compute/index.ts'
import {
  COUNTY_COST_READERS,
  departmentEvaluation,
  financeEvaluation,
} from '../../domain/evaluation/index.ts'
import { unitCostText } from '../../domain/exante/index.ts'
import type { EvaluationFinanceContent, EvaluationSelfContent } from '../../domain/forms/contents.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { type Fraction, toDecimal } from '../../domain/shared/fraction.ts'
import { type Fen, findFen, sumFen } from '../../domain/shared/money.ts'
import { findCostsElsewhere } from '../../storage/county-cost-repository.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { findApprovedTarget } from '../records/approved-target.ts'
import { findLatestRecord, getRecordData, type RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'

/** `yuan` is for drawing only; `text` is what people read. */
const Cost = Type.Union([Type.Null(), Type.Object({ text: Type.String(), yuan: Type.Number() })])

/** 单位成本地区比较: what was reached cost here, beside other places as a crowd; never one of them. */
export const viewCountyCosts = defineUseCase({
  id: 'evaluation.viewCountyCosts',
  title: '查看单位成本地区比较',
  stage: 'evaluation',
  kind: 'query',
  by: COUNTY_COST_READERS,
  input: Type.Object({ recordId: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        name: Type.String(),
        own: Cost,
        count: Type.Union([Type.Integer(), Type.Null()]),
        q1: Cost,
        median: Cost,
        q3: Cost,
        explanation: Type.Unknown(),
      }),
    ),
  }),
  run: async (context, { recordId }) => {
    const data = await getRecordData(context, recordId)
    const isEvaluation = data.kind === financeEvaluation || data.kind === departmentEvaluation
    if (!isEvaluation || !data.project)
      throw new DomainError('NOT_FOUND', '没有找到这次评价，请从项目档案进入。')
    return { items: await countyCosts(context, data, data.project) }
  },
})

async function countyCosts(context: Context, data: RecordData, project: ProjectRow) {
  const rules = rulesOf(context, data)
  const outputs = await reachedOutputs(context, data, project)
  const rows =
    outputs.length === 0
      ? []
      : await findCostsElsewhere(context.db, project.jurisdictionId, {
          names: outputs.map(({ name }) => plainName(name)),
          units: outputs.map(({ unit }) => unit),
          least: rules.value('evaluation.county_comparison').value.places,
        })
  return outputs.map((output) => {
    const others = rows
      .filter((row) => row.name === plainName(output.name) && row.unit === output.unit)
      .map(({ spent_fen, reached }) => ({ spent_fen: BigInt(spent_fen), reached }))
    const { own, count, quartiles, explanation } = computeCountyCost({ ...output, others }, rules)
    const cost = (one: Fraction | null | undefined) =>
      one ? { text: unitCostText(one, output.unit), yuan: toDecimal(one).div(100).toNumber() } : null
    return {
      name: output.name,
      own: cost(own),
      count,
      q1: cost(quartiles?.q1),
      median: cost(quartiles?.median),
      q3: cost(quartiles?.q3),
      explanation,
    }
  })
}

type Reached = {
  readonly name: string
  readonly unit: string
  readonly reached: string
  readonly spent_fen: Fen
}

/** The quantity indicators of the approved target with what the self-evaluation says was reached. */
async function reachedOutputs(context: Context, data: RecordData, project: ProjectRow): Promise<Reached[]> {
  const target = await findApprovedTarget(context, project)
  const self = await findLatestRecord(context, project, 'evaluation.self')
  const { scores, funds } = (self?.content ?? {}) as EvaluationSelfContent
  const executed = (funds ?? []).flatMap(({ executed_fen }) => findFen(executed_fen) ?? [])
  const spent_fen = findFen((data.content as EvaluationFinanceContent).spent_fen) ?? sumFen(executed)
  return (target?.indicators ?? [])
    .filter(({ level2, kind }) => level2 === 'quantity' && (kind ?? 'quant') === 'quant')
    .map(({ id, name, unit }) => ({
      name: name?.trim() ?? '',
      unit: unit?.trim() ?? '',
      reached: (scores ?? []).find(({ indicatorId }) => indicatorId === id)?.actual ?? '',
      spent_fen,
    }))
}

/** Full and half width alike, without blanks: the same as the database compares. */
function plainName(name: string): string {
  return name.normalize('NFKC').replaceAll(' ', '')
}
