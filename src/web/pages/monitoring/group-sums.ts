import { computeOverviewRates, type LightSums } from '../../../domain/monitoring/compute/overview-rates.ts'
import type { LightSumsLine } from '../../shapes-monitoring.ts'

export type Group = {
  readonly id: string
  readonly name: string
  readonly sums: readonly LightSums[]
  readonly rates: ReturnType<typeof computeOverviewRates>
}

type Named = LightSumsLine & { readonly id: string; readonly name: string }

/** One group per id, its lights together; in the order given. */
export function groupsOf(lines: readonly Named[]): Group[] {
  const byId = new Map<string, { name: string; sums: LightSums[] }>()
  for (const { id, name, ...line } of lines) {
    const group = byId.get(id) ?? { name, sums: [] }
    group.sums.push(toSums(line))
    byId.set(id, group)
  }
  return Array.from(byId, ([id, { name, sums }]) => ({ id, name, sums, rates: computeOverviewRates(sums) }))
}

/** All groups as one, by light. */
export function totalOf(groups: readonly Group[], name: string): Group {
  const sums: LightSums[] = []
  for (const one of groups.flatMap((group) => group.sums)) {
    const at = sums.findIndex(({ light }) => light === one.light)
    const before = sums[at]
    if (before) sums[at] = added(before, one)
    else sums.push(one)
  }
  return { id: 'total', name, sums, rates: computeOverviewRates(sums) }
}

function added(one: LightSums, other: LightSums): LightSums {
  return {
    light: one.light,
    projects: one.projects + other.projects,
    adjusted_fen: one.adjusted_fen + other.adjusted_fen,
    paid_fen: one.paid_fen + other.paid_fen,
    reached: one.reached + other.reached,
    weight_x100: one.weight_x100 + other.weight_x100,
  }
}

function toSums({ light, projects, adjusted_fen, paid_fen, reached, weight_x100 }: LightSumsLine): LightSums {
  return {
    light,
    projects,
    adjusted_fen: BigInt(adjusted_fen),
    paid_fen: BigInt(paid_fen),
    reached: BigInt(reached),
    weight_x100: BigInt(weight_x100),
  }
}
