import { expect, test } from 'vitest'
import { adjustmentIn } from '../../src/app/testing/adjust.ts'
import { firstStagesIn } from '../../src/app/testing/first-stages.ts'
import { useWorld } from '../../src/app/testing/world.ts'
import { ledgerIn } from './world.ts'

const world = useWorld('2022-10-10')
const ledger = ledgerIn(world)
const adjusting = adjustmentIn(firstStagesIn(world))

test('the verifier prints both contracts of an adjusted target and why it was adjusted', async () => {
  const { projectId } = await ledger.approve()
  world.setToday('2023-08-15')
  await adjusting.approveAdjustment(
    await adjusting.recheckAdjustment(await adjusting.draftAdjustment(projectId)),
  )
  const { code, said } = await ledger.verify(await ledger.bundle('unit', { projectId }))
  expect(code).toBe(0)
  for (const words of [
    '绩效目标批复',
    '绩效目标调整批复',
    '调整后的绩效目标',
    '5000000.00',
    '4000000.00',
    '政策变化',
  ])
    expect(said).toContain(words)
})
