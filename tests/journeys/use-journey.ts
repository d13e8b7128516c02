import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CastPerson } from '../../src/app/demo/cast.ts'
import { planDays } from '../../src/app/demo/calendar.ts'
import type { Step } from '../../src/app/demo/way.ts'
import { browserName, openBrowser, openPage, type WatchedPage } from './browser.ts'
import { type Desk, makeDesk } from './desk.ts'
import { enterProject } from './enter-project.ts'
import { makePageWalk, type PageWalk } from './page-walk.ts'
import { makeSight, type Sight } from './sight.ts'
import { PASSWORD, type Site, useSite } from './site.ts'

export type Journey = {
  readonly site: Site
  readonly desk: Desk
  readonly walk: PageWalk
  readonly sight: Sight
  /** Whoever has signed in so far. */
  readonly people: ReadonlySet<string>
  /** Goes the named steps of the story, each on its day. */
  go(...steps: readonly string[]): Promise<void>
  /** One sentence of the journey. After one that failed the others say that they were not reached. */
  step(sentence: string, walked: () => Promise<void>): void
}

function withAccount(person: CastPerson): CastPerson {
  return { ...person, account: person.account ?? person.key.replaceAll('/', '.') }
}

/** What was on the screen when a step failed: `var/test/journey-….png`. */
async function keepPicture({ page }: WatchedPage): Promise<void> {
  const file = path.join(import.meta.dirname, `../../var/test/journey-${browserName()}.png`)
  await page.screenshot({ path: file }).catch(() => undefined)
}

/**
 * One story of the demonstration (`demo/projects`) walked through the pages by its people, on an
 * otherwise empty product. Every step of the journey ends with a clean console and no refused request.
 */
export function useJourney(key: string): Journey {
  // A draw may bring anybody of the register to the desk.
  const site = useSite((cast) => ({ ...cast, people: cast.people.map(withAccount) }))
  const people = new Set<string>()
  const plan = new Map<string, { readonly day: string; readonly take: Step['take'] }>()
  let opened: { browser: Browser; watched: WatchedPage; desk: Desk; walk: PageWalk; sight: Sight } | undefined
  let broken: string | undefined

  beforeAll(async () => {
    const browser = await openBrowser()
    const watched = await openPage(browser, site.address)
    const desk = makeDesk(watched.page, site.address, PASSWORD, (account) => people.add(account))
    const story = site.data.stories.find((one) => one.key === key)
    if (!story) throw new Error(`no story ${key}`)
    opened = {
      browser,
      watched,
      desk,
      walk: makePageWalk(desk, site, story),
      sight: makeSight(desk),
    }
    for (const { step, day } of planDays([story], site.data.calendar))
      plan.set(step.take.name, { day, take: step.take })
  }, 120_000)
  afterAll(() => opened?.browser.close())

  const now = () => {
    if (!opened) throw new Error('a journey exists only inside tests and after beforeAll')
    return opened
  }
  return {
    site,
    people,
    get desk() {
      return now().desk
    },
    get walk() {
      return now().walk
    },
    get sight() {
      return now().sight
    },
    async go(...steps) {
      const { walk, desk } = now()
      for (const name of steps) {
        const planned = plan.get(name)
        if (!planned) throw new Error(`the story ${key} has no step ${name}`)
        site.setDay(planned.day)
        if (name === 'enterProject') await enterProject(walk, desk)
        else await planned.take(walk)
      }
    },
    step(sentence, walked) {
      it(sentence, async () => {
        if (broken !== undefined) throw new Error(`not reached: “${broken}” failed before`)
        try {
          await walked()
          expect(now().watched.faults).toEqual([])
          expect(now().watched.refusals).toEqual([])
        } catch (error) {
          broken = sentence
          await keepPicture(now().watched)
          throw error
        }
      })
    },
  }
}
