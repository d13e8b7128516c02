import { beforeAll, describe, expect, test } from 'vitest'
import { kyselyOn } from '../../storage/connection.ts'
import { hashToken, insertSession } from '../session/sign-in.ts'
import { giveApprovedProject } from '../testing/approved-project.ts'
import { stepsIn } from '../testing/steps.ts'
import { type PersonName, useWorld } from '../testing/world.ts'
import { concludeRound } from './conclude-round.ts'
import { monitoringModule } from './index.ts'
import { returnRound, reviewRound } from './plain-acts.ts'
import { readOverview, readPoints } from './read-overview.ts'
import { compareOverview, fillOverview } from './recompute-overview.ts'
import { submitRound } from './submit-round.ts'

const world = useWorld('2022-08-10')
const { see, save, act } = stepsIn(world)
const beginRound = monitoringModule.begins[0]!
const owner = () => kyselyOn(world.owner)
const rules = () => world.product.services.rules

/** How far a round has come; each step goes on from where it stands. */
type Round = { recordId: string; state: string; isRed: boolean }
const rounds: Round[] = []
const projects: string[] = []

/** The same walk every time it is tried again with the same seed. */
function diceOf(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}

async function fill({ recordId, isRed }: Round, paid_fen: string, households: string) {
  const { content } = await see('finance_performance', recordId)
  const actuals = ['30', '96', '10', households, undefined, '92']
  await save('unit', recordId, {
    execution: content['execution'].map((row: { fund: string }) =>
      row.fund === 'fiscal' ? { ...row, paid_fen, expected_fen: '500000000' } : row,
    ),
    progress: content['progress'].map((row: object, index: number) => ({
      ...row,
      ...(actuals[index] ? { actual: actuals[index] } : { actualText: '办法已印发' }),
      likelihood: 'certain',
      ...(isRed ? { causes: ['funding'], causeText: '资金到位晚' } : {}),
    })),
    analysis: '按计划推进',
    executionCause: '招标流标两次',
    correctionMeasure: '增加班组',
    correctionOwner: '李四',
    correctionDueOn: '2022-09-30',
  })
}

const begin = async (projectId: string) => {
  const { recordId } = await world.as<{ recordId: string }>('finance_performance', beginRound, { projectId })
  const round = { recordId, state: 'open', isRed: false }
  rounds.push(round)
  return round
}

async function stepOf(round: Round, dice: (sides: number) => number): Promise<void> {
  const back = dice(4) === 0
  if (round.state === 'open') {
    round.isRed = dice(2) === 0
    await fill(
      round,
      round.isRed ? `${180 + dice(9)}000000` : `${300 + dice(90)}123457`,
      String(178 + dice(120)),
    )
    await act('unit', submitRound, round.recordId)
    round.state = 'submitted'
  } else if (back) {
    await act('finance_performance', returnRound, round.recordId, '数据有误')
    round.state = 'open'
  } else if (round.state === 'submitted') {
    await act('department', reviewRound, round.recordId, '情况属实')
    round.state = 'reviewed'
  } else {
    const verdicts = round.isRed ? ['slow'] : ['onTrack']
    const judgements = round.isRed
      ? [{ verdict: 'slow', level: 'serious', basis: '流标两次', measure: 'urge' }]
      : []
    await save('finance_performance', round.recordId, { verdicts, judgements, opinion: '继续督办' })
    await act('finance_performance', concludeRound, round.recordId)
    round.state = 'concluded'
  }
}

/** All that the overview keeps, as text: rows, and sums however many slots they lie in. */
async function kept(): Promise<string> {
  const { rows: states } = await world.owner.query('select * from monitor_state order by record_id')
  const { rows: sums } =
    await world.owner.query(`select fiscal_year, month, jurisdiction_id, department_id, light,
    sum(projects), sum(adjusted_fen), sum(paid_fen), sum(reached), sum(weight_x100) from monitor_summary
    group by 1, 2, 3, 4, 5 having sum(projects) <> 0 order by 1, 2, 3, 4, 5`)
  return JSON.stringify([states, sums], (_, value) => (typeof value === 'bigint' ? String(value) : value))
}

/** Everything thrown away and computed anew, as after an upgrade. */
async function madeAnew(): Promise<string> {
  await world.owner.query('delete from monitor_state')
  await world.owner.query('delete from monitor_summary')
  await world.owner.query(`insert into monitor_state (jurisdiction_id, record_id, project_id, department_id, unit_id,
      category, fiscal_year, month, light)
    select r.jurisdiction_id, r.id, p.id, p.department_id, p.unit_id, coalesce(p.content ->> 'category', ''),
      r.fiscal_year, (r.content ->> 'month')::integer, 'unreported'
    from record r join project p on p.id = r.project_id where r.kind = 'monitoring.round'`)
  await fillOverview(owner(), rules())
  return kept()
}

type Overview = {
  month: number
  months: number[]
  groups: { id: string; name: string; light: string; projects: number; paid_fen: string }[]
  worst: { recordId: string; executionGap: number; light: string; reason: string }[]
}
async function tokenOf(person: PersonName): Promise<Buffer> {
  const { personId, postId } = world.people[person]
  return hashToken((await insertSession(world.product.db, personId, postId, '127.0.0.1')).token)
}
const overview = async (by: PersonName, input: object = {}) =>
  JSON.parse(await readOverview(world.database.hot, await tokenOf(by), { year: 2022, ...input })) as Overview

beforeAll(async () => {
  for (let index = 0; index < 5; index += 1) projects.push((await giveApprovedProject(world)).projectId)
}, 60_000)

