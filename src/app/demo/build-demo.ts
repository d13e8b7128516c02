import { openProduct, type Product, type ProductStorage } from '../product.ts'
import { keepLedgers } from '../ledger/keep-ledgers.ts'
import { type PlannedStep, planPlaces } from './calendar.ts'
import { castOf } from './cast.ts'
import { noteDemo, populate, type Residents } from './populate.ts'
import { type DemoData, readDemo } from './read-demo.ts'
import { reportResults } from './report-results.ts'
import { adoptBlueprint, publishBlueprint } from './roll-out.ts'
import type { Story } from './story.ts'
import { explainRank, publishRanks, setUpProgramme } from './steps/run-programme.ts'
import { makeWalk, type Walk } from './walk.ts'

export type DemoBuilding = {
  /** what every account of the demonstration signs in with */
  readonly password: string
  /** sentences for the person at the terminal */
  readonly say?: (sentence: string) => void
}

/** Written when everything is there; without it a build was interrupted. */
export const FINISHED = 'demo.finish'

/** What a database holds: nothing, the whole demonstration, half of it, or somebody's real data. */
export async function demoState(database: {
  readonly owner: ProductStorage['database']['owner']
}): Promise<'empty' | 'finished' | 'unfinished' | 'other'> {
  const { rows } = await database.owner.query<{ is_demo: boolean; is_finished: boolean }>(
    'select is_demo, exists (select 1 from audit where use_case = $1) as is_finished from installation',
    [FINISHED],
  )
  const [installation] = rows
  if (!installation) return 'empty'
  if (!installation.is_demo) return 'other'
  return installation.is_finished ? 'finished' : 'unfinished'
}

/**
 * Builds the demonstration in an empty database by doing what people do: every step runs a use case
 * in somebody's post, on the day of the demonstration's calendar. The places work side by side.
 * @throws Error when a step is refused: then story and rules do not fit
 */
export async function buildDemo(storage: ProductStorage, { password, say = () => undefined }: DemoBuilding) {
  const product = await openProduct(storage, { isDemo: true })
  const data = readDemo()
  const residents = await populate(product, castOf(data, product.divisions), password)
  say(`已建立${product.divisions.length - 1}个市、县（区）的演示机构和人员，各地开始办理……`)
  const region = { product, residents, stories: data.stories }
  await takeOnDay(region, data.places.main, PROGRAMME_DAY, [setUpProgramme])
  const places = planPlaces(data.stories, data.calendar)
  let done = 0
  await Promise.all(
    places.map(async (steps) => {
      await walkPlace(product, residents, steps)
      done += 1
      say(`${nameOf(product, steps)}办理完毕（${done}/${places.length}）。`)
    }),
  )
  await takeOnDay(region, data.places.other, data.calendar.today, [publishRanks, explainRank])
  await closeYear(product, residents, data)
  await rollOutBlueprint(product, data, residents)
  say('自治区已发布规范管理蓝本，一个县已采用。')
  await sealDemo(storage, product, data.calendar.today)
  await noteDemo(product.db, product.services.newId(), FINISHED, '演示数据建立完毕')
  say(`演示数据已建好，共${data.stories.length}个项目。`)
}

/** The plan was printed on the third; the region sets it up before anybody begins. */
const PROGRAMME_DAY = '2022-08-05'

/** What the region does for all places, told by the story of one. */
async function takeOnDay(
  { product, residents, stories }: { product: Product; residents: Residents; stories: readonly Story[] },
  place: string,
  day: string,
  steps: readonly ((walk: Walk) => Promise<void>)[],
): Promise<void> {
  const story = stories.find(({ jurisdiction }) => jurisdiction === place)
  if (!story) throw new Error(`demonstration: nothing happens in ${place}`)
  const clock = makeClock()
  clock.setDay(day)
  const services = { ...product.services, clock: clock.now }
  const walk = makeWalk({ ...product, services }, residents, story, clock.today)
  for (const step of steps) await takeStep(walk, step)
}

/** A checkpoint of every ledger on the last day, so that what is public carries its proof. */
async function sealDemo(storage: ProductStorage, product: Product, today: string): Promise<void> {
  const clock = () => new Date(`${today}T10:00:00+08:00`)
  await keepLedgers(storage.database.owner, { ...product.services, clock })
}

/** After every place is done: the region publishes what it makes of the accepted, another place takes it over. */
async function rollOutBlueprint(
  product: Product,
  { stories, calendar, rollOut }: DemoData,
  residents: Residents,
): Promise<void> {
  const clock = makeClock()
  clock.setDay(calendar.today)
  const services = { ...product.services, clock: clock.now }
  const walkOf = (key: string) => {
    const story = stories.find((one) => one.key === key)
    if (!story) throw new Error(`demonstration: there is no story ${key}`)
    return makeWalk({ ...product, services }, residents, story, clock.today)
  }
  await publishBlueprint(walkOf(rollOut.from), rollOut)
  await adoptBlueprint(walkOf(rollOut.use.by), rollOut)
}

/** One place's people at work, day after day by a clock of their own. */
async function walkPlace(
  product: Product,
  residents: Residents,
  steps: readonly PlannedStep[],
): Promise<void> {
  const clock = makeClock()
  const services = { ...product.services, clock: clock.now }
  const walks = new Map<Story, Walk>()
  for (const { story, step, day } of steps) {
    clock.setDay(day)
    const walk = walks.get(story) ?? makeWalk({ ...product, services }, residents, story, clock.today)
    walks.set(story, walk)
    await takeStep(walk, step.take)
  }
}

/** After every place: the reports to those who oversee. */
async function closeYear(
  product: Product,
  residents: Residents,
  { places, stories, reports }: DemoData,
): Promise<void> {
  const story = stories.find(({ jurisdiction, results }) => jurisdiction === places.main && results)
  if (!story) throw new Error('demonstration: no story of the main place has results to report')
  const clock = makeClock()
  const services = { ...product.services, clock: clock.now }
  await reportResults(
    makeWalk({ ...product, services }, residents, story, clock.today),
    reports,
    clock.setDay,
  )
}

function nameOf({ divisions }: Product, steps: readonly PlannedStep[]): string {
  return divisions.find(({ id }) => id === steps[0]?.story.jurisdiction)?.name ?? ''
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
