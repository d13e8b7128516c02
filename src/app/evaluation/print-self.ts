import type { DocumentBlocks } from '../../domain/documents/block.ts'
import type { EvaluationSelfContent } from '../../domain/forms/contents.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import { buildSelfEvaluationForm, type SelfFormLayout } from '../../documents/self-evaluation-form.ts'
import type { Context } from '../kernel/context.ts'
import { documentSource, labelled, projectHead, signedOpinions } from '../records/document-input.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { hasRechecked, recheckedScores } from './recheck-self.ts'
import { selfFigures, withSelfFigures } from './self-figures.ts'

/** The words of the place's form, and what finance gave where it has a column for that. */
function layoutOf(rules: ParameterReader, content: EvaluationSelfContent): SelfFormLayout {
  const { budgetLabel, scoreLabel, hasFinanceScore } = rules.value('evaluation.self_form_weights').value
  if (!hasFinanceScore) return { budgetLabel, scoreLabel, financeScores_x100: null }
  const given = recheckedScores(content, 'finance')
  const isDone = hasRechecked(content, 'finance')
  const financeScores_x100 = (content.scores ?? []).map((row, at) =>
    isDone ? (given.get(at) ?? row.score_x100 ?? null) : null,
  )
  return { budgetLabel, scoreLabel, financeScores_x100 }
}

/** 项目支出绩效自评表, with the system's figures as they are now while it is a draft. */
export async function printSelfEvaluation(context: Context, data: RecordData): Promise<DocumentBlocks> {
  if (!data.project) throw new Error(`record ${data.record.id} has no project`)
  const source = await documentSource<EvaluationSelfContent>(context, data, 'self-evaluation-form')
  const isDraft = source.frame.draft !== undefined
  const raw = isDraft
    ? (withSelfFigures(data.content, await selfFigures(context, data)) as EvaluationSelfContent)
    : undefined
  const submitted = data.acts.findLast((act) => act.action === 'submit')
  return buildSelfEvaluationForm({
    frame: source.frame,
    project: projectHead(context, source.project ?? data.project),
    content: raw ? await labelled(context, data, raw) : source.content,
    executionWeight_x100: rulesOf(context, data).value('evaluation.execution_points').value.points_x100,
    layout: layoutOf(rulesOf(context, data), raw ?? source.raw),
    opinions: signedOpinions(data, [
      { title: '主管部门审核意见', action: 'review' },
      { title: '财政部门意见', action: 'confirm' },
    ]),
    submittedOn: submitted ? dayOf(submitted.actedAt) : null,
  })
}
