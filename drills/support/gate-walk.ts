import { ACTS, BEGINS } from '../../src/app/use-cases.ts'
import { adjustmentIn } from '../../src/app/testing/adjust.ts'
import { actOf, firstStagesIn, REVIEW_OPINION } from '../../src/app/testing/first-stages.ts'
import type { PersonName, World } from '../../src/app/testing/world.ts'
import { DomainError } from '../../src/domain/shared/errors.ts'
import type { Dice } from './random.ts'

type AnyUseCase = { readonly id: string; readonly kind?: string }

export type GateWalk = {
  /** Commands sent, refused ones included. */
  readonly steps: number
  readonly done: number
  readonly refused: number
  /** Budget lines that were opened on the way: without some, the walk has shown nothing. */
  readonly opened: number
  readonly broken: readonly string[]
}

const PEOPLE: readonly PersonName[] = [
  ...(['unit', 'unit2', 'department', 'department2', 'finance_business', 'finance_performance'] as const),
  ...(['finance_leader', 'expert', 'agency', 'province', 'congress', 'outsider', 'outsiderUnit'] as const),
]
const KINDS = ['exante.evaluation', 'targets.sheet', 'targets.adjustment', 'project.budgetLine']

/**
 * Random people take random acts on random records of made-up projects, through the real use cases, with
 * enough good steps among them that budgets do get opened; after every act that went through, the
 * database is asked whether one is open that must not be.
 * A control stops at the first one it finds.
 * @param replaced use cases to run instead of others, for the control without a gate
 */
export async function walkGate(
  world: World,
  dice: Dice,
  wanted: number,
  replaced: Readonly<Record<string, AnyUseCase>> = {},
): Promise<GateWalk> {
  const count = { steps: 0, done: 0, refused: 0, opened: 0 }
  const broken: string[] = []
  let projectId = ''
  const watched: World = {
    ...world,
    get product() {
      return world.product
    },
    get people() {
      return world.people
    },
    as: async (person, useCase, input, call) => {
      const known = useCase as AnyUseCase
      const used = replaced[known.id] ?? known
      if (known.kind !== 'command') return world.as(person, used, input, call)
      count.steps += 1
      try {
        const output = await world.as(person, used, input, call)
        count.done += 1
        if (known.id === 'project.budgetLine.arrange') count.opened += 1
        const fault = await faultOf(world, projectId)
        if (fault) throw new Broken(`${fault} after ${known.id} by ${person}`)
        return output as never
      } catch (error) {
        if (error instanceof DomainError) count.refused += 1
        throw error
      }
    },
  }
  const walk = makeWalk(watched, dice)
  const isControl = Object.keys(replaced).length > 0
  while (count.steps < wanted && !(isControl && broken.length > 0)) {
    projectId = ''
    const own = await walk.enter()
    projectId = own
    const until = count.steps + 60 + Math.floor(dice.roll() * 80)
    while (count.steps < until && count.steps < wanted) {
      try {
        await (dice.chance(0.75) ? walk.goOn(own) : walk.meddle(own))
      } catch (error) {
        if (error instanceof Broken) {
          broken.push(error.message)
          break
        }
        if (!(error instanceof DomainError)) throw error
      }
    }
  }
  return { ...count, broken }
}

class Broken extends Error {}

/** The law itself, asked of the rows and of nothing the product has written for it. */
async function faultOf(world: World, projectId: string): Promise<string | undefined> {
  if (projectId === '') return undefined
  const { rows } = await world.owner.query<{ what: string }>(
    `select b.state || ', target ' || coalesce(t.state, 'none') || ', evaluation ' || coalesce(e.state, 'none') as what
     from record b join project p on p.jurisdiction_id = b.jurisdiction_id and p.id = b.project_id
     left join lateral (select state from record where project_id = p.id and kind = 'targets.sheet'
       order by created_at desc, id desc limit 1) t on true
     left join lateral (select state, content->>'decision' as decision from record where project_id = p.id
       and kind = 'exante.evaluation' order by created_at desc, id desc limit 1) e on true
     where p.id = $1 and b.kind = 'project.budgetLine' and b.state in ('arranged', 'approved')
       and (coalesce(t.state, 'none') not in ('rechecked', 'approved', 'published')
         or b.state = 'approved' and t.state = 'rechecked'
         or p.is_new and p.is_major and (e.state is distinct from 'approved' or e.decision = 'REJECT'))`,
    [projectId],
  )
  return rows[0] && `project ${projectId}: line ${rows[0].what}`
}

