import type { DateText } from '../../domain/shared/dates.ts'
import type { DemoCalendar } from './read-demo.ts'
import type { Story } from './story.ts'
import { type Step, stepsOf } from './way.ts'

export type PlannedStep = { readonly story: Story; readonly step: Step; readonly day: DateText }

/**
 * Every step on its day, place by place: the stories of one place are walked through its weeks
 * together, so that its document numbers follow each other as they would.
 * @throws when a story goes back in time or beyond the demonstration's last day
 */
export function planPlaces(stories: readonly Story[], calendar: DemoCalendar): PlannedStep[][] {
  const places = new Set(stories.map(({ jurisdiction }) => jurisdiction))
  return [...places].map((place) =>
    planDays(
      stories.filter((story) => story.jurisdiction === place),
      calendar,
    ),
  )
}

/** The same for any stories, all in one row. */
export function planDays(stories: readonly Story[], calendar: DemoCalendar): PlannedStep[] {
  const planned = stories.flatMap((story) => {
    const steps = stepsOf(story).map((step) => ({ story, step, day: dayOf(story, step, calendar) }))
    for (const [index, { step, day }] of steps.entries()) {
      const before = steps[index - 1]?.day ?? day
      if (day < before || day > calendar.today) throw new Error(`${story.key}: ${step.take.name} on ${day}`)
    }
    return steps
  })
  return planned.toSorted((a, b) => a.day.localeCompare(b.day))
}

function dayOf({ key, days, fiscalYear }: Story, { take }: Step, { steps }: DemoCalendar): DateText {
  const own = days?.[take.name]
  if (own) return own
  const [years, day] = steps[take.name]?.split(' ') ?? []
  if (years === undefined || day === undefined) throw new Error(`${key}: no day for ${take.name}`)
  return `${fiscalYear + Number(years)}-${day}`
}
