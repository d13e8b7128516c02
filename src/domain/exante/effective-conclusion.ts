import type { ExanteEvaluationContent } from '../forms/contents.ts'

export type EffectiveConclusion = {
  readonly decision: ExanteEvaluationContent['decision']
  readonly suggested_fen: string | null | undefined
  readonly isOverridden: boolean
}

/** What holds of an evaluation: the panel's conclusion, unless the leader has changed it with a reason. */
export function effectiveConclusion(content: ExanteEvaluationContent): EffectiveConclusion {
  return content.isOverridden
    ? {
        decision: content.overrideDecision,
        suggested_fen: content.overrideSuggested_fen,
        isOverridden: true,
      }
    : { decision: content.decision, suggested_fen: content.suggested_fen, isOverridden: false }
}
