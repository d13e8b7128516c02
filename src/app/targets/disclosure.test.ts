import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { registerAttachment } from '../attachments/index.ts'
import { actOf, firstStagesIn } from '../testing/first-stages.ts'
import { inspect } from '../inspect/inspect.ts'
import { listTodos } from '../shell/list-todos.ts'
import { walkOn } from '../testing/plant.ts'
import { type PersonName, useWorld } from '../testing/world.ts'

const world = useWorld('2022-10-10')
const way = firstStagesIn(world)
const { see, save, act } = way
const sheetAct = (action: string) => actOf('targets.sheet', action)
const PLACE = {
  disclosedOn: '2022-10-10',
  disclosurePlace: '县政府门户网站',
  disclosureUrl: 'https://www.example.cn/targets',
}
const WITHHELD = { what: '填报人姓名', basis: 'privacy', reason: '个人信息，公开无必要' }

async function approved() {
  world.setToday('2022-10-10')
  const projectId = await way.enter({ isNew: false, isMajor: false })
  const recordId = await way.declareTarget(projectId)
  await way.recheckTarget(recordId)
  await way.arrangeBudget(await way.applyBudget(projectId))
  await act('finance_leader', sheetAct('approve'), recordId)
  return { projectId, recordId }
}

/** Gives a file as the published one; with its digest, as the gate for files would have seen it. */
async function publishFile(projectId: string, recordId: string, bytes: Uint8Array) {
  const digest = (name: string) => createHash(name).update(bytes).digest('hex')
  const { attachmentId } = await world.as<{ attachmentId: string }>(
    'finance_performance',
    registerAttachment,
    {
      projectId,
      recordId,
      place: 'disclosedFile',
      file: {
        sha256: digest('sha256'),
        sm3: digest('sm3'),
        size_bytes: String(bytes.length),
        mediaType: 'application/pdf',
        name: '公开.pdf',
      },
    },
  )
  await save('finance_performance', recordId, { ...PLACE, disclosedFile: [attachmentId] })
  return digest('sha256')
}

const todosOf = async (by: PersonName) =>
  (await world.as<{ items: { recordId: string; task: string; dueOn: string }[] }>(by, listTodos, {})).items

describe('绩效目标公开', () => {
  test('the term of the law stands in the list of work; nobody else is asked while nothing is kept back', async () => {
    const { recordId } = await approved()
    expect((await todosOf('finance_performance')).find((one) => one.recordId === recordId)).toMatchObject({
      task: '待公开',
      dueOn: '2022-10-30',
    })
    expect((await todosOf('finance_business')).map((one) => one.recordId)).not.toContain(recordId)
    await save('finance_performance', recordId, { ...PLACE, withheld: [WITHHELD] })
    const asked = async () => (await todosOf('finance_business')).find((one) => one.recordId === recordId)
    expect(await asked()).toMatchObject({ task: '核定不公开内容', dueOn: '2022-10-30' })
    world.setToday('2022-10-20')
    await act('finance_business', sheetAct('checkDisclosure'), recordId, '同意')
    expect(await asked()).toBeUndefined()
    expect((await todosOf('finance_performance')).find((one) => one.recordId === recordId)?.dueOn).toBe(
      '2022-10-30',
    )
    await save('finance_performance', recordId, { withheld: [{ ...WITHHELD, what: '另一项' }] })
    expect(await asked()).toMatchObject({ task: '核定不公开内容' })
    const broken = await inspect(world.owner, world.product.services.files)
    expect(broken.filter(({ count }) => count > 0)).toEqual([])
  })

  test('the printed letter is the frozen document, byte for byte, and its digest is sealed', async () => {
    const { projectId, recordId } = await approved()
    const { bytes_base64 } = await way.print('finance_performance', recordId, 'target-approval', 'pdf')
    const sha256 = await publishFile(projectId, recordId, Buffer.from(bytes_base64, 'base64'))
    expect((await act('finance_performance', sheetAct('publish'), recordId)).state).toBe('published')
    const { rows } = await world.owner.query<{
      says: { attachments: { sha256: string; places: string[] }[] }
    }>(
      `select convert_from(canon, 'UTF8')::json as says from ledger_leaf
       where record_id = $1 and type = 'disclosure.published'`,
      [recordId],
    )
    expect(rows[0]?.says.attachments).toMatchObject([{ sha256, places: ['disclosedFile'] }])
  })

  test('another file is refused, unless what it leaves out is registered and agreed to', async () => {
    const { projectId, recordId } = await approved()
    await publishFile(projectId, recordId, Buffer.from('%PDF-1.7 something else'))
    const publish = () => act('finance_performance', sheetAct('publish'), recordId)
    await expect(publish()).rejects.toMatchObject({ message: expect.stringContaining('都不相同') })
    await save('finance_performance', recordId, { withheld: [WITHHELD] })
    await expect(publish()).rejects.toMatchObject({ message: expect.stringContaining('第二人核定') })
    await act('finance_business', sheetAct('checkDisclosure'), recordId, '属个人信息，同意不公开')
    expect((await publish()).state).toBe('published')
    const errors = (await see('congress', recordId)).findings.filter(({ severity }) => severity === 'error')
    expect(errors).toEqual([])
  })

  test.each([
    ['before the first publication', false],
    ['after an adjustment of what was public', true],
  ])('what was changed after it was agreed to has to be agreed to again: %s', async (_when, isAdjusted) => {
    const { recordId } = await approved()
    if (isAdjusted) {
      await save('finance_performance', recordId, PLACE)
      await act('finance_performance', sheetAct('publish'), recordId)
      await walkOn(world, recordId, 'adjust')
    }
    await save('finance_performance', recordId, { ...PLACE, withheld: [WITHHELD] })
    await act('finance_business', sheetAct('checkDisclosure'), recordId, '同意')
    await save('finance_performance', recordId, { withheld: [WITHHELD, { ...WITHHELD, what: '全部指标' }] })
    await expect(act('finance_performance', sheetAct('publish'), recordId)).rejects.toMatchObject({
      message: expect.stringContaining('重新核定'),
    })
  })

  test('something kept back without a reason is refused; nothing kept back needs no second person', async () => {
    const { recordId } = await approved()
    await expect(
      act('finance_business', sheetAct('checkDisclosure'), recordId, '同意'),
    ).rejects.toMatchObject({
      message: expect.stringContaining('不需要核定'),
    })
    await save('finance_performance', recordId, { ...PLACE, withheld: [{ what: '指标', basis: 'other' }] })
    await expect(act('finance_performance', sheetAct('publish'), recordId)).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      message: expect.stringContaining('理由'),
    })
  })

  test('whoever publishes cannot agree for themselves', async () => {
    const { recordId } = await approved()
    await save('finance_performance', recordId, { ...PLACE, withheld: [WITHHELD] })
    await expect(
      act('finance_performance', sheetAct('checkDisclosure'), recordId, '同意'),
    ).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    })
  })

  test('a term that has run out is said as long as nothing is published', async () => {
    const { recordId } = await approved()
    world.setToday('2022-11-02')
    const said = (await see('finance_performance', recordId)).findings.map(({ message }) => message)
    expect(said.join()).toContain('公开期限为 2022-10-30，已逾期 3 天还没有公开')
  })
})
