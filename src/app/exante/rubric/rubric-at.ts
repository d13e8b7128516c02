import { exanteRubric } from '../../../domain/exante/index.ts'
import {
  defaultRubric,
  findVersionAt,
  type Rubric,
  rubricOf,
  type RubricSubject,
  type RubricVersion,
} from '../../../domain/exante/index.ts'
import type { ExanteEvaluationContent, ExanteRubricContent } from '../../../domain/forms/contents.ts'
import { dayOf } from '../../../domain/workflow/sentences.ts'
import { findRecords } from '../../../storage/record-repository.ts'
import type { Context } from '../../kernel/context.ts'
import type { RecordData } from '../../records/record-data.ts'

/** The approved versions of a place. */
export async function findVersions(context: Context, jurisdictionId: string): Promise<RubricVersion[]> {
  const records = await findRecords(context.db, { jurisdictionId, kind: exanteRubric.kind })
  // Approved is final: since when it is so is when it was approved.
  return records
    .filter(({ state }) => state === 'approved')
    .map(({ id, stateSince, content }) => ({
      recordId: id,
      approvedAt: stateSince,
      content: content as ExanteRubricContent,
    }))
}

type Asked = {
  readonly jurisdictionId: string
  readonly fiscalYear?: number
  readonly subject: RubricSubject
  /** The moment scoring is, or was, opened. */
  readonly at: string
}

/** The rubric of a place at a moment: its own approved version, else the one the rules give. */
export async function rubricAt(context: Context, asked: Asked): Promise<Rubric> {
  const { jurisdictionId, fiscalYear, subject, at } = asked
  const day = dayOf(at)
  const own = findVersionAt(await findVersions(context, jurisdictionId), subject, { day, at })
  if (own) return rubricOf(own.content)
  const moment = { date: day, jurisdiction: jurisdictionId, ...(fiscalYear ? { fiscalYear } : {}) }
  const rules = context.rules.at(moment)
  return defaultRubric(subject, rules.value(subject === 'policy' ? 'exante.policy_rubric' : 'exante.rubric'))
}

/**
 * The rubric an evaluation is scored by: that of the moment its scoring was opened, so that an expert who
 * steps in later marks the same lines as the others.
 */
export function rubricOfEvaluation(context: Context, { record, acts, content }: RecordData): Promise<Rubric> {
  const opened = acts.findLast(({ action }) => action === 'open')
  const isOpen = record.state === 'scoring' && opened !== undefined
  return rubricAt(context, {
    jurisdictionId: record.jurisdictionId,
    fiscalYear: record.fiscalYear,
    subject: (content as ExanteEvaluationContent).subject ?? 'project',
    at: isOpen ? opened.actedAt : context.now,
  })
}
