import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { PublishedProject } from '../../domain/disclosure/published-project.ts'
import { parseBundle } from '../../domain/ledger/bundle.ts'
import { contractTable } from '../../domain/ledger/contract-table.ts'
import { inspect } from '../inspect/inspect.ts'
import { keepLedgers } from '../ledger/keep-ledgers.ts'
import { resultsModule } from '../results/index.ts'
import { EVALUATED, plantProject, plantRecord, TO_CONFIRMED, walkOn } from '../testing/plant.ts'
import { refusalOf, stepsIn } from '../testing/steps.ts'
import { useWorld } from '../testing/world.ts'
import { stableId } from './stable-id.ts'

const world = useWorld('2024-05-20')
const { see, save, act, textOf } = stepsIn(world, resultsModule)
const begin = resultsModule.begins[0] as object
const actNamed = (name: string) =>
  resultsModule.acts.find(({ id }) => id === `results.disclosure.${name}`) as object

const FORM = {
  disclosureTitle: '2023年度项目绩效评价结果',
  summary: '项目基本达到预期目标。',
  isSecrecyChecked: true,
  isPersonalDataChecked: true,
  carrier: 'governmentPortal',
  url: 'https://www.example.cn/result',
  disclosedOn: '2024-05-20',
}

async function evaluated(evaluation: object = {}) {
  const projectId = await plantProject(world, { grade: 'good' })
  await plantRecord(world, {
    kind: 'evaluation.finance',
    projectId,
    content: { ...EVALUATED, ...evaluation },
    acts: TO_CONFIRMED,
  })
  return projectId
}

async function drafted(projectId: string, content: object = {}) {
  const { recordId } = await world.as<{ recordId: string }>('finance_performance', begin, { projectId })
  await save('finance_performance', recordId, { ...FORM, ...content })
  return recordId
}

async function published(projectId: string, content: object = {}) {
  const recordId = await drafted(projectId, content)
  await walk(recordId)
  return recordId
}

async function walk(recordId: string) {
  await act('finance_performance', actNamed('propose'), recordId)
  await act('finance_business', actNamed('check'), recordId, '已核查')
  await act('finance_leader', actNamed('publish'), recordId)
}

async function versions(projectId: string) {
  const { rows } = await world.owner.query<{ version: number; package: string; sha256: string; sm3: string }>(
    'select version, package, sha256, sm3 from disclosure.version where publication_id = $1 order by version',
    [stableId(projectId)],
  )
  return rows.map((row) => ({ ...row, says: JSON.parse(row.package) as PublishedProject }))
}

describe('公开前检查', () => {
  test('a number in the form is found with field and characters, and stops the proposal', async () => {
    const recordId = await drafted(await evaluated(), { summary: '联系电话13800138000，欢迎监督。' })
    const refused = await refusalOf(act('finance_performance', actNamed('propose'), recordId))
    expect(refused.places).toMatchObject([
      { section: 'content', field: 'summary', span: { from: 4, to: 15 } },
    ])
    const { findings } = await see('finance_performance', recordId)
    expect(findings.map(({ message }) => message).join()).not.toContain('13800138000')
  })

  test('what comes from another record is covered in what is published', async () => {
    const problems = [
      { problem: '户主马建国（13800138000）重复领取补助', evidence: '台账', suggestion: '追回' },
    ]
    const projectId = await evaluated({ problems })
    const recordId = await drafted(projectId)
    expect(await refusalOf(act('finance_performance', actNamed('propose'), recordId))).toMatchObject({
      code: 'RULE_VIOLATED',
    })
    const half = await drafted(await evaluated({ problems }), {
      handled: [{ text: '1380013', handling: 'mask' }],
    })
    expect(await refusalOf(act('finance_performance', actNamed('propose'), half))).toMatchObject({
      code: 'RULE_VIOLATED',
    })
    const done = await published(await evaluated({ problems }), {
      handled: [{ text: '13800138000', handling: 'mask' }],
    })
    const project = (await see('finance_performance', done)).project.id
    expect((await versions(project))[0]?.says.problems?.[0]?.problem).toBe('户主马建国（×××）重复领取补助')
  })

  test.each([
    [
      'a level of the evaluation',
      { scores: [{ level1: 'output', level2: '负责人：马小红', name: '完成率' }] },
    ],
    ['the indicator of a problem', { problems: [{ problem: '偏慢', indicator: '电话13800138000' }] }],
    ['the conclusion', { conclusion: '联系人：马小红' }],
  ])('%s is scanned like the rest', async (_what, evaluation) => {
    const recordId = await drafted(await evaluated(evaluation))
    const refused = await refusalOf(act('finance_performance', actNamed('propose'), recordId))
    expect(refused.places).toMatchObject([{ section: 'redaction', field: 'handled' }])
  })

  test('a false alarm is claimed by the drafter and passed by the second person with a reason', async () => {
    const handled = [{ text: '13800138000', handling: 'falseAlarm', claim: '项目编号，不是电话' }]
    const recordId = await drafted(await evaluated(), { summary: '项目编号13800138000。', handled })
    await act('finance_performance', actNamed('propose'), recordId)
    expect(await refusalOf(act('finance_business', actNamed('check'), recordId, '同意'))).toMatchObject({
      code: 'RULE_VIOLATED',
    })
    const agreed = (reason: string) => [{ text: '13800138000', reason }]
    const notTheirs = { code: 'NOT_PERMITTED' }
    expect(await refusalOf(save('finance_business', recordId, { handled: [] }))).toMatchObject(notTheirs)
    await save('finance_business', recordId, { agreed: agreed('项目编号，不是电话') })
    expect(await refusalOf(act('finance_business', actNamed('check'), recordId, '同意'))).toMatchObject({
      code: 'RULE_VIOLATED',
    })
    await save('finance_business', recordId, { agreed: agreed('已与立项文件核对') })
    await act('finance_business', actNamed('return'), recordId, '摘要请再写明白')
    const theirs = save('finance_performance', recordId, { agreed: agreed('起草人自己写的') })
    expect(await refusalOf(theirs)).toMatchObject(notTheirs)
    await act('finance_performance', actNamed('propose'), recordId)
    expect(await refusalOf(act('finance_business', actNamed('check'), recordId, '同意'))).toMatchObject({
      code: 'RULE_VIOLATED',
    })
    await save('finance_business', recordId, { agreed: agreed('已与立项文件核对') })
    await act('finance_business', actNamed('check'), recordId, '同意')
    expect(await act('finance_leader', actNamed('publish'), recordId)).toMatchObject({ state: 'published' })
  })
})

