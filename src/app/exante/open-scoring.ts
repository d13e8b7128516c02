import { checkMaterials } from '../../domain/exante/checks/index.ts'
import { EXA_103 } from '../../domain/exante/checks/raters.ts'
import { exanteEvaluation, exanteScoreSheet, type Rubric } from '../../domain/exante/index.ts'
import type { ExanteEvaluationContent } from '../../domain/forms/contents.ts'
import type { ParameterValues } from '../../domain/rules/parameter-values.ts'
import { foundIf } from '../../domain/shared/check.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { findRaters, insertAssignment } from '../../storage/assignment-repository.ts'
import { insertScores } from '../../storage/score-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct } from '../records/act.ts'
import { beginRecord } from '../records/begin-record.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { panelFindings } from './panel/panel-findings.ts'
import { rubricOfEvaluation } from './rubric/rubric-at.ts'
import { exanteScoreSheetBehaviour } from './score-sheet-behaviour.ts'

/** 组织专家评分: each expert named gets the project in view and a sheet that is theirs alone. */
export const openScoring = defineAct(exanteEvaluation, 'open', {
  gate: async (context, data) => [
    ...checkMaterials(data.content),
    ...(await panelFindings(context, data)),
    ...(await postFindings(context, data)),
  ],
  effect: (context, data) => layOutSheets(context, data, peopleOf(data)),
})

/** The people named as the panel of an evaluation. */
export function peopleOf({ content }: Pick<RecordData, 'content'>): string[] {
  const { experts } = content as ExanteEvaluationContent
  return (experts ?? []).flatMap(({ person }) => (person ? [person] : []))
}

/** An assignment and an empty sheet for each of these people, with the pledge and rubric in force. */
export async function layOutSheets(
  context: Context,
  data: RecordData,
  people: readonly string[],
): Promise<void> {
  const raters = await findRaters(context.db, people, context.today)
  const rules = rulesOf(context, data)
  const rubric = await rubricOfEvaluation(context, data)
  for (const { id, name } of raters)
    await layOutSheet(context, data, { personId: id, name }, rubric, rules.value('exante.pledge').value)
}

/** Whoever holds no post as expert or institution could never sign in to score. */
async function postFindings(context: Context, data: RecordData): Promise<Finding[]> {
  const people = peopleOf(data)
  const able = new Set((await findRaters(context.db, people, context.today)).map(({ id }) => id))
  return people.flatMap((person, row) => {
    const where = { section: 'experts', field: 'experts', row, column: 'person' }
    const message = `第 ${row + 1} 名专家没有在任的专家或机构岗位，请从专家库中重新选择。`
    return foundIf(!able.has(person), EXA_103, message, where)
  })
}

type Pledge = ParameterValues['exante.pledge']
type Rater = { readonly personId: string; readonly name: string }

async function layOutSheet(
  context: Context,
  data: RecordData,
  rater: Rater,
  rubric: Rubric,
  pledge: Pledge,
): Promise<void> {
  const { project, record } = data
  if (!project) return
  const place = { jurisdictionId: project.jurisdictionId, projectId: project.id }
  const id = context.newId()
  await insertAssignment(context.db, { ...place, id, recordId: record.id, personId: rater.personId })
  const sheet = await beginRecord(context, exanteScoreSheet, exanteScoreSheetBehaviour, {
    project,
    subjectId: record.id,
    privateTo: rater.personId,
    content: { rater: rater.personId, pledgeVersion: pledge.version, pledgeText: numbered(pledge.clauses) },
    title: `${exanteScoreSheet.title}（${rater.name}）`,
  })
  await insertScores(context.db, { ...place, recordId: sheet.record.id }, rubricRows(context, rubric))
}

function numbered(clauses: readonly string[]): string {
  return clauses.map((clause, index) => `${index + 1}. ${clause}`).join('\n')
}

/** The lines to mark, as the rubric lists them. */
function rubricRows(context: Context, { items }: Rubric) {
  return items.map((item) => ({ id: context.newId(), ...item }))
}
