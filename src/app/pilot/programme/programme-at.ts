import type { PilotProgrammeContent } from '../../../domain/forms/contents.ts'
import type { Milestone, WeightedItem } from '../../../domain/pilot/compute/index.ts'
import type { ParameterReader } from '../../../domain/rules/parameter-values.ts'
import { formatDate } from '../../../domain/shared/dates.ts'
import { findJurisdictions } from '../../../storage/organisation-repository.ts'
import { findProgramme } from '../../../storage/pilot-repository.ts'
import type { Context } from '../../kernel/context.ts'

/** The pilot's programme as everybody works by it on a day. */
export type Programme = {
  /** The record of the region it comes from; null while only the defaults hold. */
  readonly recordId: string | null
  readonly name: string
  readonly basis: string
  readonly from: string
  readonly to: string
  /** Which version this is, in words that are printed. */
  readonly source: string
  readonly milestones: readonly Milestone[]
  /** Codes of the places that take part, with the number of projects planned. */
  readonly places: ReadonlyMap<string, number>
  readonly selectionItems: readonly WeightedItem[]
  readonly rankingItems: readonly WeightedItem[]
  readonly acceptance: { readonly items: readonly WeightedItem[]; readonly pass_x100: number }
}

export const DEFAULT_NAME = '市、县（区）预算绩效一体化管理试点'
const DEFAULT_BASIS = '自治区财政厅《市、县（区）预算绩效一体化管理试点工作方案》（2022年8月3日）'

/** The version approved by the region that is in force today, or the defaults of the rules. */
export async function programmeAt(context: Context): Promise<Programme> {
  const rules = context.rules.at({ date: context.today, jurisdiction: context.actor.jurisdictionId })
  const stored = await findProgramme(context.db, context.today)
  const byDefault = await defaultProgramme(context, rules)
  if (!stored) return byDefault
  const content = stored.content as PilotProgrammeContent
  return {
    recordId: stored.recordId,
    name: content.name ?? byDefault.name,
    basis: content.basis ?? byDefault.basis,
    from: content.from ?? byDefault.from,
    to: content.to ?? byDefault.to,
    source: `自治区${formatDate(stored.approvedOn)}审定的试点方案设置`,
    milestones: milestonesOf(content) ?? byDefault.milestones,
    places: new Map(
      (content.places ?? []).flatMap(({ place, isTaking, projects }) =>
        place && isTaking === true ? [[place, projects ?? 1]] : [],
      ),
    ),
    selectionItems: itemsOf(content.selectionWeights) ?? byDefault.selectionItems,
    rankingItems: itemsOf(content.rankingWeights) ?? byDefault.rankingItems,
    acceptance: {
      items:
        itemsOf(content.criteria?.map(({ itemCode, ...row }) => ({ ...row, code: itemCode ?? null }))) ??
        byDefault.acceptance.items,
      pass_x100: content.pass_x100 ?? byDefault.acceptance.pass_x100,
    },
  }
}

async function defaultProgramme(context: Context, rules: ParameterReader): Promise<Programme> {
  const { from, to } = rules.value('pilot.period').value
  const { minimum } = rules.value('pilot.projects_per_jurisdiction').value
  const all = await findJurisdictions(context.db)
  const { items, pass_x100 } = rules.value('pilot.acceptance_criteria').value
  return {
    recordId: null,
    name: DEFAULT_NAME,
    basis: DEFAULT_BASIS,
    from,
    to,
    source: '本系统拟定的默认标准',
    milestones: defaultMilestones(rules),
    places: new Map(all.filter(({ level }) => level !== 'province').map(({ id }) => [id, minimum])),
    selectionItems: rules.value('pilot.selection_ranking').value.items,
    rankingItems: rules.value('pilot.place_ranking').value.items,
    acceptance: { items, pass_x100 },
  }
}

/** The stages of the plan, and what stands between them. */
export function defaultMilestones(rules: ParameterReader): Milestone[] {
  const stages = rules.value('pilot.stage_deadlines').value.stages
  const others = rules.value('pilot.other_milestones').value.milestones
  return [
    ...stages.map(({ stage, label, from, to }) => ({ code: stage, label, who: 'place' as const, from, to })),
    ...others,
  ].toSorted((a, b) => a.to.localeCompare(b.to) || a.from.localeCompare(b.from))
}

function milestonesOf({ milestones }: PilotProgrammeContent): Milestone[] | undefined {
  const rows = (milestones ?? []).flatMap(({ code, label, who, from, to }) =>
    code && label && who && from && to ? [{ code, label, who, from, to }] : [],
  )
  return rows.length > 0 ? rows : undefined
}

type PointRow = {
  readonly code?: string | null
  readonly item?: string | null
  readonly weight_x100?: number | null
}

function itemsOf(rows: readonly PointRow[] | null | undefined): WeightedItem[] | undefined {
  const items = (rows ?? []).flatMap(({ code, item, weight_x100 }) =>
    code && item ? [{ id: code, label: item, weight_x100: weight_x100 ?? 0 }] : [],
  )
  return items.length > 0 ? items : undefined
}