describe('公开期限', () => {
  test('the legal day stands in the list of work, whoever has it; a correction has only its own days', async () => {
    const projectId = await evaluated()
    const recordId = await drafted(projectId)
    const dueOn = async (id: string) => (await see('finance_performance', id)).record.dueOn
    const { content } = await see('finance_performance', recordId)
    expect(await dueOn(recordId)).toBe(content['dueOn'])
    await act('finance_performance', actNamed('propose'), recordId)
    expect(await dueOn(recordId)).toBe(content['dueOn'])
    await act('finance_business', actNamed('check'), recordId, '已核查')
    await act('finance_leader', actNamed('publish'), recordId)
    const again = await drafted(projectId)
    expect((await see('finance_performance', again)).content['dueOn']).toBeUndefined()
    expect(await dueOn(again)).toBe('2024-05-25')
  })
})

describe('公开内容', () => {
  test('is copied with the act, sealed by its digest, and a correction is the next version', async () => {
    const projectId = await evaluated()
    await plantRecord(world, { kind: 'results.task', projectId, content: { problem: '满意度样本不足' } })
    const recordId = await published(projectId, {
      withheld: [{ part: 'problems', basis: 'other', reason: '整改期间不公开' }],
    })
    const [first] = await versions(projectId)
    const { content } = await see('finance_performance', recordId)
    expect(first?.sha256).toBe(
      createHash('sha256')
        .update(first?.package ?? '')
        .digest('hex'),
    )
    expect(content).toMatchObject({ publicVersion: 1, packageSha256: first?.sha256, packageSm3: first?.sm3 })
    expect(first?.says).toMatchObject({
      problems: null,
      rectification: [{ problem: '' }],
      evaluation: { total_x100: 8200, grade: 'good' },
      withheld: [{ what: '存在问题', reason: '整改期间不公开' }],
    })
    const again = await drafted(projectId)
    expect((await see('finance_performance', again)).content).toMatchObject({
      withheld: [{ part: 'problems', reason: '整改期间不公开' }],
    })
    await save('finance_performance', again, { withheld: [] })
    const refused = await refusalOf(act('finance_performance', actNamed('propose'), again))
    expect(refused.places).toMatchObject([{ field: 'correctionReason' }])
    await save('finance_performance', again, { correctionReason: '问题整改完毕，补充公开存在问题。' })
    await walk(again)
    const [, second] = await versions(projectId)
    expect(second?.says).toMatchObject({
      version: 2,
      published: { correction: '问题整改完毕，补充公开存在问题。' },
    })
    expect(second?.says.problems).toHaveLength(2)
    expect(second?.says.rectification?.[0]?.problem).toBe('满意度样本不足')
    expect((await versions(projectId))[0]?.package).toBe(first?.package)
  })

  test('what is published is what was checked: a task that moved on meanwhile has it checked again', async () => {
    const projectId = await evaluated()
    const task = await plantRecord(world, {
      kind: 'results.task',
      projectId,
      content: {
        problemNumber: 1,
        problem: '支出进度偏慢',
        measure: '按月用款',
        result: '已见效',
        completedOn: '2024-05-18',
      },
    })
    const recordId = await drafted(projectId)
    await act('finance_performance', actNamed('propose'), recordId)
    await act('finance_business', actNamed('check'), recordId, '已核查')
    const preview = async () => textOf('finance_leader', recordId, 'disclosure-preview')
    expect(await preview()).toContain('“支出进度偏慢”的整改：待制定整改措施')
    await walkOn(world, task, 'plan')
    expect(await preview()).toContain('“支出进度偏慢”的整改：整改中')
    await expect(act('finance_leader', actNamed('publish'), recordId)).rejects.toThrow(
      '公开数据有变化：整改情况。请退回修改',
    )
    await act('finance_leader', actNamed('return'), recordId, '整改有进展，重新核查')
    world.setToday('2024-05-21')
    await act('finance_performance', actNamed('propose'), recordId)
    await act('finance_business', actNamed('check'), recordId, '已核查')
    world.setToday('2024-05-22')
    await act('finance_leader', actNamed('publish'), recordId)
    world.setToday('2024-05-20')
    await walkOn(world, task, 'report')
    expect(await preview()).toMatch(/已经公开.*“支出进度偏慢”的整改：整改中/s)
    expect((await versions(projectId))[0]?.says.rectification).toEqual([
      expect.objectContaining({ state: '整改中', measure: '按月用款', result: '', completedOn: '' }),
    ])
  })

  test.each<[state: string, acts: string[], shown: object]>([
    ['open', [], { state: '待制定整改措施', measure: '', result: '' }],
    ['referred', ['refer'], { state: '整改中', measure: '', result: '' }],
    ['reported', ['plan', 'report'], { measure: '按月用款', result: '', completedOn: '', recovered_fen: '' }],
    [
      'verified',
      ['plan', 'report', 'review', 'verify'],
      { state: '已核实', result: '已见效', recovered_fen: '100' },
    ],
  ])('of a task that is %s only what is settled is public', async (_state, acts, shown) => {
    const projectId = await evaluated()
    const content = {
      problem: '支出进度偏慢',
      measure: '按月用款',
      result: '已见效',
      completedOn: '2024-05-18',
      verifiedRecovered_fen: '100',
    }
    await plantRecord(world, { kind: 'results.task', projectId, content, acts })
    await published(projectId)
    expect((await versions(projectId))[0]?.says.rectification).toEqual([
      expect.objectContaining({ problem: '支出进度偏慢', ...shown }),
    ])
  })

  test('a circular stays inside', async () => {
    const projectId = await evaluated()
    await published(projectId, { carrier: 'circular', url: null })
    expect(await versions(projectId)).toEqual([])
  })

  test('its proof is a bundle that names the digest and nothing that is not public', {
    timeout: 60_000,
  }, async () => {
    const projectId = await evaluated()
    await published(projectId)
    await keepLedgers(world.owner, world.product.services)
    const { rows } = await world.owner.query<{ bundle: string }>(
      'select bundle from disclosure.proof where publication_id = $1',
      [stableId(projectId)],
    )
    const leaf = JSON.parse(parseBundle(rows[0]?.bundle ?? '')?.records[0]?.canon ?? '{}')
    expect(leaf).toMatchObject({
      type: 'disclosure.package',
      package: { sha256: (await versions(projectId))[0]?.sha256 },
    })
    const [version] = await versions(projectId)
    expect(contractTable(leaf, new Map()).join('\n')).toContain(version?.sha256)
    expect(Object.keys(leaf).sort()).toEqual([
      'canon',
      'jurisdiction',
      'package',
      'schema',
      'sealedAt',
      'type',
    ])
    const broken = await inspect(world.owner, world.product.services.files)
    // The planted project never walked to the state its record is in; that is all the inspection may say.
    const said = broken.flatMap(({ examples }) => examples).filter((text) => !text.includes(' 的 status 列'))
    expect(said).toEqual([])
  })

  test('a version whose text was changed by hand is found', { timeout: 60_000 }, async () => {
    const projectId = await evaluated()
    await published(projectId)
    const stable = stableId(projectId)
    await world.owner.query(`alter table disclosure.version disable trigger only_append`)
    await expect(
      world.owner.query(
        `update disclosure.version set package = replace(package, '82', '92') where publication_id = $1`,
        [stable],
      ),
    ).rejects.toThrow('check constraint')
    await world.owner.query(
      `update disclosure.version set package = package || ' ', sha256 = encode(sha256(convert_to(package || ' ', 'UTF8')), 'hex')
       where publication_id = $1`,
      [stable],
    )
    await world.owner.query(`alter table disclosure.version enable trigger only_append`)
    const found = (await inspect(world.owner, world.product.services.files)).find((line) => line.id === 'I20')
    expect(found?.examples).toEqual([expect.stringContaining(stable)])
  })

  test('nobody changes, removes or skips a version', async () => {
    const run = (text: string) => world.owner.query(text)
    await expect(run("update disclosure.version set project_name = '另一个'")).rejects.toThrow('只增不改')
    await expect(run('delete from disclosure.version')).rejects.toThrow('只增不改')
    await expect(
      run(`insert into disclosure.version select publication_id, version + 5, jurisdiction_id, place_name, fiscal_year,
        project_name, unit_name, department_name, category, grade, score_x100, budget_fen, occasion, correction,
        published_on, package, sha256, sm3, leaf_idx, created_at from disclosure.version limit 1`),
    ).rejects.toThrow('逐版递增')
  })
})
