import { describe, expect, test } from 'vitest'
import { APPROVED_TARGET } from '../testing/approved-project.ts'
import { actOf, firstStagesIn, REVIEW_OPINION } from '../testing/first-stages.ts'
import type { PersonName } from '../testing/world.ts'
import { useWorld } from '../testing/world.ts'

const world = useWorld('2022-10-10')
const way = firstStagesIn(world)
const { see, save, act } = way
const SHEET = 'targets.sheet'
const target = (action: string) => actOf(SHEET, action)

/** Not new: no evaluation is due, so that these tests are about the target alone. */
const continuing = () => way.enter({ isNew: false, isMajor: true })

async function begin() {
  const projectId = await continuing()
  const { recordId } = await way.begin('unit', SHEET, projectId)
  return { projectId, recordId }
}

const declared = async () => way.declareTarget(await continuing())

async function reviewed() {
  const recordId = await declared()
  await act('department', target('review'), recordId, REVIEW_OPINION)
  return recordId
}

async function rechecked() {
  const projectId = await continuing()
  const recordId = await way.declareTarget(projectId)
  await way.recheckTarget(recordId)
  return { projectId, recordId }
}

async function approved() {
  const { projectId, recordId } = await rechecked()
  await way.arrangeBudget(await way.applyBudget(projectId))
  const act_ = await act('finance_leader', target('approve'), recordId)
  return { projectId, recordId, documentNumber: act_.documentNumber }
}

describe('绩效目标: 申报', () => {
  test('begins with the project: period, money by source, the review points of the year', async () => {
    const { recordId } = await begin()
    const { content } = await see('unit', recordId)
    expect(content).toMatchObject({
      attribute: 'continuing',
      periodStart: '2023-01-01',
      total_fen: '500000000',
      fiscal_fen: '500000000',
      other_fen: '0',
    })
    expect(content['review']).toHaveLength(8)
    expect(content['quarterPlan']).toHaveLength(4)
  })

  test('a project that was cut by the evaluation begins with the suggested money', async () => {
    const projectId = await way.enter()
    await way.approveEvaluation(projectId, {
      decision: 'PARTIAL',
      suggested_fen: '400000000',
      cutLines: [{ item: '宣传', requested_fen: '100000000', cut_fen: '100000000', reason: '非必要' }],
    })
    const { recordId } = await way.begin('unit', SHEET, projectId)
    expect((await see('unit', recordId)).content).toMatchObject({ attribute: 'new', total_fen: '400000000' })
  })

  test.each<[why: string, change: Record<string, unknown>, said: string]>([
    ['weights short', { indicators: (APPROVED_TARGET['indicators'] as object[]).slice(0, 5) }, '满意度'],
    ['money does not add up', { fiscal_fen: '400000000' }, '不等'],
    [
      'quarters do not add up',
      {
        quarterPlan: [
          { quarter: 'q1', planned_fen: '1' },
          { quarter: 'q2', planned_fen: '1' },
          { quarter: 'q3', planned_fen: '1' },
          { quarter: 'q4', planned_fen: '1' },
        ],
      },
      '分季用款计划',
    ],
    ['no goal', { annualGoal: null }, '年度目标'],
  ])('is refused: %s', async (_why, change, said) => {
    const { recordId } = await begin()
    await way.fillTarget(recordId, change as never)
    await expect(act('unit', target('declare'), recordId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      message: expect.stringContaining(said),
    })
  })

  test('is frozen as declared; the project stands in this stage; every figure has its reason', async () => {
    const recordId = await declared()
    const { frozen, project, figures, explanations } = await see('unit', recordId)
    expect(frozen.map(({ action }) => action)).toEqual(['declare'])
    expect(project.status).toBe('targets')
    expect(figures['indicators']).toBe('相符')
    for (const key of Object.keys(figures)) expect(explanations[key]?.sentence, key).toBeTruthy()
  })
})

