import { openProduct, type ProductStorage } from '../product.ts'
import { planDays } from './calendar.ts'
import { castOf } from './cast.ts'
import { noteDemo, populate } from './populate.ts'
import { readDemo } from './read-demo.ts'
import { makeWalk, type Walk } from './walk.ts'

export type DemoBuilding = {
  /** what every account of the demonstration signs in with */
  readonly password: string
  /** sentences for the person at the terminal */
  readonly say?: (sentence: string) => void
}

/** Written when everything is there; without it a build was interrupted. */
export const FINISHED = 'demo.finish'

/**
 * Builds the demonstration in an empty database by doing what people do: every step runs a use case
 * in somebody's post, on the day of the demonstration's calendar.
 * @throws DomainError when a step is refused: then story and rules do not fit
 */
export async function buildDemo(storage: ProductStorage, { password, say = () => undefined }: DemoBuilding) {
  const clock = makeClock()
  const product = await openProduct(storage, { clock: clock.now, isDemo: true })
  const data = readDemo()
  const residents = await populate(product, castOf(data, product.divisions), password)
  say(`已建立${product.divisions.length - 1}个市、县(区)的演示机构和人员。`)
  const walks = new Map<string, Walk>(
    data.stories.map((story) => [story.key, makeWalk(product, residents, story, clock.today)]),
  )
  let month = ''
  for (const { story, step, day } of planDays(data.stories, data.calendar)) {
    if (!day.startsWith(month) || month === '') {
      month = day.slice(0, 7)
      say(`办理到${Number(month.slice(0, 4))}年${Number(month.slice(5))}月……`)
    }
    clock.setDay(day)
    await takeStep(walks.get(story.key) as Walk, step.take)
  }
  await noteDemo(product.db, product.services.newId(), FINISHED, '演示数据建立完毕')
  say(`演示数据已建好,共${data.stories.length}个项目。`)
}

async function takeStep(walk: Walk, take: (walk: Walk) => Promise<void>): Promise<void> {
  try {
    await take(walk)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`${walk.story.key}, ${take.name}: ${why}`, { cause: error })
  }
}

/** A clock that is set to a day and then goes on by a minute each time somebody looks at it. */
function makeClock() {
  let day = '2022-08-01'
  let minutes = 0
  return {
    setDay(next: string) {
      if (next !== day) minutes = 0
      day = next
    },
    today: () => day,
    now() {
      minutes += 1
      // Nine in the morning in China; a busy day stays a day.
      return new Date(Date.parse(`${day}T01:00:00Z`) + Math.min(minutes, 840) * 60_000)
    },
  }
}
