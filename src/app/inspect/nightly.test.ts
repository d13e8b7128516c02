import { expect, test } from 'vitest'
import { giveApprovedProject } from '../testing/approved-project.ts'
import { refusalOf } from '../testing/steps.ts'
import { useWorld } from '../testing/world.ts'
import { listInspections } from './list-inspections.ts'
import { runNightly } from './run-nightly.ts'

const world = useWorld('2022-08-10')
const night = () =>
  runNightly({
    database: world.database,
    files: world.product.services.files,
    keys: world.product.services.ledger.keys,
  } as never)
type Seen = { items: { differences: number; lines: { id: string; examples: string[] }[] }[] }
const see = (by: 'system_admin' | 'audit_admin') => world.as<Seen>(by, listInspections, {})

test('a night without differences is kept as such, one with an altered figure names it', async () => {
  const { projectId } = await giveApprovedProject(world)
  const before = await night()
  await world.owner.query(`update project set budget_fen = budget_fen where id = $1`, [projectId])
  await world.owner.query(`insert into monitor_summary (fiscal_year, month, jurisdiction_id, department_id, light,
    projects, adjusted_fen, paid_fen, reached, weight_x100) select 2022, 7, '640221', id, 'red', 1, 0, 0, 0, 0
    from organisation where kind = 'department' limit 1`)
  expect(await night()).toBeGreaterThan(before)
  const { items } = await see('audit_admin')
  expect(items).toHaveLength(2)
  const overview = items[0]?.lines.find(({ id }) => id === 'I13')
  expect(overview?.examples).toEqual([expect.stringContaining('与各项目之和不一致')])
})

test('the system administrator sees what was found and no rows; nobody else sees anything', async () => {
  const { items } = await see('system_admin')
  expect(items.flatMap(({ lines }) => lines.flatMap(({ examples }) => examples))).toEqual([])
  expect(items[0]?.differences).toBeGreaterThan(0)
  for (const wrong of ['security_admin', 'province', 'finance_leader', 'audit', 'unit'] as const)
    expect((await refusalOf(world.as(wrong, listInspections, {}))).code).toBe('NOT_PERMITTED')
})
