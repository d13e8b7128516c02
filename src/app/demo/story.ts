import type { Content, ContentRow } from '../../domain/forms/form.ts'
import type { DateText } from '../../domain/shared/dates.ts'

/** Somebody who takes a step, as the stories call them; `demo/places.yaml` says who that is. */
export type Part =
  | 'unit'
  | 'department'
  | 'business'
  | 'performance'
  | 'leader'
  | `expert${number}`
  | 'agency1'
  | 'agency2'
  | 'province1'
  | 'province2'
  | 'province3'

/**
 * One indicator through its whole life: what was promised, where it stood in summer, what came out.
 * Numbers are copied from a published table; what that table lacks says so in the story's `origin`.
 */
export type IndicatorStory = {
  /** first/second level, such as `output/quantity` */
  readonly level: string
  readonly name: string
  readonly points: number
  /** A number to reach: sign, value, unit. */
  readonly sign?: string
  readonly value?: string | number
  readonly unit?: string
  /** Words to reach (定性) or a yes-no (是否类). */
  readonly words?: string
  readonly isYesNo?: boolean
  /** A day to keep. */
  readonly day?: DateText
  readonly explanation?: string
  /** What is added in each quarter (累计指标), and the value for the whole period. */
  readonly plan?: readonly (number | string)[]
  readonly periodValue?: number | string
  /** In the monitoring round: figure or words, likelihood, causes. */
  readonly summer?: ContentRow
  /** In the self-evaluation: figure, band or day, where it comes from, why it deviates. */
  readonly year?: ContentRow
}

export type Story = {
  readonly key: string
  /** What published table the figures are from, without naming the body that published it. */
  readonly origin: string
  readonly jurisdiction: string
  readonly fiscalYear: number
  readonly unit: string
  readonly department: string
  /** The last step taken; everything told after it has not happened yet. */
  readonly goesTo: string
  /** Days that differ from `demo/calendar.yaml`. */
  readonly days?: Readonly<Record<string, DateText>>
  readonly entry: Content
  readonly selection?: {
    /** criterion → evidence; the others are not met */
    readonly criteria: Readonly<Record<string, string>>
    readonly reason: string
    /** stage → who does it */
    readonly executors: Readonly<
      Record<string, { readonly by: string; readonly agency?: string; readonly note?: string }>
    >
    readonly expectedResults: string
  }
  /** A version of its own that the place gives its rubric before the evaluation: what differs from the default. */
  readonly rubric?: {
    readonly content: Content
    /** dimension → name in the guide the place follows */
    readonly names: Readonly<Record<string, string>>
    /** item code → points */
    readonly points: Readonly<Record<string, number>>
    readonly opinion: string
  }
  /** Whether the unit has written its target down before the evaluation, for others to be compared with. */
  readonly isSketched?: boolean
  readonly exante?: ExanteStory
  /** Experts drawn from the register of the place; without it the story names them itself. */
  readonly panel?: PanelStory
  readonly target?: {
    readonly content: Content
    /** planned spending by quarter, fen */
    readonly quarters: readonly string[]
    readonly indicators: readonly IndicatorStory[]
    readonly opinion: string
  }
  /** A budget round that finance opens for the place in the story's year. */
  readonly round?: Content & { readonly roundType: string }
  /** The department's whole spending in the story's year; `tasks` beside those that are projects. */
  readonly office?: Content & { readonly tasks: readonly ContentRow[] }
  /** A policy of the department in the story's year. */
  readonly policy?: Content
  /** Who advises on the target from outside, and with what words. */
  readonly advice?: { readonly by: Part; readonly opinion: string }
  /** Share of the points of each review line, and lines that differ. */
  readonly review?: {
    readonly share: number
    readonly lines?: Readonly<Record<string, { readonly share: number; readonly opinion: string }>>
    readonly opinion: string
    /** What the others say of a point: its code → grade and words. */
    readonly department?: Readonly<Record<string, ContentRow>>
    readonly thirdParty?: Readonly<Record<string, ContentRow>>
    /** Points raised, replied to and closed before the recheck. */
    readonly points?: readonly {
      readonly by: Part
      readonly place: string
      readonly text: string
      readonly reply: string
    }[]
  }
  /** Sent back to the unit with these words, and what the unit changed then. */
  readonly returned?: { readonly by: Part; readonly opinion: string; readonly change?: Content }
  readonly budget?: { readonly request: Content; readonly control: Content }
  readonly disclosure?: Content
  readonly monitoring?: {
    /** of the fiscal fund, fen */
    readonly funds: Readonly<Record<string, ContentRow>>
    readonly report: Content
    /** By the milestone's id and the item of the extended content: what differs from the template. */
    readonly milestones?: Readonly<Record<string, ContentRow>>
    readonly extended?: Readonly<Record<string, ContentRow>>
    readonly review: string
    readonly visit: ContentRow
    readonly conclusion: Content
  }
  readonly finding?: {
    readonly opinion: Content
    readonly plan: Content
    readonly report: Content
    readonly proof: string
    readonly verification: Content
  }
  /** A change of the approved target: new values by the indicator's name, new money by its item. */
  readonly adjustment?: {
    readonly content: Content
    readonly values: Readonly<Record<string, ContentRow>>
    readonly amounts: Readonly<Record<string, string>>
    readonly quarters: Readonly<Record<string, string>>
    readonly review: string
    readonly recheck: string
  }
  readonly self?: {
    readonly funds: Readonly<Record<string, ContentRow>>
    readonly content: Content
    readonly proof?: { readonly row: number; readonly name: string }
    readonly review: string
    /** What the reviewers enter in their own sections before they pass the form on. */
    readonly recheck?: { readonly department?: Content; readonly finance?: Content }
  }
  /** The register of third-party institutions of the place; body key → entry. */
  readonly agencies?: readonly {
    readonly body: string
    readonly entry: Content
    /** Why suspended, where one is. */
    readonly suspended?: string
  }[]
  readonly finance?: {
    /** Who evaluates: an institution, or a group of the bureau, its leader first. */
    readonly agency?: Part
    readonly group?: readonly { readonly by: Part; readonly task: string }[]
    readonly plan: Content
    /** How the work was done: materials, visits, surveys, scoring standards. */
    readonly work?: Content
    /** Contract of the commission, and points of the report in the order of the lines. */
    readonly contract?: Content
    readonly acceptance?: readonly number[]
    readonly money: Content
    /** item code → points and basis */
    readonly scores: Readonly<Record<string, { readonly points: number; readonly basis: string }>>
    readonly report: Content
    readonly reply: Content
    readonly answer?: Content
  }
  /** 补充公开: what is added to the public result when rectification and decision are there. */
  readonly supplement?: Content
  readonly results?: {
    readonly disclosure: Content
    readonly check: string
    /** requirement type of each problem, in order; `merged`: another problem says the same */
    readonly requirements: readonly string[]
    /** money each problem has to bring back, in order */
    readonly recover?: readonly string[]
    readonly notice: Content
    readonly tasks: readonly TaskStory[]
    readonly decision: Content
    readonly decided: string
  }
  /** 预算测算 of the place: constraints by the project's name, and the plans worked out. */
  readonly whatIf?: {
    readonly name: string
    readonly budgetYear: number
    readonly limits: Readonly<Record<string, Content>>
    readonly plans: readonly {
      readonly name: string
      readonly envelope_fen: string
      readonly performance_bp: number
    }[]
  }
  readonly reports?: {
    /** stage → what people add to the text the product assembled */
    readonly stages?: Readonly<Record<string, Content>>
    readonly integrated: Content
    readonly county: Content
  }
  /** Joint work of the place (四(二)(三)): lead group, a meeting with what it decides, publicity. */
  readonly joint?: {
    readonly group: Content
    readonly meeting: Content
    /** What the department reports on the decision it was given. */
    readonly result: Content
    readonly verification: string
    readonly activities: readonly Content[]
  }
  /** What the region sends back before it inspects, and how the place answers, line by line. */
  readonly correction?: {
    readonly defects: readonly ContentRow[]
    readonly opinion: string
    readonly answers: readonly { readonly answer: string; readonly evidence: string }[]
    readonly checks: readonly string[]
  }
  readonly acceptance?: {
    readonly scores: Readonly<Record<string, { readonly points: number; readonly basis: string }>>
    readonly visit: ContentRow
    readonly opinion: string
  }
}

