import { Type } from 'typebox'
import { DomainError } from '../../domain/shared/errors.ts'
import type { HotLane } from '../../storage/hot-lane.ts'
import { readMonitorOverview, readMonitorPoints } from '../../storage/monitor-repository.ts'
import { checkInput } from '../kernel/run.ts'

const Place = Type.Optional(Type.String({ pattern: '^\\d{6}$' }))
const Year = Type.Integer({ minimum: 2000, maximum: 2100 })
const Month = Type.Integer({ minimum: 1, maximum: 12 })

export const OverviewInput = Type.Object(
  { jurisdiction: Place, year: Year, month: Type.Optional(Month) },
  { additionalProperties: false },
)
export const PointsInput = Type.Object(
  { jurisdiction: Place, year: Year, month: Month },
  { additionalProperties: false },
)

/** What a chart can show and a browser of 2021 can draw at once; the page says how many were left out. */
const MOST_POINTS = 2000

/**
 * 监控总览: a hot read like the project list (docs/adr/0006), so it skips the ordinary runner.
 * @returns JSON text in the shape of `OverviewView`
 * @throws DomainError NOT_SIGNED_IN, INVALID_INPUT
 */
export async function readOverview(hot: HotLane, tokenHash: Buffer, input: unknown): Promise<string> {
  const {
    jurisdiction = null,
    year,
    month = null,
  } = checkInput(OverviewInput, input) as Type.Static<typeof OverviewInput>
  return signedIn(await readMonitorOverview(hot, tokenHash, { place: jurisdiction, year, month }))
}

/**
 * 两项偏差: the points of the chart and the sums by category.
 * @returns JSON text in the shape of `PointsView`
 * @throws DomainError NOT_SIGNED_IN, INVALID_INPUT
 */
export async function readPoints(hot: HotLane, tokenHash: Buffer, input: unknown): Promise<string> {
  const {
    jurisdiction = null,
    year,
    month,
  } = checkInput(PointsInput, input) as Type.Static<typeof PointsInput>
  return signedIn(await readMonitorPoints(hot, tokenHash, { place: jurisdiction, year, month }, MOST_POINTS))
}

function signedIn(said: string | null): string {
  if (said !== null) return said
  throw new DomainError('NOT_SIGNED_IN', '登录已失效，请重新登录；已填写的内容会保留在本机。')
}
