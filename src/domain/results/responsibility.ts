/**
 * 谁干事谁花钱，谁花钱谁担责 (plan 三(五)): which acts of a project make somebody answerable, and for what. The
 * record says who did it; it punishes nobody.
 */
export const DUTIES = {
  declared: '申报',
  reviewed: '审核',
  approved: '批准',
  spent: '实施和花钱',
  evaluated: '评价',
  rectified: '整改',
  verified: '核实',
} as const
export type Duty = keyof typeof DUTIES

const DUTY_OF_ACT: Readonly<Record<string, Duty>> = {
  'exante.evaluation.submit': 'declared',
  'exante.evaluation.conclude': 'reviewed',
  'exante.evaluation.approve': 'approved',
  'targets.sheet.declare': 'declared',
  'targets.sheet.review': 'reviewed',
  'targets.sheet.recheck': 'reviewed',
  'targets.sheet.approve': 'approved',
  'targets.adjustment.approve': 'approved',
  'project.budgetLine.apply': 'declared',
  'project.budgetLine.arrange': 'approved',
  'project.budgetLine.permit': 'approved',
  'project.budgetLine.approve': 'approved',
  'monitoring.round.submit': 'spent',
  'monitoring.round.review': 'reviewed',
  'monitoring.finding.notify': 'approved',
  'monitoring.finding.report': 'rectified',
  'monitoring.finding.verify': 'verified',
  'evaluation.self.submit': 'spent',
  'evaluation.self.review': 'reviewed',
  'evaluation.self.confirm': 'verified',
  'evaluation.finance.finalise': 'evaluated',
  'evaluation.finance.confirm': 'approved',
  'evaluation.department.confirm': 'evaluated',
  'results.notice.issue': 'approved',
  'results.task.plan': 'rectified',
  'results.task.report': 'rectified',
  'results.task.review': 'reviewed',
  'results.task.verify': 'verified',
  'results.taskChange.grant': 'approved',
  'results.budgetDecision.decide': 'approved',
  'results.followUp.assess': 'verified',
}

/** What an act makes its author answer for; nothing for acts that only move papers. */
export function dutyOfAct(kind: string, action: string): Duty | undefined {
  return DUTY_OF_ACT[`${kind}.${action}`]
}

export type AnswerableAct = {
  readonly duty: Duty
  readonly personId: string
  readonly personName: string
  readonly roleTitle: string
  readonly organisationName: string
  /** What was done, as the workflow names it. */
  readonly act: string
  readonly actedOn: string
}

/** A person with everything they answer for, in the order of duties; whoever acted first comes first. */
export type AnswerablePerson = {
  readonly personName: string
  readonly organisationName: string
  readonly duties: readonly { readonly duty: Duty; readonly acts: readonly string[] }[]
}

/** The acts of a project person by person. */
export function groupByPerson(acts: readonly AnswerableAct[]): AnswerablePerson[] {
  const keyOf = (act: AnswerableAct) => `${act.personId}\n${act.organisationName}`
  return [...new Set(acts.map(keyOf))].map((key) => {
    const own = acts.filter((act) => keyOf(act) === key)
    const duties = (Object.keys(DUTIES) as Duty[]).flatMap((duty) => {
      const done = own.filter((act) => act.duty === duty).map(({ act, actedOn }) => `${actedOn} ${act}`)
      return done.length > 0 ? [{ duty, acts: done }] : []
    })
    const { personName = '', organisationName = '' } = own[0] ?? {}
    return { personName, organisationName, duties }
  })
}
