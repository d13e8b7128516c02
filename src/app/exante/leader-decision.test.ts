import { describe, expect, test } from 'vitest'
import { actOf, firstStagesIn } from '../testing/first-stages.ts'
import { useWorld } from '../testing/world.ts'

const world = useWorld('2022-08-20')
const way = firstStagesIn(world)
const { see, save, act } = way
const evaluation = (action: string) => actOf('exante.evaluation', action)

/** Funding found unlawful, so full support is barred; the panel concludes 不予支持. */
async function refused() {
  const projectId = await way.enter()
  const recordId = await way.openEvaluation(projectId)
  await way.score(recordId)
  await act('finance_performance', evaluation('closeScoring'), recordId)
  await way.fillBusinessSections(recordId)
  await save('finance_business', recordId, { isFundingCompliant: false })
  await way.fillConclusion(recordId, { decision: 'REJECT', suggested_fen: '0' })
  await act('finance_performance', evaluation('conclude'), recordId)
  return { projectId, recordId }
}

const CHANGED = {
  isOverridden: true,
  overrideDecision: 'SUPPORT',
  overrideSuggested_fen: '500000000',
  overrideReason: '自筹资金来源已由县政府常务会议重新确定，筹资已合规。',
}

describe('领导改变结论', () => {
  test('nobody but the leader writes there, and only before the approval', async () => {
    const { recordId } = await refused()
    for (const other of ['finance_performance', 'finance_business', 'unit', 'department'] as const) {
      await expect(save(other, recordId, CHANGED), other).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    }
    await expect(save('outsider', recordId, CHANGED)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await act('finance_leader', evaluation('approve'), recordId)
    await expect(save('finance_leader', recordId, CHANGED)).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })

  test('is refused without a reason, without a difference, and above what was asked', async () => {
    const { recordId } = await refused()
    const attempt = async (change: Record<string, string | boolean | null>) => {
      await save('finance_leader', recordId, { ...CHANGED, ...change })
      return act('finance_leader', evaluation('approve'), recordId)
    }
    const violated = { code: 'RULE_VIOLATED' }
    await expect(attempt({ overrideReason: null })).rejects.toMatchObject(violated)
    await expect(attempt({ overrideDecision: 'REJECT', overrideSuggested_fen: '0' })).rejects.toMatchObject({
      message: expect.stringContaining('与原结论相同'),
    })
    await expect(attempt({ overrideSuggested_fen: '500000001' })).rejects.toMatchObject({
      message: expect.stringContaining('高于申请金额'),
    })
    await expect(attempt({ overrideSuggested_fen: '400000000' })).rejects.toMatchObject({
      message: expect.stringContaining('改选“部分支持”'),
    })
  })

  test('opens the budget for what the leader decided, and stands in the report, frozen and sealed', async () => {
    const { projectId, recordId } = await refused()
    await save('finance_leader', recordId, CHANGED)
    const { findings } = await see('finance_leader', recordId)
    expect(findings.map(({ message }: { message: string }) => message).join()).toContain('承担责任')
    await act('finance_leader', evaluation('approve'), recordId)
    const { frozen } = await see('unit', recordId)
    expect(frozen.at(-1)).toMatchObject({ action: 'approve', content: { ...CHANGED, decision: 'REJECT' } })
    const report = await way.textOf('finance_leader', recordId, 'exante-report')
    for (const words of ['（六）结论的改变', '由“不予支持”改为“予以支持”', CHANGED.overrideReason]) {
      expect(report).toContain(words)
    }
    const target = await way.declareTarget(projectId)
    const line = await way.applyBudget(projectId)
    await way.recheckTarget(target, 'expert')
    expect((await way.arrangeBudget(line)).state).toBe('arranged')
  })

  test('a refusal that stands keeps the budget shut', async () => {
    const { projectId, recordId } = await refused()
    await act('finance_leader', evaluation('approve'), recordId)
    await way.declareTarget(projectId)
    await expect(way.applyBudget(projectId)).rejects.toMatchObject({
      message: expect.stringContaining('不予支持'),
    })
  })
})
