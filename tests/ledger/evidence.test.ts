import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { compareLedger, issueCheckpoint, listLeaves } from '../../src/app/ledger/index.ts'
import { keepLedgers } from '../../src/app/ledger/keep-ledgers.ts'
import { removeSalts } from '../../src/app/ledger/remove-salts.ts'
import { inspect } from '../../src/app/inspect/inspect.ts'
import { stepsIn } from '../../src/app/testing/steps.ts'
import { useWorld } from '../../src/app/testing/world.ts'
import { compareCommand } from '../../src/cli/ledger/compare.ts'
import { COUNTY, ledgerIn } from './world.ts'

const world = useWorld('2022-10-10')
const ledger = ledgerIn(world)

const inspected = async () =>
  (await inspect(world.database.owner, world.product.services.files)).filter(({ count }) => count > 0)

describe('evidence for whoever sees the project', () => {
  test('a bundle of a record is true, prints the contract in Chinese, and hides people', async () => {
    const { recordId } = await ledger.approve()
    const { code, said } = await ledger.verify(await ledger.bundle('unit', { recordId }))
    expect(code).toBe(0)
    expect(said).toContain('绩效目标批复')
    expect(said).toMatch(/三级指标.*指标值/)
    expect(said).toContain('建成示范基地')
    expect(said).toContain('年度资金总额(元)')
    expect(said).toContain('5000000.00')
    expect(said).toContain('(已保护)')
    expect(said).not.toContain('张三')
    expect(said).toMatch(/请与纸质文书上的校验码核对：第\d+号登入时 SM3 [0-9a-f]{16} SHA-256 [0-9a-f]{16}/)
  })

  test('with names and opinions, each is proved to be the sealed one', async () => {
    const { projectId } = await ledger.approve()
    const text = await ledger.bundle('finance_leader', { projectId, withPersonal: true })
    const { code, said } = await ledger.verify(text)
    expect(code).toBe(0)
    expect(said).toContain('人员finance_leader')
    expect(said).toContain('张三')
    expect(said).not.toContain('(已保护)')
    const changed = JSON.parse(text)
    changed.records[0].openings.find(({ value }: { value: string }) => value === '张三').value = '李四'
    expect(await ledger.verify(JSON.stringify(changed))).toMatchObject({ code: 1 })
  })

  test('a stranger, another county and an administrator get none', async () => {
    const { recordId, projectId } = await ledger.approve()
    for (const by of ['unit2', 'department2', 'outsider', 'expert', 'agency'] as const) {
      await expect(ledger.bundle(by, { recordId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(ledger.bundle(by, { projectId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    for (const by of ['system_admin', 'security_admin', 'audit_admin'] as const)
      await expect(ledger.bundle(by, { recordId })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    for (const by of ['unit', 'department', 'finance_business', 'congress', 'audit', 'province'] as const)
      expect((await ledger.verify(await ledger.bundle(by, { recordId }))).code).toBe(0)
  })

  test('the page is told the number of each entry', async () => {
    const { projectId } = await ledger.approve()
    const { items } = await world.as<{ items: { title: string; number: number; witnesses: number }[] }>(
      'unit',
      listLeaves,
      { projectId },
    )
    expect(items.map(({ title }) => title)).toEqual(['绩效目标批复', '预算批复'])
    expect(items[1]!.number).toBe(items[0]!.number + 1)
  })
})

describe('checkpoints and witnesses', () => {
  test('two of three witnesses, each on its own computer; the quorum is checked offline', async () => {
    const { recordId } = await ledger.approve()
    const { size } = await ledger.issue()
    const congress = await ledger.witness('congress', 0)
    const audit = await ledger.witness('audit', 0)
    expect([congress.code, audit.code]).toEqual([0, 0])
    await ledger.handIn('congress', congress, size)
    await ledger.handIn('audit', audit, size)
    const text = await ledger.bundle('unit', { recordId })
    const keys = ledger.file(`# 见证单位\n${congress.key}\n${audit.key}\n`)
    expect(await ledger.verify(text, '--witness-keys', keys)).toMatchObject({ code: 0 })
    expect((await ledger.verify(text, '--witness-keys', keys, '--quorum', '3')).code).toBe(5)
    const third = await ledger.witness('stranger', 0)
    const other = ledger.file(`${third.key}\n${congress.key}\n`)
    expect((await ledger.verify(text, '--witness-keys', other)).code).toBe(5)
  })

  test('a witness that signed before wants the proof from there; the paper in hand is enough for an auditor', async () => {
    const first = await ledger.issue()
    const before = await ledger.witness('province', 0)
    expect(before.code).toBe(0)
    const { recordId } = await ledger.approve()
    const second = await ledger.issue()
    const again = await ledger.witness('province', first.size)
    expect(again.code).toBe(0)
    await ledger.handIn('province', again, second.size)
    const held = ledger.file(first.note)
    const text = await ledger.bundle('audit', { recordId })
    expect(await ledger.verify(text, '--old', held)).toMatchObject({ code: 0 })
    const qr = ledger.file(first.note.split('\n').slice(0, 4).join('\r\n'))
    expect(await ledger.verify(text, '--old', qr)).toMatchObject({ code: 0 })
    const compared = (a: string, b: string, ...words: string[]) =>
      compareCommand([a, b, ...words], () => undefined)
    expect(compared(held, ledger.file(second.note))).toBe(6)
    expect(compared(held, held)).toBe(0)
  })

  test('who may sign for the log, who may witness it, and who neither', async () => {
    const { size } = await ledger.issue()
    for (const by of [
      'finance_leader',
      'finance_business',
      'unit',
      'department',
      'congress',
      'audit',
      'expert',
    ] as const)
      await expect(world.as(by, issueCheckpoint, {})).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    const signed = await ledger.witness('nobody', 0)
    for (const by of [
      'finance_performance',
      'finance_leader',
      'unit',
      'system_admin',
      'audit_admin',
    ] as const)
      await expect(ledger.handIn(by, signed, size)).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await expect(
      ledger.handIn('congress', { ...signed, line: signed.line.replace(/.=?=?$/, 'A') }, size),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(ledger.handIn('congress', signed, size + 1000)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a checkpoint is made once for a length', async () => {
    const [one, two] = [await ledger.issue(), await ledger.issue()]
    expect(two.note).toContain(one.note)
  })
})

describe('L-12 personal information taken back', () => {
  test('the value cannot be shown or tried out any more; proof and comparison stay true', async () => {
    const { recordId, projectId } = await ledger.approve()
    const { items } = await world.as<{ items: { number: number }[] }>('unit', listLeaves, { projectId })
    const number = items[0]!.number
    const removed = await removeSalts(world.database.owner, world.product.services, {
      jurisdictionId: COUNTY,
      number,
      prefix: 'chain/3',
      reason: '本人申请',
    })
    expect(removed).toEqual(['chain/3/person'])
    const text = await ledger.bundle('unit', { recordId, withPersonal: true })
    const { code, said } = await ledger.verify(text)
    expect(code).toBe(0)
    expect(said).toContain('人员unit')
    expect(said).not.toContain('人员finance_leader')
    expect(text).not.toContain('人员finance_leader')
    expect(await inspected()).toEqual([])

    const all = await removeSalts(world.database.owner, world.product.services, {
      jurisdictionId: COUNTY,
      number,
      reason: '本人申请',
    })
    // Everything a name, an opinion or an account could be read or guessed from; a row's id varies.
    expect(all.map((place) => place.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, 'ID'))).toEqual([
      ...['chain/0/person', 'chain/1/opinion', 'chain/1/person', 'chain/2/opinion', 'chain/2/person'],
      ...['content/contact', 'content/indicatorOwner'],
      ...[0, 1, 2, 3].map((line) => `content/review/${line}/opinion`),
      'content/reviewOpinion',
      ...['departmentHead', 'financeSection', 'projectPerson', 'unitHead'].map((id) => `project/entry/${id}`),
      ...['stored/frozen/ID/content', 'stored/frozen/ID/digest'],
      ...['stored/project/ID/created_by', 'stored/record/ID/created_by'],
    ])
    const bare = JSON.parse(await ledger.bundle('unit', { recordId, withPersonal: true }))
    expect(bare.records[0].openings).toEqual([])
    expect(await ledger.verify(JSON.stringify(bare))).toMatchObject({ code: 0 })
    expect(await inspected()).toEqual([])
  })

  test('a salt that went without a word is found out', async () => {
    const { recordId } = await ledger.approve()
    await world.database.owner.query('create table lost (like ledger_salt)')
    await world.database.owner.query(
      `with gone as (delete from ledger_salt s using ledger_leaf l where l.jurisdiction_id = s.jurisdiction_id and l.idx = s.idx
       and l.record_id = $1 and s.place = 'chain/1/opinion' returning s.*)
       insert into lost select * from gone`,
      [recordId],
    )
    const found = await inspected()
    expect(JSON.stringify(found)).toMatch(/意见.*盐值缺失/)
    // Put right again, so that what follows begins whole.
    await world.database.owner.query('insert into ledger_salt select * from lost')
    expect(await inspected()).toEqual([])
  })
})

describe('the daily work', () => {
  test('finished days of the audit trail are sealed, the region takes the county checkpoint, all of it holds', async () => {
    await world.database.owner.query(`
      insert into audit (id, jurisdiction_id, at, use_case, title, outcome)
      select gen_random_uuid(), '${COUNTY}', now() - interval '2 days' + n * interval '1 second', 'shell.view', '查看' || n, 'done'
      from generate_series(1, 5) n`)
    const kept = await keepLedgers(world.database.owner, world.product.services)
    expect(kept.map(({ jurisdictionId }) => jurisdictionId)).toEqual([COUNTY, '640000'])
    expect(kept[0]!.sealedDays).toHaveLength(1)
    expect(kept[1]!.taken).toEqual([COUNTY])
    // Once a month the other way; the county's log is longer by that, which the region takes in turn.
    const again = await keepLedgers(world.database.owner, world.product.services)
    expect(again.map(({ taken }) => taken)).toEqual([['640000'], [COUNTY]])
    const third = await keepLedgers(world.database.owner, world.product.services)
    expect(third.map(({ taken }) => taken)).toEqual([[], []])
    expect(await inspected()).toEqual([])
  })

  test('an audit row altered afterwards is named by its day', async () => {
    await world.database.owner.query(`
      alter table audit disable trigger only_append;
      update audit set title = title || '.' where id = (select id from audit where at < now() - interval '1 day'
        and jurisdiction_id = '${COUNTY}' limit 1);
      alter table audit enable trigger only_append`)
    expect(JSON.stringify(await inspected())).toMatch(
      /审计记录\(audit\)640221 \d{4}-\d\d-\d\d：当日记录被改动/,
    )
  })
})

test('whoever watches the place may compare it at any time; nobody compares another county', async () => {
  const compare = (by: Parameters<typeof world.as>[0], jurisdiction = COUNTY) =>
    world.as<{ isEqual: boolean; differences: string[] }>(by, compareLedger, { jurisdiction })
  for (const by of ['finance_performance', 'finance_leader', 'congress', 'audit', 'province'] as const)
    expect(await compare(by)).toEqual({ isEqual: true, differences: [] })
  await expect(compare('outsider')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  for (const by of ['unit', 'department', 'system_admin', 'audit_admin'] as const)
    await expect(compare(by)).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
})

test('files are checked when they are at hand', async () => {
  const files = path.join(ledger.folder, 'files')
  mkdirSync(files)
  writeFileSync(path.join(files, 'proof.txt'), '竣工验收资料')
  writeFileSync(path.join(files, 'photo.txt'), '现场照片说明')
  const { recordId } = await ledger.approve([path.join(files, 'proof.txt'), path.join(files, 'photo.txt')])
  const text = await ledger.bundle('unit', { recordId })
  expect((await ledger.verify(text)).said).toContain('共2个附件，没有提供附件文件')
  expect(await ledger.verify(text, '--files', files)).toMatchObject({
    code: 0,
    said: expect.stringContaining('2个附件逐一核对相符'),
  })
  writeFileSync(path.join(files, 'photo.txt'), '现场照片说明。')
  expect(await ledger.verify(text, '--files', files)).toMatchObject({
    code: 1,
    said: expect.stringContaining('与登入时不同：photo.txt'),
  })
})

test('letter and sheet print the number, both prefixes and the checkpoint that an auditor can use as it is', async () => {
  const { recordId } = await ledger.approve()
  await ledger.approve()
  const { textOf } = stepsIn(world)
  const letter = await textOf('finance_leader', recordId, 'target-approval')
  const sheet = await textOf('unit', recordId, 'target-sheet')
  const [, mark, number] = /(契约账第(\d+)号，登入时账长\d+（contract-ledger\/640221）.*?)扫码/.exec(letter)!
  expect(sheet).toContain(mark)
  const code = /【二维码：(.*?)】/.exec(letter)![1]!.split(' / ')
  expect(code.slice(0, 2)).toEqual(['contract-ledger/640221', number])
  const prefix = Buffer.from(code[3]!.replace('sm3 ', ''), 'base64').toString('hex').slice(0, 16)
  expect(mark).toContain(`SM3 ${prefix}`)
  const text = await ledger.bundle('unit', { recordId })
  const paper = ledger.file(code.join('\n'))
  expect(await ledger.verify(text, '--old', paper)).toMatchObject({
    code: 0,
    said: expect.stringContaining(`第${number}号登入时 SM3 ${prefix}`),
  })
})
