import type { ResultsTaskContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import type { Recovering } from '../../domain/results/compute/index.ts'
import { findFen } from '../../domain/shared/money.ts'

/** Money of a task: to come back, reported and verified. */
export function recoveringOf({ content }: { readonly content: Content }): Recovering {
  const { recover_fen, recovered_fen, verifiedRecovered_fen } = content as ResultsTaskContent
  return {
    claimed_fen: findFen(recover_fen) ?? 0n,
    recovered_fen: findFen(recovered_fen) ?? 0n,
    verified_fen: findFen(verifiedRecovered_fen) ?? 0n,
  }
}
