import { checkDeclaration, checkMembers, EVA_113 } from '../../../domain/evaluation/checks/index.ts'
import { groupPledge } from '../../../domain/evaluation/index.ts'
import type { EvaluationGroupPledgeContent } from '../../../domain/forms/contents.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import type { ParameterReader } from '../../../domain/rules/parameter-values.ts'
import { findOwnConflicts, groundsOf } from '../../exante/index.ts'
import type { Context } from '../../kernel/context.ts'
import { type ActUseCase, defineAct } from '../../records/act.ts'
import type { RecordBehaviour } from '../../records/behaviour.ts'
import type { RecordData } from '../../records/record-data.ts'
import { rulesOf } from '../../records/rules-of.ts'
import { declaredConflict } from '../../../domain/evaluation/checks/index.ts'
import { notePledge } from './group.ts'
import { groupPledgeDocument } from './pledge-document.ts'

const MISSING = '请阅读承诺书并勾选“本人已阅读并承诺”，承诺后才能填写评价内容。'

/** 申报并承诺: the member's word, frozen; from here on the evaluation is open to them. */
const pledge = defineAct(groupPledge, 'pledge', {
  gate: async (context, data) => [
    ...declarationFindings(context, data),
    ...(await registeredFindings(context, data)),
  ],
  effect: async (context, data) => notePledge(context, data, context.actor.personId),
})

export const pledgeActs: readonly ActUseCase[] = [pledge, defineAct(groupPledge, 'recuse')]

export const groupPledgeBehaviour: RecordBehaviour = {
  kind: groupPledge.kind,
  documents: { 'group-pledge': groupPledgeDocument },
  assess: async (context, data) => {
    const { explanation } = declaredConflict(contentOf(data), context.today, rulesOf(context, data))
    const isOwn = contentOf(data).member === context.actor.personId
    return {
      findings: data.record.state === 'asked' && isOwn ? declarationFindings(context, data) : [],
      explanations: { hasKinship: explanation },
      figures: { hasKinship: explanation.result },
    }
  },
}

const contentOf = ({ content }: RecordData) => content as EvaluationGroupPledgeContent

function declarationFindings(context: Context, data: RecordData): Finding[] {
  const rules: ParameterReader = rulesOf(context, data)
  return checkDeclaration(contentOf(data), context.today, rules, { rule: EVA_113, missing: MISSING })
}

/** An expert's own entry in the register of the place, which whoever named them may not have seen. */
async function registeredFindings(context: Context, data: RecordData): Promise<Finding[]> {
  const { project, record } = data
  if (!project || context.actor.role !== 'expert') return []
  const conflicts = await findOwnConflicts(
    context,
    project,
    record.subjectId ?? undefined,
    rulesOf(context, data),
  )
  const grounds = groundsOf(conflicts)
  return checkMembers([{ row: 0, name: context.actor.personName, grounds }]).map((one) => ({
    ...one,
    message: `系统核对到：${grounds.join('；')}。按规定应当回避，请办理“申报回避”。`,
    where: { section: 'declaration', field: 'hadTie' },
  }))
}