describe('绩效目标: 审核', () => {
  test('the first review belongs to the department, as the rule of the place says', async () => {
    const recordId = await declared()
    const attempt = act('finance_business', target('review'), recordId, REVIEW_OPINION)
    await expect(attempt).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    expect((await act('department', target('review'), recordId, REVIEW_OPINION)).state).toBe('reviewed')
  })

  test.each<[grade: string, share: number, said: string]>([
    ['中', 0.7, '退回修改'],
    ['差', 0.5, '不予通过'],
  ])('a sheet graded %s does not pass', async (_grade, share, said) => {
    const recordId = await reviewed()
    await way.fillReview(recordId, share)
    await expect(
      act('finance_performance', target('recheck'), recordId, REVIEW_OPINION),
    ).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      message: expect.stringContaining(said),
    })
  })

  test('a low line needs its reason, and points are needed at all', async () => {
    const recordId = await reviewed()
    const recheck = () => act('finance_performance', target('recheck'), recordId, REVIEW_OPINION)
    await expect(recheck()).rejects.toMatchObject({ code: 'RULE_VIOLATED' })
    await way.fillReview(recordId)
    const { content } = await see('finance_performance', recordId)
    const [first, ...rest] = content['review']
    await save('finance_performance', recordId, {
      review: [{ ...first, score_x100: 700, opinion: '' }, ...rest],
    })
    await expect(recheck()).rejects.toMatchObject({ message: expect.stringContaining('请写明审核意见') })
    await way.fillReview(recordId)
    expect((await recheck()).state).toBe('rechecked')
    expect((await see('unit', recordId)).figures['review']).toBe('90.00分，优')
  })

  test('where experts were asked, their opinion comes before the recheck', async () => {
    const projectId = await way.enter()
    await way.approveEvaluation(projectId)
    const recordId = await way.declareTarget(projectId)
    await act('department', target('review'), recordId, REVIEW_OPINION)
    await way.fillReview(recordId)
    const recheck = () => act('finance_performance', target('recheck'), recordId, REVIEW_OPINION)
    await expect(recheck()).rejects.toMatchObject({ message: expect.stringContaining('联审意见') })
    await way.advise('expert', recordId)
    expect((await recheck()).state).toBe('rechecked')
  })

  test('only what is graded 差 is refused; afterwards a new sheet may be begun', async () => {
    const projectId = await continuing()
    const recordId = await way.declareTarget(projectId)
    await act('department', target('review'), recordId, REVIEW_OPINION)
    const refuse = () => act('finance_performance', target('refuse'), recordId, '目标与职责不符')
    await expect(refuse()).rejects.toMatchObject({ message: expect.stringContaining('还没有打分') })
    await way.fillReview(recordId, 0.9)
    await expect(refuse()).rejects.toMatchObject({ message: expect.stringContaining('退回修改') })
    await way.fillReview(recordId, 0.5)
    expect((await refuse()).state).toBe('refused')
    expect((await way.begin('unit', SHEET, projectId)).recordId).not.toBe(recordId)
  })

  test('goes back with a reason and must pass everybody again', async () => {
    const recordId = await reviewed()
    await act('finance_performance', target('return'), recordId, '满意度指标缺少样本量')
    expect((await see('unit', recordId)).record.state).toBe('draft')
    await act('unit', target('declare'), recordId)
    const attempt = act('finance_performance', target('recheck'), recordId, REVIEW_OPINION)
    await expect(attempt).rejects.toMatchObject({ code: 'ACTION_NOT_AVAILABLE' })
  })
})

