import { Type } from 'typebox'
import { DomainError } from '../../domain/shared/errors.ts'
import { jurisdictionChain, makeTrial } from '../../rules/index.ts'
import type { Context } from '../kernel/context.ts'
import { requireOwnPlace } from '../kernel/own-place.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { tryFinanceEvaluations, tryMonitoringRounds } from './try-records.ts'
import { trySelfEvaluations } from './try-self.ts'

const Input = Type.Object(
  {
    /** A file of the shape of a local rule, as text. */
    text: Type.String({ minLength: 1, maxLength: 20_000 }),
    fiscalYear: Type.Integer({ minimum: 2000, maximum: 2100 }),
    jurisdiction: Type.Optional(Type.String({ pattern: '^\\d{6}$' })),
  },
  { additionalProperties: false },
)

const Difference = Type.Object({
  recordId: Type.String(),
  kind: Type.String(),
  title: Type.String(),
  jurisdictionId: Type.String(),
  projectId: Type.String(),
  projectName: Type.String(),
  changes: Type.Array(Type.Object({ what: Type.String(), from: Type.String(), to: Type.String() })),
  reason: Type.String(),
})

export type TrialOutput = Type.Static<typeof TrialOutput>
export const TrialOutput = Type.Object({
  parameter: Type.String(),
  parameterTitle: Type.String(),
  value: Type.String(),
  jurisdiction: Type.String(),
  fiscalYear: Type.Integer(),
  checked: Type.Integer(),
  skipped: Type.Integer(),
  unexplained: Type.Integer(),
  differences: Type.Array(Difference),
})

/**
 * 试算参数: what a new value of a parameter would have done to a year's self-evaluations, evaluations and
 * monitoring rounds, as far as this person sees them. Nothing is written.
 */
export const tryParameter = defineUseCase({
  id: 'shell.tryParameter',
  title: '试算参数',
  stage: 'shell',
  kind: 'query',
  by: ['finance_business', 'finance_performance', 'finance_leader', 'province'],
  input: Input,
  output: TrialOutput,
  run: async (context, { text, fiscalYear, jurisdiction }) => {
    requireOwnPlace(context, jurisdiction)
    const trial = makeTrial(context.rules, text, {
      year: fiscalYear,
      jurisdiction: jurisdiction ?? context.actor.jurisdictionId,
    })
    requireOwnChain(context, trial.layer.jurisdiction)
    const where = { fiscalYear, jurisdiction }
    const parts = [
      await trySelfEvaluations(context, trial, where),
      await tryFinanceEvaluations(context, trial, where),
      await tryMonitoringRounds(context, trial, where),
    ]
    const sum = (pick: (part: (typeof parts)[number]) => number) =>
      parts.reduce((total, part) => total + pick(part), 0)
    const parameter = trial.layer.parameter
    const definition = context.rules.parameters.find(({ id }) => id === parameter)
    const { use } = trial.book
      .at({ date: `${fiscalYear}-12-31`, jurisdiction: trial.layer.jurisdiction, fiscalYear })
      .value(parameter as never)
    return {
      parameter,
      parameterTitle: definition?.title ?? parameter,
      value: use.value,
      jurisdiction: trial.layer.jurisdiction,
      fiscalYear,
      checked: sum((part) => part.checked),
      skipped: sum((part) => part.skipped),
      unexplained: sum((part) => part.unexplained),
      differences: parts.flatMap((part) => part.differences),
    }
  },
})

/** A county may ask what the levels it belongs to could set, never what another county could. */
function requireOwnChain({ actor, scope }: Context, jurisdiction: string): void {
  if (scope === 'province' || jurisdictionChain(actor.jurisdictionId).includes(jurisdiction)) return
  throw new DomainError('NOT_PERMITTED', '只能试算本地区和所属上级的规则，请核对行政区划代码。', {
    jurisdiction,
  })
}
