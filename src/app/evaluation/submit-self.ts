import { selfEvaluation } from '../../domain/evaluation/index.ts'
import { defineAct } from '../records/act.ts'
import { selfFigures, withSelfFigures } from './self-figures.ts'
import { selfFindings } from './self-findings.ts'
import { withFreshFigures } from './store-figures.ts'

const submit = defineAct(selfEvaluation, 'submit', {
  gate: async (context, data) => selfFindings(context, data, await selfFigures(context, data)),
})

/** 提交自评: every row scored by the rules, the unit's own scores kept beside them. */
export const submitSelfEvaluation = withFreshFigures(submit, async (context, data) =>
  withSelfFigures(data.content, await selfFigures(context, data)),
)