/** One problem put right, or put off, or let go. */
export type TaskStory = {
  readonly plan?: Content
  readonly report?: Content
  readonly verification?: Content
  /** More time, or no rectification at all: what the unit asks and what the others say. */
  readonly change?: { readonly request: Content; readonly support: string; readonly decision: string }
}

export type PanelStory = {
  /** Everybody in the register of the place. */
  readonly register: readonly {
    readonly part: Part
    readonly entry: Content
    /** Why suspended, where somebody is. */
    readonly suspended?: string
  }[]
  readonly plan: Content
  readonly value: string
  /** How each seat marks, in the order of the seats: who sits there the draw decides. */
  readonly seats: readonly ExanteStory['marks'][string][]
}

export type ExanteStory = {
  readonly plan: Content
  readonly experts: readonly { readonly part: Part; readonly field: string }[]
  /** part → marks; items not named get `mark` */
  readonly marks: Readonly<
    Record<
      string,
      {
        readonly mark: string
        readonly items?: Readonly<Record<string, { readonly mark: string; readonly why: string }>>
        readonly opinion: string
        readonly decision: string
      }
    >
  >
  /** Money of the first year, the same later where nothing grows; `newItemLocalShare_fen` ends with the project. */
  readonly affordability: ContentRow
  /** What grows, by how many per cent a year and on what ground; later years of it stay blank. */
  readonly growth?: readonly ContentRow[]
  readonly fundingNote: string
  /** The lead expert's word, where the scores lie far apart. */
  readonly leadNote?: string
  readonly conclusion: Content
}
