import { disclosure } from '../../domain/results/index.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import type { AlarmStage } from '../../domain/results/checks/index.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct } from '../records/act.ts'
import type { RecordData } from '../records/record-data.ts'
import { checkDisclosureContent } from './disclosure-behaviour.ts'
import { completeCheck, completePublication, copyPublication, publicFindings } from './public-result.ts'

const gateAt =
  (stage: AlarmStage) =>
  async (context: Context, data: RecordData): Promise<Finding[]> => [
    ...(await checkDisclosureContent(context, data)),
    ...(await publicFindings(context, data, stage)),
  ]

/** 提交公开稿: places that look personal or secret are covered, withheld, or claimed to be false alarms. */
export const proposeDisclosure = defineAct(disclosure, 'propose', {
  gate: gateAt('claimed'),
  // What was agreed to before a return was agreed to of another draft.
  complete: async (_context, { content }) => ({ ...content, agreed: [] }),
})

/** 核查通过: the second person has given a reason of their own for every false alarm. */
export const checkDisclosure = defineAct(disclosure, 'check', {
  gate: (context, data) => publicFindings(context, data, 'agreed'),
  complete: completeCheck,
})

/** 批准公开: what is public is copied into its own room, and its digest sealed, in the same transaction. */
export const publishDisclosure = defineAct(disclosure, 'publish', {
  gate: gateAt('agreed'),
  complete: completePublication,
  effect: copyPublication,
})