describe('绩效目标: 批复和公开', () => {
  test('is not approved without the budget', async () => {
    const { recordId } = await rechecked()
    await expect(act('finance_leader', target('approve'), recordId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      message: expect.stringContaining('预算还没有安排'),
    })
  })

  test('one act approves target and budget: same number, same day, money on the project', async () => {
    const { projectId, recordId, documentNumber } = await approved()
    expect(documentNumber).toMatch(/〔2022〕\d+号$/)
    const line = await see('unit', await way.budgetLineOf(projectId))
    expect(line.record.state).toBe('approved')
    expect(line.content).toMatchObject({ budgetDocumentNumber: documentNumber, arrangedOn: '2022-10-10' })
    expect(line.history.at(-1)).toMatchObject({ action: 'approve', documentNumber })
    const sheet = await see('unit', recordId)
    expect(sheet.project).toMatchObject({ status: 'monitoring', budget_fen: '500000000' })
    expect(sheet.frozen.at(-1)).toMatchObject({ action: 'approve' })
    expect(sheet.figures['disclosedOn']).toBe('2022-10-30')
  })

  test('numbers follow each other without a gap', async () => {
    const first = Number(/(\d+)号$/.exec((await approved()).documentNumber ?? '')?.[1])
    const second = Number(/(\d+)号$/.exec((await approved()).documentNumber ?? '')?.[1])
    expect(second).toBe(first + 1)
  })

  test('experts lose sight of the project when the target is approved', async () => {
    const projectId = await way.enter()
    await way.approveEvaluation(projectId)
    const recordId = await way.declareTarget(projectId)
    await way.recheckTarget(recordId, 'expert')
    await way.arrangeBudget(await way.applyBudget(projectId))
    await act('finance_leader', target('approve'), recordId)
    await expect(see('expert', recordId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test.each<[why: string, content: Record<string, string>, said: string]>([
    [
      'before it was approved',
      { disclosedOn: '2022-10-09', disclosureUrl: 'https://www.example.cn' },
      '早于批复',
    ],
    ['in the future', { disclosedOn: '2022-10-11', disclosureUrl: 'https://www.example.cn' }, '晚于今天'],
    ['without proof', { disclosedOn: '2022-10-10' }, '公开网址'],
    ['without a day', { disclosureUrl: 'https://www.example.cn' }, '公开日期'],
  ])('is not registered as published: %s', async (_why, content, said) => {
    const { recordId } = await approved()
    await save('finance_performance', recordId, { disclosurePlace: '县政府门户网站', ...content })
    await expect(act('finance_performance', target('publish'), recordId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      message: expect.stringContaining(said),
    })
  })

  test('a late publication is registered, and stays visible as late', async () => {
    const { recordId } = await approved()
    world.setToday('2022-11-05')
    await save('finance_performance', recordId, {
      disclosedOn: '2022-11-01',
      disclosurePlace: '县政府门户网站',
      disclosureUrl: 'https://www.example.cn/target',
    })
    expect((await act('finance_performance', target('publish'), recordId)).state).toBe('published')
    const { findings } = await see('congress', recordId)
    expect(findings).toMatchObject([{ severity: 'warning', message: expect.stringContaining('逾期 2 天') }])
    world.setToday('2022-10-10')
  })
})

describe('绩效目标: 文书', () => {
  test('the declared form and the letter of approval are printed', async () => {
    const { recordId, documentNumber } = await approved()
    const form = await way.textOf('unit', recordId, 'target-sheet')
    for (const words of ['建成示范基地', '≥50个', '综合评定等级：优', REVIEW_OPINION])
      expect(form).toContain(words)
    const letter = await way.textOf('unit', recordId, 'target-approval')
    for (const words of [
      documentNumber ?? '?',
      '预算500.00万元',
      '2022年10月30日前',
      '经初审、复核，现予批复',
    ]) {
      expect(letter).toContain(words)
    }
    for (const document of ['target-sheet', 'target-approval']) {
      const { fileName, bytes_base64 } = await way.print('unit', recordId, document)
      expect(fileName).toContain('高效农业示范项目')
      expect(Buffer.from(bytes_base64, 'base64').subarray(0, 2).toString()).toBe('PK')
    }
  })
})

describe('绩效目标: 谁不能做', () => {
  test.each<[by: PersonName, action: string, code: string]>([
    ['department', 'declare', 'NOT_PERMITTED'],
    ['unit', 'review', 'NOT_PERMITTED'],
    ['finance_leader', 'recheck', 'NOT_PERMITTED'],
    ['finance_performance', 'approve', 'NOT_PERMITTED'],
    ['finance_leader', 'publish', 'NOT_PERMITTED'],
    ['unit', 'return', 'NOT_PERMITTED'],
    ['department', 'refuse', 'NOT_PERMITTED'],
    ['finance_performance', 'advise', 'NOT_PERMITTED'],
    ['unit2', 'declare', 'NOT_FOUND'],
    ['department2', 'review', 'NOT_FOUND'],
    ['agency', 'advise', 'NOT_FOUND'],
    ['outsider', 'recheck', 'NOT_FOUND'],
    ['department', 'review', 'ACTION_NOT_AVAILABLE'],
    ['finance_leader', 'approve', 'ACTION_NOT_AVAILABLE'],
    ['finance_performance', 'publish', 'ACTION_NOT_AVAILABLE'],
  ])('%s cannot %s a draft: %s', async (by, action, code) => {
    const { recordId } = await begin()
    await expect(act(by, target(action), recordId, '意见')).rejects.toMatchObject({ code })
  })

  test('an old version is refused', async () => {
    const { recordId } = await begin()
    await way.fillTarget(recordId)
    const stale = world.as('unit', target('declare'), { recordId, version: 1 })
    await expect(stale).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
  })

  test('nobody but a unit begins a sheet, and only one is open', async () => {
    const projectId = await continuing()
    await expect(way.begin('department', SHEET, projectId)).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await expect(way.begin('unit2', SHEET, projectId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await way.begin('unit', SHEET, projectId)
    await expect(way.begin('unit', SHEET, projectId)).rejects.toMatchObject({ code: 'ACTION_NOT_AVAILABLE' })
  })
})
