import { useMemo } from 'react'
import { computeEvaluationPlan } from '../../../domain/exante/compute/evaluation-plan.ts'
import type { ProjectEntryContent } from '../../../domain/forms/contents.ts'
import { dayOf } from '../../../domain/workflow/sentences.ts'
import { Why } from '../../components/why.tsx'
import { useMe } from '../../session.tsx'
import type { ProjectFile } from '../../shapes.ts'
import { zh } from '../../zh.ts'
import { rulesDay, useRuleReader } from '../doctor/use-rule-reader.ts'

const words = zh.exante.duty

/** Whether the project must be evaluated beforehand, by whom and by when, with the reason. */
export function EvaluationDuty({ file }: { readonly file: ProjectFile }) {
  const { today } = useMe()
  const { project, records, acts } = file
  const { query, reader } = useRuleReader(rulesDay(project.fiscalYear, ''), true, project.jurisdictionId)
  const plan = useMemo(() => {
    const evaluation = records.filter(({ kind }) => kind === 'exante.evaluation').pop()
    const approved = acts.find(
      ({ recordId, toState }) => recordId === evaluation?.id && toState === 'approved',
    )
    const { isPolicy } = project.content as ProjectEntryContent
    return (
      reader &&
      computeEvaluationPlan(
        {
          isNew: project.isNew,
          amount_fen: BigInt(project.budget_fen),
          isOnMajorList: project.isMajor,
          isPolicy: isPolicy ?? false,
          budgetYear: project.fiscalYear,
          today,
          concludedOn: approved ? dayOf(approved.actedAt) : null,
        },
        reader,
      )
    )
  }, [reader, project, records, acts, today])
  if (query.isError) return <p role="alert">{words.failed}</p>
  if (!plan) return <p className="muted">{words.loading}</p>
  return (
    <section className={`duty is-${plan.state}`} aria-label={words.title}>
      <h3>
        {words.title}
        <span className="duty-state">{plan.explanation.result}</span>
        <Why explanation={plan.explanation} label={words.title} />
      </h3>
      <p>{plan.explanation.sentence}</p>
      {plan.evaluators.length > 0 && (
        <ol className="duty-steps">
          {plan.evaluators.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
    </section>
  )
}
