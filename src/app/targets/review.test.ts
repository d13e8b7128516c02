import { describe, expect, test } from 'vitest'
import { actOf, firstStagesIn, REVIEW_OPINION } from '../testing/first-stages.ts'
import type { PersonName } from '../testing/world.ts'
import { useWorld } from '../testing/world.ts'
import { beginReviewFinding, listReviewFindings } from './review-findings.ts'

const world = useWorld('2022-10-10')
const way = firstStagesIn(world)
const { see, save, act } = way
const sheet = (action: string) => actOf('targets.sheet', action)
const finding = (action: string) => actOf('targets.reviewFinding', action)

async function declared(isMajor = false) {
  const projectId = await way.enter({ isNew: false, isMajor })
  return { projectId, recordId: await way.declareTarget(projectId) }
}

async function reviewed(isMajor = false) {
  const ids = await declared(isMajor)
  await act('department', sheet('review'), ids.recordId, REVIEW_OPINION)
  return ids
}

async function raise(by: PersonName, projectId: string, subjectId: string) {
  const { recordId } = await world.as<{ recordId: string }>(by, beginReviewFinding, { projectId, subjectId })
  await save(by, recordId, { place: '农户满意度', text: '请写明样本量' })
  await act(by, finding('raise'), recordId)
  return recordId
}

describe('审核表: 一般性项目和重点项目', () => {
  test('an ordinary project is graded in words on four aspects, a key project by points', async () => {
    const ordinary = await see('finance_performance', (await declared(false)).recordId)
    expect(ordinary.content['review']).toHaveLength(4)
    expect(ordinary.content['review'][0]).not.toHaveProperty('weight_x100')
    const key = await see('finance_performance', (await declared(true)).recordId)
    expect(key.content['review']).toHaveLength(8)
    expect(key.content['thirdPartyReview']).toHaveLength(8)
  })

  test.each<[share: number, grade: string, said: string]>([
    [0.7, '中', '退回修改'],
    [0.5, '差', '不予通过'],
  ])('an ordinary project graded %s (%s) does not pass', async (share, _grade, said) => {
    const { recordId } = await reviewed()
    await way.fillReview(recordId, share)
    await expect(
      act('finance_performance', sheet('recheck'), recordId, REVIEW_OPINION),
    ).rejects.toMatchObject({ code: 'RULE_VIOLATED', message: expect.stringContaining(said) })
  })

  test('an aspect without a grade, the whole without a grade, a low grade without words: each is refused', async () => {
    const { recordId } = await reviewed()
    const recheck = () => act('finance_performance', sheet('recheck'), recordId, REVIEW_OPINION)
    await save('finance_performance', recordId, { reviewOpinion: REVIEW_OPINION })
    await expect(recheck()).rejects.toMatchObject({ message: expect.stringContaining('还没有评定') })
    const { content } = await see('finance_performance', recordId)
    const [first, ...rest] = content['review'].map((row: object) => ({ ...row, grade: 'excellent' }))
    await save('finance_performance', recordId, { review: [first, ...rest] })
    await expect(recheck()).rejects.toMatchObject({ message: expect.stringContaining('综合评定等级') })
    await save('finance_performance', recordId, {
      review: [{ ...first, grade: 'fair' }, ...rest],
      overallGrade: 'good',
    })
    await expect(recheck()).rejects.toMatchObject({
      message: expect.stringContaining('评为“中”，请写明审核意见'),
    })
    await save('finance_performance', recordId, { review: [first, ...rest], overallGrade: 'excellent' })
    expect((await recheck()).state).toBe('rechecked')
    expect((await see('unit', recordId)).figures['review']).toBe('优')
  })

  test('the printed table has the three parties side by side and marks where they differ', async () => {
    const { recordId } = await declared(true)
    const { content } = await see('department', recordId)
    const departmentReview = content['departmentReview'].map((row: object) => ({ ...row, grade: 'good' }))
    await save('department', recordId, { departmentReview })
    await act('department', sheet('review'), recordId, REVIEW_OPINION)
    await way.fillReview(recordId, 0.95)
    const printed = await way.textOf('finance_performance', recordId, 'target-review')
    for (const words of ['重点项目', '规范完整性★', '优：总体合理', '第1次报送'])
      expect(printed).toContain(words)
    const { figures } = await see('unit', recordId)
    expect(figures['review[0].lineGrade']).toBe('优')
  })

  test('every return is counted when the unit hands in again', async () => {
    const { recordId } = await reviewed()
    await act('finance_performance', sheet('return'), recordId, '满意度指标缺少样本量')
    await act('unit', sheet('declare'), recordId)
    const { figures, frozen } = await see('department', recordId)
    expect(figures['submissions']).toBe('第2次报送')
    expect(frozen.map(({ action }) => action)).toEqual(['declare', 'declare'])
  })
})

describe('审核意见', () => {
  test('is raised, replied to and closed; until then the sheet does not pass', async () => {
    const { projectId, recordId } = await reviewed()
    await way.fillReview(recordId, 0.85)
    const id = await raise('department', projectId, recordId)
    const recheck = () => act('finance_performance', sheet('recheck'), recordId, REVIEW_OPINION)
    await expect(recheck()).rejects.toMatchObject({ message: expect.stringContaining('“农户满意度”待答复') })
    await save('unit', id, { reply: '已写明样本量200户' })
    await act('unit', finding('reply'), id)
    await expect(recheck()).rejects.toMatchObject({ message: expect.stringContaining('待核对') })
    await act('department', finding('close'), id, '已补充')
    const { findings } = await world.as<{ findings: object[] }>('unit', listReviewFindings, { recordId })
    expect(findings).toMatchObject([
      {
        raisedBy: expect.stringContaining('示例县农业农村局'),
        reply: '已写明样本量200户',
        stateTitle: '已办结',
        closedBy: expect.stringContaining('2022-10-10'),
      },
    ])
    expect((await recheck()).state).toBe('rechecked')
    expect(await way.textOf('unit', recordId, 'target-review')).toContain('已写明样本量200户')
  })

  test.each<[by: PersonName, action: string, code: string]>([
    ['department', 'reply', 'NOT_PERMITTED'],
    ['unit', 'close', 'NOT_PERMITTED'],
    ['finance_performance', 'close', 'ACTION_NOT_AVAILABLE'],
    ['unit2', 'reply', 'NOT_FOUND'],
    ['outsider', 'close', 'NOT_FOUND'],
  ])('%s cannot %s a raised point: %s', async (by, action, code) => {
    const { projectId, recordId } = await declared()
    const id = await raise('department', projectId, recordId)
    await expect(act(by, finding(action), id)).rejects.toMatchObject({ code })
  })

  test('nothing is raised about a draft, nor without a sheet, nor by the unit', async () => {
    const projectId = await way.enter({ isNew: false, isMajor: false })
    const { recordId } = await way.begin('unit', 'targets.sheet', projectId)
    const begin = (by: PersonName, input: object) => world.as(by, beginReviewFinding, { projectId, ...input })
    await expect(begin('department', { subjectId: recordId })).rejects.toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
    })
    await expect(begin('department', {})).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(begin('unit', { subjectId: recordId })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })
})
