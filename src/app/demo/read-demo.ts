import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse, type ScalarTag } from 'yaml'
import { parseWanYuan, toFenText } from '../../domain/shared/money.ts'
import type { DateText } from '../../domain/shared/dates.ts'
import type { Role } from '../../domain/org/roles.ts'
import type { DemoReports } from './report-results.ts'
import { type PastYears, pastStories } from './past-stories.ts'
import type { RollOut } from './roll-out.ts'
import type { Story } from './story.ts'

export const DEMO_FOLDER = path.join(import.meta.dirname, '../../../demo')

export type DemoBody = {
  readonly kind: string
  readonly name: string
  readonly jurisdiction: string
  readonly prefix?: string
}

export type DemoPerson = {
  readonly part: string
  readonly role: Role
  readonly body: string
  readonly title: string
  readonly account?: string
  readonly employer?: string
  readonly field?: string
}

/** `demo/places.yaml`: bodies and people that are there before anything happens. */
export type DemoPlaces = {
  /** Where the accounts of the county are; the complete project is here. */
  readonly main: string
  /** The one other county somebody can sign in to. */
  readonly other: string
  /** Added to every invented body's name, wherever it is shown or printed. */
  readonly mark: string
  /** jurisdiction → the word that begins the numbers of its documents */
  readonly words: Readonly<Record<string, string>>
  readonly bodies: Readonly<Record<string, DemoBody>>
  readonly people: readonly DemoPerson[]
  /** People added later: named last, so that everybody else keeps their name. */
  readonly more: readonly DemoPerson[]
  readonly bureau: readonly {
    readonly part: string
    readonly role: Role
    readonly title: string
    readonly account: string
  }[]
  readonly names: { readonly surnames: readonly string[]; readonly given: readonly string[] }
}

export type DemoCalendar = {
  /** The day the demonstration begins with when everything is built. */
  readonly today: DateText
  /** step → `-1 08-08`: year counted from the budget year, month and day */
  readonly steps: Readonly<Record<string, string>>
}

export type DemoData = {
  readonly places: DemoPlaces
  readonly calendar: DemoCalendar
  readonly stories: readonly Story[]
  readonly reports: DemoReports
  /** What follows when the pilots are accepted. */
  readonly rollOut: RollOut
}

/** `!wan 3750` is 3750 万元, kept as the text of its fen like every amount in content. */
const wan: ScalarTag = { tag: '!wan', resolve: (text) => toFenText(parseWanYuan(text)) }

/** Everything the demonstration is made from. @throws when a file is missing or not YAML */
export function readDemo(folder = DEMO_FOLDER): DemoData {
  const read = (file: string): unknown =>
    parse(readFileSync(path.join(folder, file), 'utf8'), { customTags: [wan] })
  const files = readdirSync(path.join(folder, 'projects')).filter((file) => file.endsWith('.yaml'))
  return {
    places: read('places.yaml') as DemoPlaces,
    calendar: read('calendar.yaml') as DemoCalendar,
    reports: read('reports.yaml') as DemoReports,
    rollOut: read('roll-out.yaml') as RollOut,
    stories: [
      ...files.sort().map((file) => ({
        ...(read(`projects/${file}`) as Omit<Story, 'key'>),
        key: file.replace(/\.yaml$/, ''),
      })),
      ...pastStories(read('past-years.yaml') as PastYears),
    ],
  }
}
