/** Answers of the addresses under /api/targets, and who can be chosen as an owner. */
export type Colleague = { readonly id: string; readonly name: string; readonly title: string }

export type IndicatorInHand = {
  readonly jurisdictionId: string
  readonly indicatorId: string
  readonly recordId: string
  readonly recordTitle: string
  readonly projectId: string
  readonly projectName: string
  readonly unitId: string
  readonly fiscalYear: number
  readonly name: string
  readonly personId: string | null
  readonly personName: string | null
  readonly isLiving: boolean
}

export type QueueOffer = {
  readonly action: string
  readonly title: string
  readonly url: string
  readonly opinion: 'none' | 'optional' | 'required'
  readonly isLegalAct: boolean
  readonly nextHands: readonly string[]
}

/** One sheet that waits for the officer. */
export type QueueItem = {
  readonly recordId: string
  readonly version: number
  readonly kind: string
  readonly kindTitle: string
  readonly stateTitle: string
  readonly jurisdictionId: string
  readonly fiscalYear: number
  readonly projectId: string | null
  readonly name: string
  readonly organisationName: string | null
  readonly amount_fen: string | null
  readonly since: string
  readonly dueOn: string | null
  readonly errors: number | null
  readonly warnings: number | null
  readonly doctor: number | null
  readonly risks: readonly string[]
  readonly forward: QueueOffer
  readonly back: QueueOffer | null
}
export type QueueSort = 'findings' | 'risk' | 'amount' | 'due'
export type ReviewQueue = {
  readonly items: readonly QueueItem[]
  readonly total: number
  readonly amount_fen: string
}

/** A point somebody raised about a target sheet. */
export type ReviewFinding = {
  readonly recordId: string
  readonly raisedBy: string
  readonly place: string
  readonly text: string
  readonly reply: string
  readonly stateTitle: string
  readonly closedBy: string | null
}

export type OfficeTarget = {
  readonly recordId: string
  readonly kind: string
  readonly kindTitle: string
  readonly organisationName: string
  readonly policyName: string | null
  readonly amount_fen: string | null
  readonly stateTitle: string
  readonly isFinal: boolean
  readonly dueOn: string | null
}
export type OfficeTargets = {
  readonly items: readonly OfficeTarget[]
  readonly canBeginWhole: boolean
  readonly canBeginPolicy: boolean
}

export type RoundLine = {
  readonly recordId: string
  readonly title: string
  readonly isDeclaring: boolean
  readonly opensOn: string | null
  readonly closesOn: string | null
  readonly stateTitle: string
  readonly daysLeft: number | null
  readonly declared: number
  readonly late: number
  readonly amount_fen: string
}
export type Rounds = {
  readonly items: readonly RoundLine[]
  readonly current: string | null
  readonly daysLeft: number | null
  readonly next: string | null
  readonly nextOpensOn: string | null
  readonly canBegin: readonly { readonly roundType: string; readonly title: string }[]
}
export type OutOfStep = {
  readonly checked: number
  readonly items: readonly {
    readonly projectId: string
    readonly projectName: string
    readonly unitName: string
    readonly targetId: string | null
    readonly budgetId: string | null
    readonly findings: readonly { readonly ruleId: string; readonly message: string }[]
  }[]
}
