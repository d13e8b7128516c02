import { PLAN_STAGES, type PlanStage } from '../../workflow/record-kind.ts'
import { dayOf } from '../../workflow/sentences.ts'
import type { AccountSource, AccountRecord } from '../story/tell-account.ts'
import { tellStageRecords } from '../story/tell-stage.ts'
import type { ToldParts, ToldRecord } from '../story/told.ts'
import { allOf, type CaseRecord, type ConsistencyCase, newestOf } from './case.ts'

/** The stage reports there are, in the order of the plan. */
export function stageReportsOf(
  given: ConsistencyCase,
): { readonly stage: PlanStage; readonly report: CaseRecord }[] {
  return PLAN_STAGES.flatMap((stage) => {
    const report = allOf(given, 'pilot.stageReport').findLast(({ content }) => content['stage'] === stage)
    return report ? [{ stage, report }] : []
  })
}

/** What a stage report has to tell: from what was fixed when it became official, else from the present. */
export function retellStage(given: ConsistencyCase, stage: PlanStage, report: CaseRecord): ToldParts {
  const until = momentOf(report, 'approve')
  const records = given.records.filter(({ projectId }) => projectId !== null)
  return tellStageRecords(
    stage,
    records.map((record) => asOf(record, until)),
    (id) => given.names[id],
  )
}

/** The records an account of the project is told from, as they stood at a moment. */
export function accountOf(given: ConsistencyCase, until: string | undefined): AccountSource {
  const newest = (kind: string): AccountRecord | undefined => {
    const record = newestOf(given, kind)
    return record && asOf(record, until)
  }
  const published = newestOf(given, 'targets.sheet')?.versions.find(({ action }) => action === 'publish')
  const disclosedOn = published?.content['disclosedOn']
  return {
    project: given.project,
    sheet: newest('targets.sheet'),
    line: newest('project.budgetLine'),
    self: newest('evaluation.self'),
    finance: newest('evaluation.finance'),
    decision: newest('results.budgetDecision'),
    tasks: allOf(given, 'results.task').map((task) => asOf(task, until)),
    rules: given.rulesAt(until?.slice(0, 10) ?? newestDay(given)),
    firstDisclosedOn: typeof disclosedOn === 'string' ? disclosedOn : null,
  }
}

/** When an act was last done. */
export function momentOf({ acts }: Pick<CaseRecord, 'acts'>, action: string): string | undefined {
  return acts.findLast((act) => act.action === action)?.actedAt
}

function asOf(record: CaseRecord, until: string | undefined): ToldRecord {
  if (until === undefined) return record
  const acts = record.acts.filter(({ actedAt }) => actedAt <= until)
  const version = record.versions.findLast(({ frozenAt }) => frozenAt <= until)
  return {
    ...record,
    acts,
    state: acts.at(-1)?.toState ?? record.kind.workflow.initial,
    content: version?.content ?? record.content,
  }
}

/** The day something was last done on the project. */
export function newestDay({ records }: ConsistencyCase): string {
  return dayOf(
    records
      .flatMap(({ acts }) => acts.map(({ actedAt }) => actedAt))
      .toSorted()
      .at(-1) ?? '',
  )
}
