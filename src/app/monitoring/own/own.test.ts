import { beforeAll, describe, expect, test } from 'vitest'
import { giveApprovedProject } from '../../testing/approved-project.ts'
import { refusalOf, stepsIn } from '../../testing/steps.ts'
import { useWorld } from '../../testing/world.ts'
import { monitoringModule } from '../index.ts'
import { submitRound } from '../submit-round.ts'
import { makeUpdateLinks } from './make-links.ts'
import { openUpdateLink } from './open-link.ts'
import { updateOwnIndicators } from './update-own.ts'
import { viewOwnIndicators } from './view-own.ts'

const world = useWorld('2022-08-10')
const { see, save, act } = stepsIn(world)

type Links = {
  links: { personName: string; indicators: string[]; token: string }[]
  expiresOn: string
  unanswered: string[]
}
type Own = { version: number; rows: { id: string; name: string; actual: string | null }[] }
const links = (recordId: string, by: 'unit' | 'unit2' | 'department' = 'unit') =>
  world.as<Links>(by, makeUpdateLinks, { recordId })
const own = (recordId: string, by: 'unit' | 'unit2' = 'unit') =>
  world.as<Own>(by, viewOwnIndicators, { recordId })
const update = (recordId: string, version: number, rows: object[], by: 'unit' | 'unit2' = 'unit') =>
  world.as<{ version: number }>(by, updateOwnIndicators, { recordId, version, rows })

let recordId = ''
beforeAll(async () => {
  recordId = await open()
}, 60_000)

async function open(): Promise<string> {
  const { projectId } = await giveApprovedProject(world)
  const begin = monitoringModule.begins[0] as object
  return (await world.as<{ recordId: string }>('finance_performance', begin, { projectId })).recordId
}

describe('一分钟更新', () => {
  test('one link for the person who answers for all six indicators, good for fifteen days', async () => {
    const made = await links(recordId)
    expect(made.links.map(({ indicators }) => indicators.length)).toEqual([6])
    expect([made.expiresOn, made.unanswered]).toEqual(['2022-08-25', []])
    const stored = await world.owner.query('select token_hash from update_link')
    expect(stored.rows.map(({ token_hash }) => String(token_hash))).not.toContain(made.links[0]?.token)
  })

  test('opens the record and the post of its owner, and only the newest one does', async () => {
    const [first] = (await links(recordId)).links
    world.setToday('2022-08-11')
    const [second] = (await links(recordId)).links
    const opened = await openUpdateLink(world.product, second!.token)
    expect(opened).toEqual({ recordId, postId: world.people.unit.postId })
    for (const token of [first!.token, 'x'.repeat(32), 'short', `${second!.token}x`]) {
      await expect(openUpdateLink(world.product, token)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })

  test('what the owner reports stands in the round, and nothing else of it moves', async () => {
    const before = (await see('unit', recordId)).content
    const { version, rows } = await own(recordId)
    const line = rows.find(({ name }) => name === '带动农户')
    await update(recordId, version, [{ id: line!.id, actual: '182', likelihood: 'certain', note: '花名册' }])
    const after = (await see('unit', recordId)).content
    const changed = after['progress'].filter(
      (row: { id: string }, at: number) => JSON.stringify(row) !== JSON.stringify(before['progress'][at]),
    )
    expect(changed).toMatchObject([
      { name: '带动农户', actual: '182', likelihood: 'certain', note: '花名册' },
    ])
    expect(after['execution']).toEqual(before['execution'])
    const audit = await world.owner.query(
      `select person_id from audit where use_case = 'monitoring.updateOwnIndicators' and outcome = 'done'`,
    )
    expect(audit.rows).toEqual([{ person_id: world.people.unit.personId }])
  })

  test('an old version, a line of another person and a wrong figure are refused', async () => {
    const { version, rows } = await own(recordId)
    const [row] = rows
    expect((await refusalOf(update(recordId, version - 1, [{ id: row!.id, actual: '1' }]))).code).toBe(
      'VERSION_CONFLICT',
    )
    expect((await refusalOf(update(recordId, version, [{ id: recordId, actual: '1' }]))).code).toBe(
      'NOT_PERMITTED',
    )
    expect((await refusalOf(update(recordId, version, [{ id: row!.id, actual: '三十' }]))).code).toBe(
      'INVALID_INPUT',
    )
  })

  test('another unit, and another post of the same place, get nowhere', async () => {
    expect((await refusalOf(links(recordId, 'unit2'))).code).toBe('NOT_FOUND')
    expect((await refusalOf(links(recordId, 'department'))).code).toBe('NOT_PERMITTED')
    expect((await refusalOf(own(recordId, 'unit2'))).code).toBe('NOT_FOUND')
  })

  test('over once the days are over, the post has ended or the round is handed in', async () => {
    const again = await open()
    const token = (await links(again)).links[0]!.token
    const { content } = await see('unit', again)
    await save('unit', again, {
      execution: content['execution'].map((row: { fund: string }) =>
        row.fund === 'fiscal' ? { ...row, paid_fen: '300000000', expected_fen: '500000000' } : row,
      ),
      progress: content['progress'].map((row: object, at: number) => ({
        ...row,
        ...(at === 4 ? { actualText: '已印发' } : { actual: ['30', '96', '10', '180', '', '92'][at] }),
        likelihood: 'certain',
      })),
      analysis: '按计划推进',
    })
    await act('unit', submitRound, again)
    world.setToday('2022-08-27')
    await expect(openUpdateLink(world.product, token)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    world.setToday('2022-08-11')
    const { recordId: opened } = await openUpdateLink(world.product, token)
    expect((await refusalOf(own(opened))).code).toBe('ACTION_NOT_AVAILABLE')
    await world.owner.query(`update post set valid_to = '2022-08-10' where id = $1`, [
      world.people.unit.postId,
    ])
    await expect(openUpdateLink(world.product, token)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
