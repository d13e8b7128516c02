import { describe, expect, test } from 'vitest'
import { listTodos } from '../shell/list-todos.ts'
import { saveDraft } from '../records/save-draft.ts'
import { actOf, firstStagesIn } from '../testing/first-stages.ts'
import type { PersonName } from '../testing/world.ts'
import { useWorld } from '../testing/world.ts'

const world = useWorld('2022-08-20')
const way = firstStagesIn(world)
const { see, save, act } = way
const EVALUATION = 'exante.evaluation'
const evaluation = (action: string) => actOf(EVALUATION, action)

async function begin() {
  const projectId = await way.enter()
  const { recordId } = await way.begin('finance_performance', EVALUATION, projectId)
  return { projectId, recordId }
}

/** Two experts far apart; the lead expert's note is still to be signed. */
async function scoredApart() {
  const recordId = await way.openEvaluation(await way.enter())
  await way.score(recordId, { expert2: 'good' })
  await act('finance_performance', evaluation('closeScoring'), recordId)
  return recordId
}

async function scored() {
  const recordId = await scoredApart()
  await way.signNote('expert', recordId)
  return recordId
}

describe('事前绩效评估: 材料', () => {
  test('begins with the materials of a project, its money and the years to look at', async () => {
    const { recordId } = await begin()
    const { content, explanations } = await see('finance_performance', recordId)
    expect(content).toMatchObject({ subject: 'project', requested_fen: '500000000' })
    expect(content['affordability']).toEqual([{ year: 2023 }, { year: 2024 }, { year: 2025 }])
    expect(content['materials'].some((row: { appliesTo: string }) => row.appliesTo === 'policy')).toBe(false)
    expect(explanations['subject']?.sentence).toContain('新增项目')
  })

  test('cannot be handed in while a required paper is missing; then the project stands in this stage', async () => {
    const { recordId } = await begin()
    await expect(act('unit', evaluation('submit'), recordId)).rejects.toMatchObject({ code: 'RULE_VIOLATED' })
    await way.fillMaterials(recordId)
    expect((await act('unit', evaluation('submit'), recordId)).state).toBe('submitted')
    expect((await see('unit', recordId)).project.status).toBe('exante')
  })

  test('goes back to the unit with a reason, and needs one', async () => {
    const { recordId } = await begin()
    await way.fillMaterials(recordId)
    await act('unit', evaluation('submit'), recordId)
    const back = evaluation('return')
    await expect(act('finance_performance', back, recordId)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect((await act('finance_performance', back, recordId, '缺预算明细')).state).toBe('draft')
  })
})

describe('事前绩效评估: 组织评分', () => {
  async function submitted() {
    const { recordId } = await begin()
    await way.fillMaterials(recordId)
    await act('unit', evaluation('submit'), recordId)
    return recordId
  }
  const plan = (recordId: string) => way.fillPlan(recordId)
  const expertRow = (name: PersonName, more: object = {}) => ({
    person: world.people[name].personId,
    field: 'industry',
    employer: '示例大学',
    isConflictDeclared: false,
    ...more,
  })

  test.each<[why: string, rows: () => object[], said: string]>([
    ['one expert', () => [expertRow('expert')], '至少需要 2 名'],
    [
      'a declared interest',
      () => [expertRow('expert'), expertRow('expert2', { isConflictDeclared: true })],
      '回避',
    ],
    [
      'from the unit',
      () => [expertRow('expert'), expertRow('expert2', { employer: '示例县农业技术推广中心' })],
      '工作单位',
    ],
    [
      'nobody who could score',
      () => [expertRow('expert', { isLead: true }), expertRow('department')],
      '没有在任',
    ],
    ['nobody leading', () => [expertRow('expert'), expertRow('expert2')], '指定组长'],
  ])('is refused: %s', async (_why, rows, said) => {
    const recordId = await submitted()
    await plan(recordId)
    await save('finance_performance', recordId, { experts: rows() })
    await expect(act('finance_performance', evaluation('open'), recordId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      message: expect.stringContaining(said),
    })
  })

  test('an expert sees the project only when asked, and a sheet with every line of the rubric', async () => {
    const { projectId, recordId } = await begin()
    await way.fillMaterials(recordId)
    await act('unit', evaluation('submit'), recordId)
    await plan(recordId)
    expect(await way.recordsOf('expert', { kind: EVALUATION, projectId })).toEqual([])
    await act('finance_performance', evaluation('open'), recordId)
    expect(await way.recordsOf('expert', { kind: EVALUATION, projectId })).toHaveLength(1)
    const { content } = await see('expert', await way.sheetOf('expert', recordId))
    expect(content['scores']).toHaveLength(20)
    expect(content['scores'][0]).toMatchObject({ itemCode: 'NEC-1', dimension: 'NEC', weight_x100: 500 })
    expect(content['pledgeVersion']).toBeTruthy()
  })
})

describe('专家评分: 独立', () => {
  test('nobody but its author sees a sheet before it is handed in', async () => {
    const recordId = await way.openEvaluation(await way.enter())
    const sheet = await way.sheetOf('expert', recordId)
    for (const other of ['expert2', 'finance_performance', 'unit', 'province'] as const) {
      await expect(see(other, sheet), other).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })

  test('a sheet without pledge, with an interest, or with a low mark without reason is refused', async () => {
    const recordId = await way.openEvaluation(await way.enter())
    const sheet = await way.sheetOf('expert', recordId)
    const change = async (content: object) => {
      const { record } = await see('expert', sheet)
      await world.as('expert', saveDraft, { recordId: sheet, version: record.version, content })
    }
    await expect(way.handIn('expert', sheet)).rejects.toMatchObject({ code: 'ACTION_NOT_AVAILABLE' })
    await expect(change({ overallOpinion: '先写意见' })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await way.markSheet('expert', sheet, 'fair')
    await expect(change({ pledgeAccepted: false })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await change({ hasConflict: true, conflictNote: '曾任该单位顾问' })
    await expect(way.handIn('expert', sheet)).rejects.toMatchObject({
      message: expect.stringContaining('回避'),
    })
    const { content } = await see('expert', sheet)
    const scores = content['scores'].map(({ comment: _comment, ...row }: { comment: string }) => row)
    await change({ hasConflict: false, conflictNote: null, scores })
    await expect(way.handIn('expert', sheet)).rejects.toMatchObject({
      message: expect.stringContaining('请写明理由'),
    })
    await way.markSheet('expert', sheet, 'fair')
    expect((await see('expert', sheet)).figures['scores']).toBe('60.00')
    await way.handIn('expert', sheet)
    expect((await see('expert', sheet)).record.state).toBe('submitted')
    await expect(see('finance_performance', sheet)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(see('expert2', sheet)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('scoring closes with two sheets in, and takes none afterwards', async () => {
    const recordId = await way.openEvaluation(await way.enter())
    const close = evaluation('closeScoring')
    await expect(act('finance_performance', close, recordId)).rejects.toMatchObject({ code: 'RULE_VIOLATED' })
    await way.score(recordId)
    await act('finance_performance', close, recordId)
    const { content, figures } = await see('finance_leader', recordId)
    expect(content).toMatchObject({ raterCount: 2, panelScore_x100: 10000 })
    expect(content['panelDimensions']).toHaveLength(5)
    expect(figures['panelScore_x100']).toBe('100.00')
  })

  test('scoring does not end while one of the panel is still out', async () => {
    const recordId = await way.openEvaluation(await way.enter(), ['expert', 'expert2', 'agency'])
    await way.score(recordId)
    await expect(act('finance_performance', evaluation('closeScoring'), recordId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      message: expect.stringContaining('人员agency'),
    })
    const late = await way.sheetOf('agency', recordId)
    await way.markSheet('agency', late, 'good')
    await way.handIn('agency', late)
    expect((await act('finance_performance', evaluation('closeScoring'), recordId)).state).toBe('scored')
  })
})

describe('事前绩效评估: 结论', () => {
  test('stands in the to-do list of the business section until its part is filled in', async () => {
    const recordId = await scored()
    const waits = async (who: PersonName) => {
      const { items } = await world.as<{ items: { recordId: string; task: string }[] }>(who, listTodos, {})
      return items.filter((item) => item.recordId === recordId).map(({ task }) => task)
    }
    expect(await waits('finance_business')).toEqual(['待填财力可承受能力'])
    const { items } = await world.as<{
      items: { recordId: string; why?: { ruleId: string; sentence: string } }[]
    }>('finance_business', listTodos, {})
    expect(items.find((item) => item.recordId === recordId)?.why).toMatchObject({
      ruleId: 'EXA-001',
      sentence: expect.stringContaining('新增项目，'),
    })
    expect(await waits('finance_performance')).toEqual(['待形成结论'])
    await way.fillBusinessSections(recordId)
    expect(await waits('finance_business')).toEqual([])
    expect(await waits('finance_performance')).toEqual(['待形成结论'])
  })

  test('experts far apart need the signed word of the lead expert, and of nobody else', async () => {
    const recordId = await scoredApart()
    await way.fillBusinessSections(recordId)
    await way.fillConclusion(recordId)
    const conclude = () => act('finance_performance', evaluation('conclude'), recordId)
    await expect(conclude()).rejects.toMatchObject({ message: expect.stringContaining('组长还没有签署') })
    const [note] = await way.recordsOf('expert', { kind: 'exante.leadNote', subjectId: recordId })
    const noteId = note?.id as string
    for (const other of ['expert2', 'finance_performance', 'province'] as const) {
      await expect(see(other, noteId), other).rejects.toMatchObject({ code: 'NOT_FOUND' })
      const signing = world.as(other, actOf('exante.leadNote', 'sign'), { recordId: noteId, version: 1 })
      await expect(signing, other).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    await way.signNote('expert', recordId)
    expect((await see('finance_performance', noteId)).history.at(-1)?.action).toBe('sign')
    expect((await conclude()).state).toBe('concluded')
  })

  test('waits for the affordability sheet and the compliance answer of the business section', async () => {
    const recordId = await scored()
    await way.fillConclusion(recordId)
    const conclude = evaluation('conclude')
    await expect(act('finance_performance', conclude, recordId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
    })
    await way.fillBusinessSections(recordId)
    expect((await act('finance_performance', conclude, recordId)).state).toBe('concluded')
  })

  test.each<[why: string, conclusion: Record<string, string | null>, said: string]>([
    ['more than asked for', { suggested_fen: '500000001' }, '高于申请金额'],
    ['a cut under full support', { suggested_fen: '400000000' }, '予以支持'],
    ['a partial support without lines', { decision: 'PARTIAL', suggested_fen: '400000000' }, '核减明细'],
    ['a refusal with money', { decision: 'REJECT' }, '应为 0'],
  ])('is refused: %s', async (_why, conclusion, said) => {
    const recordId = await scored()
    await way.fillBusinessSections(recordId)
    await way.fillConclusion(recordId, conclusion as never)
    await expect(act('finance_performance', evaluation('conclude'), recordId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      message: expect.stringContaining(said),
    })
  })

  test('more than the county can carry, or unlawful funding, excludes full support', async () => {
    const recordId = await scored()
    await way.fillBusinessSections(recordId)
    await way.fillConclusion(recordId)
    await save('finance_business', recordId, { isFundingCompliant: false })
    await expect(act('finance_performance', evaluation('conclude'), recordId)).rejects.toMatchObject({
      message: expect.stringContaining('筹资合规性'),
    })
    const { content } = await see('finance_business', recordId)
    const affordability = content['affordability'].map((row: object) => ({
      ...row,
      committed_fen: '90000000000',
    }))
    await save('finance_business', recordId, { isFundingCompliant: true, affordability })
    await expect(act('finance_performance', evaluation('conclude'), recordId)).rejects.toMatchObject({
      message: expect.stringContaining('财力不可承受'),
    })
    expect((await see('finance_leader', recordId)).figures['affordability']).toBe('不可承受')
  })

  test('is approved by the leader, frozen with the panel, and can be sent back for another look', async () => {
    const recordId = await scored()
    await way.fillBusinessSections(recordId)
    await way.fillConclusion(recordId)
    await act('finance_performance', evaluation('conclude'), recordId)
    await act('finance_leader', evaluation('reconsider'), recordId, '请补充管护资金来源')
    expect((await see('unit', recordId)).record.state).toBe('scored')
    await act('finance_performance', evaluation('conclude'), recordId)
    await act('finance_leader', evaluation('approve'), recordId)
    const { record, frozen, figures, explanations } = await see('unit', recordId)
    expect(record.state).toBe('approved')
    expect(frozen.at(-1)).toMatchObject({ action: 'approve', content: { panelScore_x100: 9000 } })
    for (const key of Object.keys(figures)) expect(explanations[key]?.sentence, key).toBeTruthy()
  })
})

describe('事前绩效评估: 文书', () => {
  test("the report is printed as a draft at first, and with the experts' marks once approved", async () => {
    const { recordId } = await begin()
    const draft = await way.print('finance_performance', recordId, 'exante-report', 'pdf')
    expect(Buffer.from(draft.bytes_base64, 'base64').subarray(0, 4).toString()).toBe('%PDF')
    const approved = await way.approveEvaluation(await way.enter())
    const report = await way.print('finance_leader', approved, 'exante-report')
    const text = await way.textOf('finance_leader', approved, 'exante-report')
    for (const words of [
      '综合得分100.00分',
      '评估结论为“予以支持”',
      '可承受',
      '人员expert2',
      '依据：事前绩效评估第1版',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).not.toContain('草稿')
    expect(report.fileName).toMatch(/高效农业示范项目\d+-事前绩效评估报告\.docx/)
    expect(Buffer.from(report.bytes_base64, 'base64').subarray(0, 2).toString()).toBe('PK')
  })
})

describe('事前绩效评估: 谁不能做', () => {
  test.each<[by: PersonName, action: string, code: string]>([
    ['finance_performance', 'submit', 'NOT_PERMITTED'],
    ['department', 'submit', 'NOT_PERMITTED'],
    ['unit', 'open', 'NOT_PERMITTED'],
    ['finance_leader', 'closeScoring', 'NOT_PERMITTED'],
    ['finance_business', 'conclude', 'NOT_PERMITTED'],
    ['finance_performance', 'approve', 'NOT_PERMITTED'],
    ['unit', 'return', 'NOT_PERMITTED'],
    ['unit', 'reconsider', 'NOT_PERMITTED'],
    ['unit2', 'submit', 'NOT_FOUND'],
    ['outsider', 'open', 'NOT_FOUND'],
    ['expert', 'submit', 'NOT_FOUND'],
    ['finance_leader', 'approve', 'ACTION_NOT_AVAILABLE'],
    ['finance_performance', 'conclude', 'ACTION_NOT_AVAILABLE'],
    ['finance_performance', 'closeScoring', 'ACTION_NOT_AVAILABLE'],
  ])('%s cannot %s a draft: %s', async (by, action, code) => {
    const { recordId } = await begin()
    const attempt = act(
      by,
      evaluation(action),
      recordId,
      evaluation(action).id.endsWith('return') ? '退回' : undefined,
    )
    await expect(attempt).rejects.toMatchObject({ code })
  })

  test('an old version is refused with the present one', async () => {
    const { recordId } = await begin()
    await way.fillMaterials(recordId)
    const stale = world.as('unit', evaluation('submit'), { recordId, version: 1 })
    await expect(stale).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
  })

  test('an expert can neither hand in the sheet of another nor have it handed in by somebody', async () => {
    const recordId = await way.openEvaluation(await way.enter())
    const sheet = await way.sheetOf('expert', recordId)
    const submit = actOf('exante.scoreSheet', 'submit')
    for (const by of ['expert2', 'finance_performance'] as const) {
      const attempt = world.as(by, submit, { recordId: sheet, version: 1 })
      await expect(attempt, by).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })
})
