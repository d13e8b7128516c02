import type { Kysely } from 'kysely'
import type { Content } from '../../../domain/forms/form.ts'
import type { Schema } from '../../../storage/schema.ts'
import type { UseCase } from '../../kernel/use-case.ts'
import { saveDraft } from '../../records/save-draft.ts'
import { actOf, firstStagesIn } from '../../testing/first-stages.ts'
import type { WorldPerson } from '../../testing/populate.ts'
import type { World } from '../../testing/world.ts'
import { BEGINS, viewRecord } from '../../use-cases.ts'

export type Invented = WorldPerson & { readonly name: string; readonly entry: string }

type Seen = {
  readonly record: { readonly version: number; readonly state: string }
  // biome-ignore lint/suspicious/noExplicitAny: content differs from form to form
  readonly content: Record<string, any>
}

/** How an expert panel is drawn and scores in 示例县, with as many experts as a test needs. */
export function panelIn(world: World) {
  const base = baseSteps(world)
  return { ...base, ...registerSteps(base), ...drawSteps(base), ...scoringSteps(base) }
}

type Base = ReturnType<typeof baseSteps>

function baseSteps(world: World) {
  const way = firstStagesIn(world)
  const as = async <Output>(who: WorldPerson, useCase: object, input: unknown): Promise<Output> => {
    const call = { credentials: { postId: who.postId } }
    return JSON.parse((await world.product.run(useCase as UseCase, input, call)).body)
  }
  const see = (who: WorldPerson, recordId: string) => as<Seen>(who, viewRecord, { recordId })
  const change = async (who: WorldPerson, recordId: string, content: object) =>
    as<{ version: number }>(who, saveDraft, {
      ...{ recordId, version: (await see(who, recordId)).record.version, content },
    })
  const act = async (who: WorldPerson, kind: string, action: string, recordId: string, opinion?: string) =>
    as<{ state: string }>(who, actOf(kind, action), {
      ...{ recordId, version: (await see(who, recordId)).record.version },
      ...(opinion ? { opinion } : {}),
    })
  const officer = () => world.people.finance_performance

  return { world, way, as, see, change, act, officer }
}

function registerSteps({ world, change, act, officer }: Base) {
  /** A person with an expert's post, entered in the register of the county. */
  async function enrol(name: string, entry: Content = {}): Promise<Invented> {
    const db = world.product.db as Kysely<Schema>
    const { newId } = world.product.services
    const [personId, postId] = [newId(), newId()]
    const { organisationId } = world.people.expert
    await db
      .insertInto('person')
      .values({ id: personId, name, employer: null, is_expert: true, expert_field: null })
      .execute()
    await db
      .insertInto('account')
      .values({ person_id: personId, username: personId, password_hash: 'none', locked_until: null })
      .execute()
    await db
      .insertInto('post')
      .values({
        ...{ id: postId, person_id: personId, organisation_id: organisationId, jurisdiction_id: '640000' },
        ...{ role: 'expert', title: '评估专家', valid_from: '2020-01-01', valid_to: null },
        handed_over_from: null,
      })
      .execute()
    const begin = await world.as<{ recordId: string }>(
      'finance_performance',
      beginOf('exante.expertEntry'),
      {},
    )
    await change(officer(), begin.recordId, {
      ...{ person: personId, fields: ['industry'], title: '教授', employer: `${name}大学` },
      ...entry,
    })
    await act(officer(), 'exante.expertEntry', 'register', begin.recordId)
    return { personId, postId, organisationId, username: personId, name, entry: begin.recordId }
  }

  return { enrol }
}

function drawSteps({ world, way, change, act, officer }: Base) {
  /** A project whose papers are in, with the evaluation waiting for its panel. */
  async function submitted() {
    const projectId = await way.enter()
    const { recordId } = await way.begin('finance_performance', 'exante.evaluation', projectId)
    await way.fillMaterials(recordId)
    await way.act('unit', actOf('exante.evaluation', 'submit'), recordId)
    await way.fillPlan(recordId, [])
    return { projectId, evaluationId: recordId }
  }

  async function beginDraw(projectId: string, plan: Content) {
    const { recordId } = await way.begin('finance_performance', 'exante.draw', projectId)
    await change(officer(), recordId, {
      publicValueName: '2022-09-05 上证综指收盘价',
      publicValueOn: '2022-09-05',
      publicValueSource: '上海证券交易所网站',
      ...plan,
    })
    return recordId
  }

  /** Sealed on the day the world is at, drawn on the day of the value. */
  async function draw(projectId: string, plan: Content, value = '3199.91') {
    const recordId = await beginDraw(projectId, plan)
    await act(officer(), 'exante.draw', 'seal', recordId)
    world.setToday('2022-09-05')
    await change(officer(), recordId, { publicValue: value })
    await act(officer(), 'exante.draw', 'draw', recordId)
    return recordId
  }

  return { submitted, beginDraw, draw }
}

function scoringSteps({ world, see, change, act }: Base) {
  async function sheetOf(who: WorldPerson, evaluationId: string): Promise<string> {
    const { rows } = await world.owner.query(
      "select id from record where kind = 'exante.scoreSheet' and subject_id = $1 and content->>'rater' = $2 order by created_at desc, id desc",
      [evaluationId, who.personId],
    )
    return rows[0]?.id
  }

  async function pledge(who: WorldPerson, sheet: string) {
    await change(who, sheet, { pledgeAccepted: true, hasConflict: false })
    await act(who, 'exante.scoreSheet', 'pledge', sheet)
  }

  /** Every line the same, but for items named. */
  async function mark(who: WorldPerson, sheet: string, option: string, items: Record<string, string> = {}) {
    const { content } = await see(who, sheet)
    const scores = content['scores'].map((row: { itemCode: string }) => ({
      ...row,
      option: items[row.itemCode] ?? option,
      comment: `理由${option}`,
    }))
    await change(who, sheet, { scores, overallOpinion: `意见${option}`, suggestedDecision: 'SUPPORT' })
  }

  const handIn = (who: WorldPerson, sheet: string) => act(who, 'exante.scoreSheet', 'submit', sheet)
  return { sheetOf, pledge, mark, handIn }
}

function beginOf(kind: string): object {
  const found = BEGINS.find(({ recordKind }) => recordKind.kind === kind)
  if (!found) throw new Error(`nobody begins ${kind}`)
  return found
}
