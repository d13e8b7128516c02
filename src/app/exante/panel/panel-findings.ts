import {
  checkExpertsNamed,
  checkIndependence,
  checkLeadExpert,
  checkPanelDrawn,
  conflictChecks,
  findConflicts,
} from '../../../domain/exante/checks/index.ts'
import { exanteDraw } from '../../../domain/exante/index.ts'
import type { ExanteDrawContent, ExanteEvaluationContent } from '../../../domain/forms/contents.ts'
import { found } from '../../../domain/shared/check.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import type { Context } from '../../kernel/context.ts'
import { findLatestRecord, type RecordData } from '../../records/record-data.ts'
import { rulesOf } from '../../records/rules-of.ts'
import { findExpertFacts, findRegister, judgedProject } from './expert-facts.ts'

/** Whether the panel may score: enough, drawn where drawn, one of them leading, nobody with a conflict. */
export async function panelFindings(context: Context, data: RecordData): Promise<Finding[]> {
  const content = data.content as ExanteEvaluationContent
  const rules = rulesOf(context, data)
  const names = [data.project?.unitName ?? '', data.project?.departmentName ?? '']
  return [
    ...checkExpertsNamed(content, rules),
    ...checkIndependence(content, names),
    ...checkLeadExpert(content),
    ...checkPanelDrawn(content, await drawOf(context, data), rules.value('exante.expert_selection').value),
    ...(await conflictFindings(context, data)),
  ]
}

/** The draw that decides the panel; one that was given up decides nothing. */
async function drawOf(context: Context, { project }: RecordData) {
  const draw = project && (await findLatestRecord(context, project, exanteDraw.kind))
  if (!draw || draw.record.state === 'refused') return undefined
  const { panel } = draw.content as ExanteDrawContent
  const people = (panel ?? []).flatMap(({ person }) => (person ? [person] : []))
  return { state: draw.record.state, people }
}

/** Grounds found in register, accounts and project, expert by expert. */
async function conflictFindings(context: Context, data: RecordData): Promise<Finding[]> {
  const { project, record } = data
  const rows = (data.content as ExanteEvaluationContent).experts ?? []
  const people = rows.flatMap(({ person }) => (person ? [person] : []))
  if (!project || people.length === 0 || context.scope !== 'jurisdiction') return []
  const register = await findRegister(context, project.jurisdictionId)
  const facts = await findExpertFacts(context, project, people, register, record.id)
  const judged = await judgedProject(context, project, record.id)
  const rules = rulesOf(context, data)
  return rows.flatMap(({ person }, row) => {
    const expert = facts.find((one) => one.person === person)
    const conflicts = expert ? findConflicts(expert, judged, rules) : []
    return conflicts.flatMap(({ ruleId, reason }) => {
      const header = conflictChecks.find(({ id }) => id === ruleId)
      const message = `第 ${row + 1} 名专家${expert?.name ?? ''}${reason}，应当回避，请更换。`
      const where = { section: 'experts', field: 'experts', row, column: 'person' }
      return header ? [found(header, message, where)] : []
    })
  })
}
