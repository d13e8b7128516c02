import { describe, expect, test } from 'vitest'
import { plantProject, plantRecord } from '../testing/plant.ts'
import { type PersonName, useWorld } from '../testing/world.ts'
import { viewCockpit } from './view-cockpit.ts'

const world = useWorld('2022-09-01')

describe('试点驾驶舱', () => {
  type Tile = {
    id: string
    isVisible: boolean
    pilotCount: number
    budget_fen: string
    paid_fen: string | null
    stages: { stage: string; state: string; missing: string[] }[]
    projects: {
      id: string
      stages: { stage: string; state: string; stateTitle: string; missing: string[] }[]
    }[]
  }
  const look = (by: PersonName) =>
    world.as<{ tiles: Tile[]; figures: { id: string; value: string }[] }>(by, viewCockpit, {})

  test('27 tiles for the province; a county sees its own and nothing of the others', async () => {
    await plantProject(world)
    const { tiles, figures } = await look('province')
    expect(tiles).toHaveLength(27)
    expect(tiles.every(({ isVisible }) => isVisible)).toBe(true)
    const other = await look('outsider')
    expect(other.tiles.filter(({ isVisible }) => isVisible).map(({ id }) => id)).toEqual(['640324'])
    expect(other.tiles.flatMap(({ projects }) => projects)).toEqual([])
    expect(figures.find(({ id }) => id === 'jurisdictions')?.value).toBe('1/27')
    const empty = tiles.find(({ id }) => id === '640324')!
    expect(empty.stages.map(({ state }) => state)).toEqual(Array(5).fill('notStarted'))
    expect(empty.stages[0]?.missing).toEqual(['还没有推荐试点项目，请财政绩效股新建推荐表'])
  })

  test('a stage says in words what is missing and in whose hands it is', async () => {
    const projectId = await plantProject(world, { isNew: false })
    await plantRecord(world, { kind: 'targets.sheet', projectId, acts: ['declare'] })
    await plantRecord(world, {
      kind: 'monitoring.round',
      projectId,
      content: {
        month: 7,
        execution: [
          { fund: 'fiscal', budget_fen: '500000000', adjusted_fen: '500000000', paid_fen: '180000000' },
        ],
      },
      acts: ['submit', 'review', 'conclude'],
    })
    const { tiles } = await look('finance_performance')
    const tile = tiles.find(({ id }) => id === '640221')!
    const project = tile.projects.find(({ id }) => id === projectId)!
    const stage = (name: string) => project.stages.find((candidate) => candidate.stage === name)!
    expect(stage('exante')).toMatchObject({ state: 'done', stateTitle: '不需开展', missing: [] })
    expect(stage('targets')).toMatchObject({ state: 'underway' })
    expect(stage('targets').missing[0]).toBe(
      '项目支出绩效目标（已批复）：当前为“待初审”，请主管部门或财政业务股办理',
    )
    expect(stage('monitoring')).toMatchObject({ state: 'done', missing: [] })
    expect(stage('results').state).toBe('notStarted')
    expect(BigInt(tile.paid_fen ?? '0')).toBeGreaterThanOrEqual(180000000n)
    world.setToday('2022-10-30')
    const later = (await look('finance_performance')).tiles.find(({ id }) => id === '640221')!
    world.setToday('2022-09-01')
    expect(later.stages.find((candidate) => candidate.stage === 'targets')?.state).toBe('overdue')
  })

  test('another unit and an expert see no project that is not theirs', async () => {
    for (const by of ['unit2', 'expert'] as const) {
      expect((await look(by)).tiles.flatMap(({ projects }) => projects)).toEqual([])
    }
  })

  test('administrators have no business here', async () => {
    await expect(look('system_admin')).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })
})
