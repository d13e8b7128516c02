import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'
import { readGivenUp } from './given-up.ts'
import { indicatorsBack } from './indicators-back.ts'
import { proposalOf } from './propose-adoption.ts'
import type { Proposal } from './proposal.ts'
import { rubricsBack } from './rubrics-back.ts'
import { valuesBack } from './values-back.ts'

/**
 * What would change if a place gave up what it took over: from a day on everything is as if it had not been taken
 * over, also what of it has not begun yet. Nothing is deleted; what goes back is a newer version with its own reason.
 * @param undone the approved adoption
 * @param day from which it is given up
 */
export async function proposeUndoing(context: Context, undone: RecordData, day: string): Promise<Proposal> {
  const givenUp = await readGivenUp(context, undone.record, day)
  return proposalOf([
    ...(await valuesBack(context, undone, day, givenUp)),
    ...(await indicatorsBack(context, undone, day, givenUp)),
    ...(await rubricsBack(context, undone, day, givenUp)),
  ])
}
