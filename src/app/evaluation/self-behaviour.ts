import { selfEvaluation } from '../../domain/evaluation/index.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import { prefillSelf } from './prefill-self.ts'
import { presentRecheck } from './present-recheck.ts'
import { printSelfEvaluation } from './print-self.ts'
import { presentSelf, selfFigures } from './self-figures.ts'
import { selfFindings } from './self-findings.ts'

/** What evaluation adds to the shared machinery for the self-evaluation form. */
export const selfBehaviour: RecordBehaviour = {
  kind: selfEvaluation.kind,
  prefill: prefillSelf,
  documents: { 'self-evaluation-form': printSelfEvaluation },
  assess: async (context, data) => {
    const figures = await selfFigures(context, data)
    const shown = presentSelf(figures)
    const rechecked = await presentRecheck(context, data)
    return {
      findings:
        data.record.state === 'confirmed'
          ? []
          : [...selfFindings(context, data, figures), ...rechecked.findings],
      figures: { ...shown.figures, ...rechecked.figures },
      explanations: { ...shown.explanations, ...rechecked.explanations },
    }
  },
}
