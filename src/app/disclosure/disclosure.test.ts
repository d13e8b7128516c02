import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PublishedProject } from '../../domain/disclosure/published-project.ts'
import { parseBundle } from '../../domain/ledger/bundle.ts'
import { contractTable } from '../../domain/ledger/contract-table.ts'
import { PUBLIC_ROLE } from '../../storage/connection.ts'
import { inspect } from '../inspect/inspect.ts'
import { keepLedgers } from '../ledger/keep-ledgers.ts'
import { resultsModule } from '../results/index.ts'
import { EVALUATED, plantProject, plantRecord, TO_CONFIRMED } from '../testing/plant.ts'
import { refusalOf, stepsIn } from '../testing/steps.ts'
import { useWorld } from '../testing/world.ts'
import { stableId } from './stable-id.ts'

const world = useWorld('2024-05-20')
const { see, save, act } = stepsIn(world, resultsModule)
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
    expect((await versions(projectId))[0]?.package).toBe(first?.package)
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

describe('公开站的数据库角色', () => {
  let pool: pg.Pool
  beforeAll(async () => {
    const { address } = world.database
    if (!('url' in address)) {
      pool = new pg.Pool({ ...address, user: PUBLIC_ROLE, max: 1 })
      return
    }
    await world.owner.query(`grant ${PUBLIC_ROLE} to current_user`)
    pool = new pg.Pool({ connectionString: address.url, options: `-c role=${PUBLIC_ROLE}`, max: 1 })
  })
  afterAll(() => pool.end())

  const codeOf = async (text: string) =>
    pool.query(text).then(
      () => 'allowed',
      (error: { code?: string }) => error.code ?? 'unknown',
    )

  test('reads nothing but the public room: every table and view of the database is tried', async () => {
    const { rows } = await world.owner.query<{ schema: string; name: string }>(
      `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^(pg_|information_schema)'`,
    )
    const open: string[] = []
    for (const { schema, name } of rows) {
      const code = await codeOf(`select * from "${schema}"."${name}" limit 1`)
      if (code === 'allowed') open.push(`${schema}.${name}`)
      else expect(code, `${schema}.${name}`).toBe('42501')
      for (const write of [
        `delete from "${schema}"."${name}"`,
        `insert into "${schema}"."${name}" default values`,
      ])
        expect(await codeOf(write), write).toBe('42501')
    }
    expect(rows.length).toBeGreaterThan(60)
    expect(open.sort()).toEqual(['disclosure.answer', 'disclosure.proof', 'disclosure.version'])
  })

  test('may call no function but the one that takes feedback', async () => {
    const { rows } = await world.owner.query<{
      schema: string
      name: string
      count: number
      returns: string
    }>(
      `select n.nspname as schema, p.proname as name, p.pronargs::int as count, t.typname as returns
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_type t on t.oid = p.prorettype
       where p.prokind in ('f', 'p') and n.nspname !~ '^(pg_|information_schema)'`,
    )
    const callable: string[] = []
    for (const { schema, name, count, returns } of rows) {
      if (returns === 'trigger' || returns === 'event_trigger') continue
      const code = await codeOf(
        `select "${schema}"."${name}"(${Array.from({ length: count }, () => 'null').join(', ')})`,
      )
      if (code !== '42501') callable.push(`${schema}.${name} ${code}`)
    }
    expect(rows.length).toBeGreaterThan(40)
    expect(callable).toEqual(['disclosure.send_feedback JH404'])
  })

  test('becomes nobody else, makes nothing, and writes feedback by its door only', async () => {
    for (const role of ['jiheng_app', 'jiheng', 'postgres'])
      expect(await codeOf(`set role ${role}`)).not.toBe('allowed')
    expect(await codeOf('create table disclosure.mine (a int)')).toBe('42501')
    expect(await codeOf('create table public.mine (a int)')).toBe('42501')
    const projectId = await evaluated()
    await published(projectId)
    const send = (version: number, words: string) =>
      pool.query('select disclosure.send_feedback($1, $2, $3) as number', [
        stableId(projectId),
        version,
        words,
      ])
    const { rows } = await send(1, '培训人数和我了解的不一致，请核实。')
    expect(rows[0].number).toMatch(/^[0-9A-Z]{10}$/)
    await expect(send(9, '没有这一版的反馈')).rejects.toMatchObject({ code: 'JH404' })
    await expect(send(1, '短')).rejects.toMatchObject({ code: 'JH422' })
    for (let sent = 1; sent < 30; sent += 1) await send(1, `第${sent}条反馈内容`)
    await expect(send(1, '第三十一条反馈')).rejects.toMatchObject({ code: 'JH429' })
  })
})
