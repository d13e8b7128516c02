import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained, Explanation } from '../../shared/explanation.ts'
import { formatWanYuan } from '../../shared/money.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import { type EarnedShare, type PointLine, pointLines, ranked, type WeightedItem } from './weighted-points.ts'

export const PIL_024: RuleHeader = {
  id: 'PIL-024',
  name: '各地试点推进情况排名',
  stage: 'pilot',
  kind: 'compute',
  source: cite('jiheng-default'),
  parameters: ['pilot.place_ranking'],
}

/** What the pilot of a place comes to on a day. */
export type PlaceAccount = {
  readonly id: string
  readonly name: string
  /** Of the list of what must be there. */
  readonly present: number
  readonly items: number
  /** Milestones whose last day has passed, and those of them done by it. */
  readonly due: number
  readonly inTime: number
  readonly budget_fen: string
  /** Nothing while no month was reported. */
  readonly paid_fen: string | null
  /** Lights of the pilot projects that have one. */
  readonly lights: readonly string[]
  /** Of a finished acceptance, out of 100 points; null before it. */
  readonly accepted_x100: number | null
}

export type RankedPlace = PlaceAccount & {
  readonly lines: readonly PointLine[]
  readonly total_x100: number
  readonly rank: number
  readonly isTied: boolean
  readonly explanation: Explanation
}

/**
 * PIL-024: the places of the pilot, furthest on first; equal points share a rank. Only places with a pilot
 * project are ranked.
 */
export function computePlaceRanking(
  given: { readonly places: readonly PlaceAccount[]; readonly items?: readonly WeightedItem[] },
  rules: ParameterReader,
): Explained<{ readonly places: readonly RankedPlace[] }> {
  const parameter = rules.value('pilot.place_ranking')
  const items = given.items ?? parameter.value.items
  const { lights } = parameter.value
  const formula = items
    .map(({ label, weight_x100 }) => `${label}${formatWeight(weight_x100)}分×比例`)
    .join('＋')
  const places = ranked(
    given.places.map((place) => {
      const lines = pointLines(items, ({ id }) => shareOf(id, place, lights))
      return { ...place, lines, total_x100: lines.reduce((sum, line) => sum + line.points_x100, 0) }
    }),
  ).map((place) => ({
    ...place,
    explanation: explain(PIL_024, {
      sentence: `${place.name}得${formatScore(place.total_x100)}分，第${place.rank}名${place.isTied ? '（并列）' : ''}。`,
      inputs: place.lines.map(({ label, points_x100, weight_x100, why }) => ({
        label,
        value: `${formatScore(points_x100)}/${formatWeight(weight_x100)}分（${why}）`,
      })),
      parameters: [parameter],
      formula,
      result: `${formatScore(place.total_x100)}分`,
      rounding: '每项得分保留两位小数，四舍五入',
    }),
  }))
  return {
    places,
    explanation: explain(PIL_024, {
      sentence: `${places.length}个地区按得分排列，得分相同的名次并列。`,
      inputs: places.map(({ name, rank, total_x100 }) => ({
        label: `第${rank}名 ${name}`,
        value: `${formatScore(total_x100)}分`,
      })),
      parameters: [parameter],
      formula,
      result: places[0]?.name ?? '无',
    }),
  }
}

type LightShares = { readonly green_bp: number; readonly yellow_bp: number; readonly red_bp: number }

function shareOf(id: string, place: PlaceAccount, shares: LightShares): EarnedShare {
  const of = (part: number | string, whole: number | string, why: string): EarnedShare => ({
    part: String(part),
    whole: String(whole),
    why,
  })
  switch (id) {
    case 'completeness':
      return of(place.present, place.items, `应有${place.items}项，已有${place.present}项`)
    case 'timeliness':
      return place.due === 0
        ? of(1, 1, '还没有到期的节点')
        : of(place.inTime, place.due, `到期${place.due}个节点，按时完成${place.inTime}个`)
    case 'execution':
      return place.paid_fen === null
        ? of(0, 1, '还没有报送执行数')
        : of(place.paid_fen, place.budget_fen, paidWords(place.paid_fen, place.budget_fen))
    case 'lights':
      return lightShare(place.lights, shares)
    case 'acceptance':
      return place.accepted_x100 === null
        ? of(0, 1, '还没有验收')
        : of(place.accepted_x100, 100_00, `验收得${formatScore(place.accepted_x100)}分`)
    default:
      return of(0, 1, '没有这一项的数据')
  }
}

function paidWords(paid_fen: string, budget_fen: string): string {
  return `已支付${formatWanYuan(paid_fen)}万元，预算${formatWanYuan(budget_fen)}万元`
}

/** The average over the projects that have a light. */
function lightShare(lights: readonly string[], shares: LightShares): EarnedShare {
  const known = lights.filter((light) => ['green', 'yellow', 'red'].includes(light))
  if (known.length === 0) return { part: '0', whole: '1', why: '还没有监控结果' }
  const part = known.reduce((sum, light) => sum + shares[`${light}_bp` as keyof LightShares], 0)
  const count = (light: string) => known.filter((one) => one === light).length
  const why = `正常${count('green')}个、预警${count('yellow')}个、超限${count('red')}个`
  return { part: String(part), whole: String(known.length * 10_000), why }
}