describe('监控总览', () => {
  test('after any walk of reports, returns, conclusions and hand-overs it is what computing anew gives', async () => {
    const dice = diceOf(20_221)
    for (const projectId of projects) await begin(projectId)
    for (let count = 0; count < 26; count += 1) {
      const open = rounds.filter(({ state }) => state !== 'concluded')
      const round = open[dice(open.length)]
      if (round) await stepOf(round, dice)
      if (dice(6) === 0) {
        const department = dice(2) === 0 ? 'department' : 'department2'
        await world.owner.query('update project set department_id = $1, content = $2 where id = $3', [
          world.people[department].organisationId,
          JSON.stringify({ category: ['livelihood', 'industry'][dice(2)] }),
          projects[dice(projects.length)],
        ])
        expect(await compareOverview(owner(), rules())).toEqual([])
        // Who reviews follows the project; back it goes, or nobody of the walk could act on it.
        await world.owner.query('update project set department_id = $1', [
          world.people.department.organisationId,
        ])
      }
      expect(await compareOverview(owner(), rules())).toEqual([])
    }
    expect(new Set(rounds.map(({ state }) => state)).size).toBeGreaterThan(1)
    const [before, shown] = [await kept(), await overview('province')]
    expect(await madeAnew()).toBe(before)
    expect(await overview('province')).toEqual(shown)
  }, 120_000)

  test('ten reports at once make the sums of ten, none waiting for another', async () => {
    const more = await Promise.all(Array.from({ length: 6 }, () => giveApprovedProject(world)))
    const opened = await Promise.all(more.map(({ projectId }) => begin(projectId)))
    await Promise.all(opened.map((round) => fill(round, '310000000', '180')))
    await Promise.all(opened.map(({ recordId }) => act('unit', submitRound, recordId)))
    for (const round of opened) round.state = 'submitted'
    expect(await compareOverview(owner(), rules())).toEqual([])
    const { groups } = await overview('finance_performance')
    expect(groups.reduce((sum, { projects: count }) => sum + count, 0)).toBe(rounds.length)
  }, 60_000)

  test('says the reason and the gap its page shows, the furthest behind first', async () => {
    const round = await begin((await giveApprovedProject(world)).projectId)
    round.isRed = true
    await fill(round, '0', '180')
    await act('unit', submitRound, round.recordId)
    round.state = 'submitted'
    const { worst, month, months } = await overview('finance_performance')
    expect({ month, months }).toEqual({ month: 7, months: [7] })
    expect(worst[0]).toMatchObject({
      recordId: round.recordId,
      light: 'red',
      executionGap: -583_333,
      reason: expect.stringContaining('落后58.33个百分点'),
    })
    const { figures } = await see('finance_performance', round.recordId)
    expect(figures['executionDeviation']).toBe('-58.33个百分点')
    expect(figures['targetProgress']).toMatch(/^\d+\.\d\d%（(落后|超前)\d+\.\d\d个百分点）$/)
  })

  test('a department, a unit and another county each see their own and nothing else', async () => {
    await giveApprovedProject(world, { by: 'outsiderUnit' })
    const all = (await overview('finance_performance')).groups.reduce((sum, one) => sum + one.projects, 0)
    const countOf = async (by: PersonName, input: object = {}) => {
      const { groups, worst } = await overview(by, input)
      return [groups.reduce((sum, one) => sum + one.projects, 0), worst.length > 0]
    }
    expect(all).toBe(rounds.length)
    expect(await countOf('province')).toEqual([all, true])
    expect(await countOf('province', { jurisdiction: '640221' })).toEqual([all, true])
    expect(await countOf('unit')).toEqual([all, true])
    expect(await countOf('department')).toEqual([all, true])
    for (const wrong of [
      'unit2',
      'department2',
      'outsider',
      'outsiderUnit',
      'agency',
      'system_admin',
    ] as const) {
      expect([wrong, await countOf(wrong)]).toEqual([wrong, [0, false]])
      expect([wrong, await countOf(wrong, { jurisdiction: '640221' })]).toEqual([wrong, [0, false]])
      const points = await readPoints(world.database.hot, await tokenOf(wrong), { year: 2022, month: 7 })
      expect([wrong, JSON.parse(points)]).toEqual([wrong, { total: 0, categories: [], points: [] }])
    }
  })

  test('an altered figure, row or sum is found by the inspection, with its place', async () => {
    const reported = rounds.find(({ state }) => state === 'submitted')?.recordId
    const spoil = async (change: string, back: string) => {
      await world.owner.query(change)
      const found = await compareOverview(owner(), rules())
      await world.owner.query(back)
      return found
    }
    const where = `where record_id = '${reported}'`
    expect(
      await spoil(`update monitor_state set light = 'green', paid_fen = paid_fen + 1 ${where}`, `select 1`),
    ).toEqual([expect.stringContaining('2022年7月监控：汇总中的数与重算不一致')])
    await madeAnew()
    expect(
      await spoil(
        `update execution set paid_fen = paid_fen + 100 ${where} and fund = 'fiscal'`,
        `update execution set paid_fen = paid_fen - 100 ${where} and fund = 'fiscal'`,
      ),
    ).toEqual([expect.stringContaining('汇总中的数与重算不一致')])
    expect(
      await spoil(
        'update monitor_summary set reached = reached + 1 where projects > 0',
        'update monitor_summary set reached = reached - 1 where projects > 0',
      ),
    ).toContainEqual(expect.stringContaining('与各项目之和不一致'))
    expect(await compareOverview(owner(), rules())).toEqual([])
  })
})