function makeWalk(world: World, dice: Dice) {
  const way = firstStagesIn(world)
  const adjusting = adjustmentIn(way)

  /** Where the records of a project stand. */
  async function recordsOf(projectId: string) {
    const { rows } = await world.owner.query<{ id: string; kind: string; state: string; version: number }>(
      'select id, kind, state, version from record where project_id = $1 order by created_at, id',
      [projectId],
    )
    return rows
  }

  async function enter() {
    return way.enter({ isNew: dice.chance(0.6), isMajor: dice.chance(0.6) })
  }

  /** Some person tries some act on some record, or begins one; mostly it is refused. */
  async function meddle(projectId: string): Promise<void> {
    const person = dice.pick(PEOPLE)
    if (dice.chance(0.1)) {
      const begin = BEGINS.find(({ recordKind }) => recordKind.kind === dice.pick(KINDS))
      if (begin) await world.as(person, begin, { projectId })
      return
    }
    const record = dice.pick(await recordsOf(projectId))
    if (!record) return
    const act = dice.pick(ACTS.filter(({ recordKind }) => recordKind.kind === record.kind))
    const definition = act?.recordKind.workflow.actions[act.action]
    if (!act || !definition) return
    // Half of the time somebody of the right post, so that separation, state and gates are met too.
    const by = dice.chance(0.5) ? (dice.pick(definition.by) as PersonName) : person
    const version = dice.chance(0.9) ? record.version : Math.max(1, record.version - 1)
    const opinion = definition.opinion ? { opinion: '随机办理' } : {}
    await world.as(by, act, { recordId: record.id, version, ...opinion })
  }

  /** The next good step from where the project stands, with content that is right or nearly right. */
  async function goOn(projectId: string): Promise<void> {
    const records = await recordsOf(projectId)
    const newest = (kind: string) => records.findLast((record) => record.kind === kind)
    const line = newest('project.budgetLine')
    const sheet = newest('targets.sheet')
    const evaluation = newest('exante.evaluation')
    if (dice.chance(0.25) && (await goOnEvaluating(projectId, evaluation))) return
    const isDeclared = sheet !== undefined && sheet.state !== 'draft' && sheet.state !== 'refused'
    if (isDeclared && line && dice.chance(0.6) && (await goOnBudgeting(projectId, line))) return
    await goOnTargeting(projectId, sheet, evaluation !== undefined)
  }

  type Standing = { readonly id: string; readonly state: string }

  async function goOnEvaluating(projectId: string, evaluation: Standing | undefined): Promise<boolean> {
    if (!evaluation) {
      await way.openEvaluation(projectId)
      return true
    }
    const { id, state } = evaluation
    const act = (action: string, by: PersonName) => way.act(by, actOf('exante.evaluation', action), id)
    if (state === 'draft') {
      await way.fillMaterials(id)
      await act('submit', 'unit')
    } else if (state === 'submitted') {
      await way.fillPlan(id)
      await act('open', 'finance_performance')
    } else if (state === 'scoring') {
      await way.score(id)
      await act('closeScoring', 'finance_performance')
    } else if (state === 'scored') {
      await way.fillBusinessSections(id)
      await way.fillConclusion(id, dice.chance(0.3) ? { decision: 'REJECT' } : {})
      await act('conclude', 'finance_performance')
    } else if (state === 'concluded') await act('approve', 'finance_leader')
    else return false
    return true
  }

  async function goOnBudgeting(projectId: string, { id, state }: Standing): Promise<boolean> {
    if (state === 'draft') await way.applyBudget(projectId)
    else if (state === 'applied')
      await way.arrangeBudget(id, dice.pick(['500000000', '500000000', '400000000']))
    else if (state === 'arranged' && dice.chance(0.2))
      await way.act('finance_business', actOf('project.budgetLine', 'unarrange'), id, '重新核定')
    else return false
    return true
  }

  async function goOnTargeting(
    projectId: string,
    sheet: Standing | undefined,
    hasExperts: boolean,
  ): Promise<void> {
    if (!sheet || sheet.state === 'refused') {
      await way.declareTarget(projectId)
      return
    }
    const { id, state } = sheet
    const act = (action: string, by: PersonName, opinion?: string) =>
      way.act(by, actOf('targets.sheet', action), id, opinion)
    if (state === 'draft') {
      await way.fillTarget(id)
      await act('declare', 'unit')
    } else if (state === 'declared') await act('review', 'department', REVIEW_OPINION)
    else if (state === 'reviewed') {
      if (hasExperts && dice.chance(0.7)) await way.advise('expert', id)
      await way.fillReview(id, dice.pick([0.5, 0.7, 0.9, 0.95, 1]))
      await act(dice.pick(['recheck', 'recheck', 'refuse', 'return']), 'finance_performance', REVIEW_OPINION)
    } else if (state === 'rechecked') {
      if (dice.chance(0.2)) await act('return', 'finance_leader', '再研究')
      else await act('approve', 'finance_leader')
    } else if (dice.chance(0.5)) {
      world.setToday('2023-08-15')
      try {
        await adjusting.approveAdjustment(
          await adjusting.recheckAdjustment(await adjusting.draftAdjustment(projectId)),
        )
      } finally {
        world.setToday('2022-10-10')
      }
    } else await meddle(projectId)
  }

  return { enter, meddle, goOn }
}
