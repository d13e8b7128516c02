import { departmentEngagement, engagement } from '../../../domain/evaluation/index.ts'
import type {
  EvaluationAgencyEntryContent,
  EvaluationEngagementContent,
} from '../../../domain/forms/contents.ts'
import { computeCreditRecord, type CreditEvent } from '../../../domain/org/compute/index.ts'
import { findRecordsOfYear, type RecordRow } from '../../../storage/record-repository.ts'
import type { Context } from '../../kernel/context.ts'

type Event = { readonly kind: CreditEvent; readonly on: string }

/** What commissions of a year say of the institutions: how many each holds, and what went wrong. */
export type PlaceCredit = {
  readonly tasksOf: (place: string, agency: string | null) => { readonly own: number; readonly all: number }
  readonly eventsOf: (place: string, agency: string | null) => readonly Event[]
}

const KINDS = [engagement, departmentEngagement]
const VOID = ['declined', 'cancelled']

/** Read from the commissions the scope reaches; counted per place, because shares are. */
export async function findCredit(context: Context, fiscalYear: number): Promise<PlaceCredit> {
  const each = await Promise.all(
    KINDS.map(({ kind, workflow }) => {
      const states = Object.keys(workflow.states).filter((state) => !VOID.includes(state))
      return findRecordsOfYear(context.db, { kind, fiscalYear, states })
    }),
  )
  const rows = each.flat()
  const ofPlace = (place: string) => rows.filter(({ jurisdictionId }) => jurisdictionId === place)
  const ofAgency = (place: string, agency: string | null) =>
    ofPlace(place).filter(({ organisationId }) => organisationId !== null && organisationId === agency)
  return {
    tasksOf: (place, agency) => ({ own: ofAgency(place, agency).length, all: ofPlace(place).length }),
    eventsOf: (place, agency) => ofAgency(place, agency).flatMap(eventsIn),
  }
}

function eventsIn({ content }: RecordRow): Event[] {
  return ((content as EvaluationEngagementContent).events ?? []).flatMap(({ event, on }) =>
    event && on ? [{ kind: event, on }] : [],
  )
}

/** ORG-006 over the year's commissions and the complaints of the entry, in words; those of any time count. */
export function creditOf(content: EvaluationAgencyEntryContent, events: readonly Event[]): string {
  const complaints = (content.complaints ?? []).flatMap(({ on }) =>
    on ? [{ kind: 'complaint' as const, on }] : [],
  )
  const all = [...events, ...complaints]
  const days = all.map(({ on }) => on).sort()
  const from = days[0]
  const to = days.at(-1)
  if (from === undefined || to === undefined) return '没有不良记录'
  const { counts } = computeCreditRecord({ events: all, from, to })
  return `逾期${counts.late}次，返工${counts.redo}次，投诉${counts.complaint}次`
}
