import { beforeAll, describe, expect, test } from 'vitest'
import { giveApprovedProject } from '../testing/approved-project.ts'
import { ENTRY, firstStagesIn } from '../testing/first-stages.ts'
import { plantProject } from '../testing/plant.ts'
import { type PersonName, useWorld } from '../testing/world.ts'
import { compareTables, exportTables, listTakeovers, takeOverTables } from './index.ts'

const YEAR = 2023
const world = useWorld()
const stages = firstStagesIn(world)

type Difference = {
  id: string
  table: string
  kind: string
  projectCode: string
  group: string | null
  obstacle: string | null
  taken: string[]
}
type Compared = {
  stamp: string
  tables: { table: string; rows: number; equal: number; absent: number }[]
  quarantined: object[]
  differences: Difference[]
}
type Row = Record<string, string>

const PLACE = { MOF_DIV_CODE: '640221000', FISCAL_YEAR: String(YEAR) }
const indicator = (code: string, more: Row): Row => ({
  table: 'PM_PERF_INDICATOR',
  ...PLACE,
  PRO_CODE: code,
  KPI_LV1: '产出指标',
  KPI_LV2: '数量指标',
  KPI_VAL: '≥30个',
  WEIGHT: '10.00',
  IS_DELETED: '2',
  ...more,
})
const goal = (code: string, text: string, flag = '0', deleted = '2'): Row => ({
  table: 'PM_PERF_GOAL_INFO',
  ...PLACE,
  PRO_CODE: code,
  YEARFLAG: flag,
  KPI_TARGET: text,
  IS_DELETED: deleted,
})
const budget = (code: string, more: Row = {}): Row => ({
  table: 'BGT_PM_ANNUAL',
  ...PLACE,
  PRO_CODE: code,
  EXP_FUNC_CODE: '2130122',
  APPLY_UP: '5000000.00',
  ...more,
})
const project = (code: string, more: Row = {}): Row => ({
  table: 'X_PROJECT',
  ...PLACE,
  PRO_CODE: code,
  PRO_NAME: `项目${code}`,
  AGENCY_NAME: '示例县农业技术推广中心',
  X_IS_CLASSIFIED: '2',
  X_CATEGORY: '产业发展项目',
  X_IS_NEW: '1',
  X_IS_MAJOR: '2',
  START_DATE: '20230101',
  END_DATE: '20231231',
  X_OVERVIEW: '建设示范基地',
  X_TOTAL_AMT: '5000000.00',
  X_ANNUAL_AMT: '5000000.00',
  X_PLAN_TITLE: '农业农村“十四五”规划',
  X_PLAN_CLAUSE: '第三章',
  X_PRO_PERSON: '张三',
  X_UNIT_HEAD: '李四',
  X_DEPT_HEAD: '王五',
  X_FIN_SECTION: '赵六',
  IS_DELETED: '2',
  ...more,
})
const sheetsOf = (...rows: Row[]) => [
  {
    name: 'JSON Lines',
    rows: [{ profile: 'mof-v2' }, ...rows].map((row) => [JSON.stringify(row)]),
    merges: [],
  },
]
type Sheets = ReturnType<typeof sheetsOf>

const compare = (by: PersonName, sheets: Sheets, year = YEAR) =>
  world.as<Compared>(by, compareTables, { year, sheets })
const takeOver = (by: PersonName, input: { sheets: Sheets; stamp: string; chosen: string[] }, call = {}) =>
  world.as<{ rows: number; records: number; projects: number }>(
    by,
    takeOverTables,
    { year: YEAR, file: { name: '交换.jsonl', sha256: 'a'.repeat(64) }, ...input },
    call,
  )
const openOf = ({ differences }: Compared) => differences.filter(({ obstacle }) => obstacle === null)
/** Compares and takes over all that may be. */
async function takeAll(by: PersonName, sheets: Sheets) {
  const found = await compare(by, sheets)
  return takeOver(by, { sheets, stamp: found.stamp, chosen: openOf(found).map(({ id }) => id) })
}
const query = async <T>(text: string, values: unknown[] = []) =>
  (await world.owner.query(text, values)).rows as T[]
/** Every business table, by its number of rows, and what the indicators say. */
async function storedNow() {
  const tables = [
    'project',
    'record',
    'record_history',
    'indicator',
    'indicator_history',
    'exchange_takeover',
  ]
  const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`)
  const digest = `(select md5(string_agg(i::text, ',' order by i.id)) from indicator i) as digest`
  return (await query(`select ${counts.join(', ')}, ${digest}`))[0]
}

let sheetId = ''
let ids: string[] = []
const CODE = 'A1'
beforeAll(async () => {
  const projectId = await stages.enter({ code: CODE })
  sheetId = (await stages.begin('unit', 'targets.sheet', projectId)).recordId
  const row = { level1: 'output', level2: 'quantity', kind: 'quant', operator: 'ge', unit: '个' }
  await stages.save('unit', sheetId, {
    annualGoal: '建成示范基地',
    indicators: [
      { ...row, name: '新建基地', value: '50', valueText: '≥50个', weight_x100: 5000 },
      { ...row, name: '培训人次', value: '300', valueText: '≥300个', weight_x100: 4000 },
    ],
  })
  ids = ((await stages.see('unit', sheetId)).content['indicators'] as { id: string }[]).map(({ id }) => id)
}, 60_000)

describe('rows of a draft', () => {
  const sheets = () =>
    sheetsOf(
      indicator(CODE, {
        KPI_ID: 'VENDOR-7',
        KPI_LV3: '推广品种',
        KPI_VAL: '12',
        COMPUTESIGN: '≥',
        METERUNIT: '种',
      }),
      indicator(CODE, { KPI_ID: ids[1] ?? '', KPI_LV3: '培训人次', IS_DELETED: '1' }),
      goal(CODE, '三年建成示范区', '1'),
      goal(CODE, '建成示范基地', '0', '1'),
    )

  test('new ones are added, withdrawn ones taken out, at once; the file is then no difference', async () => {
    const before = await storedNow()
    for (const other of ['department', 'finance_performance', 'unit2', 'outsider'] as const) {
      const theirs = await compare(other, sheets())
      expect(openOf(theirs)).toEqual([])
      expect(theirs.differences.length).toBeGreaterThan(0)
      const chosen = theirs.differences.map(({ id }) => id)
      await expect(takeOver(other, { sheets: sheets(), stamp: theirs.stamp, chosen })).rejects.toMatchObject({
        code: 'RULE_VIOLATED',
      })
    }
    expect(await storedNow()).toEqual(before)

    const found = await compare('unit', sheets())
    expect(openOf(found).map(({ kind, taken }) => [kind, taken])).toEqual([
      ['new', ['isLongTerm', 'goal']],
      ['withdrawn', ['isDeleted']],
      ['new', ['level1', 'level2', 'name', 'valueText', 'weight_x100', 'unit', 'sign']],
      ['withdrawn', ['isDeleted']],
    ])
    expect(found.tables.find(({ table }) => table === 'PM_PERF_INDICATOR')?.absent).toBe(1)
    const call = { idempotencyKey: 'exchange-new-rows-1' }
    const input = { sheets: sheets(), stamp: found.stamp, chosen: found.differences.map(({ id }) => id) }
    expect(await takeOver('unit', input, call)).toEqual({ rows: 4, records: 1, projects: 0 })
    expect(await takeOver('unit', input, call)).toEqual({ rows: 4, records: 1, projects: 0 })

    const { content } = await stages.see('unit', sheetId)
    expect(content['periodGoal']).toBe('三年建成示范区')
    expect(content['annualGoal']).toBeUndefined()
    expect(content['indicators']).toMatchObject([
      { id: ids[0], name: '新建基地' },
      { name: '推广品种', operator: 'ge', value: '12', unit: '种', valueText: '12', weight_x100: 1000 },
    ])
    const [gone] = await query(`select 1 from indicator_history where id = $1`, [ids[1]])
    expect(gone).toBeDefined()
    const audits = await query(
      `select 1 from audit where use_case = 'exchange.takeOver' and outcome = 'done'`,
    )
    expect(audits).toHaveLength(1)
    const { items } = await world.as<{ items: { differences: Difference[] }[] }>('unit', listTakeovers, {
      year: YEAR,
    })
    expect(items.map(({ differences }) => differences.map(({ kind }) => kind))).toEqual([
      ['new', 'withdrawn', 'new', 'withdrawn'],
    ])
    expect((await compare('unit', sheets())).differences).toEqual([])
  })

  test.each<[what: string, rows: () => Row[], obstacles: RegExp[]]>([
    [
      'an indicator that is there under another id',
      () => [indicator(CODE, { KPI_ID: 'X1', KPI_LV3: '新建基地' })],
      [/已有同名的指标/],
    ],
    [
      'two of one name in the file',
      () => [
        indicator(CODE, { KPI_ID: 'X2', KPI_LV3: '新指标' }),
        indicator(CODE, { KPI_ID: 'X3', KPI_LV3: '新指标' }),
      ],
      [/^$/, /文件中已有一行同名/],
    ],
    [
      'a key that stands twice',
      () => [
        indicator(CODE, { KPI_ID: 'X4', KPI_LV3: '甲' }),
        indicator(CODE, { KPI_ID: 'X4', KPI_LV3: '乙' }),
      ],
      [/2 行是同一主键/, /2 行是同一主键/],
    ],
    [
      'what the form refuses',
      () => [indicator(CODE, { KPI_ID: 'X5', KPI_LV3: '长'.repeat(201) })],
      [/“三级指标”最多 200 字/],
    ],
    [
      'another year, another county',
      () => [
        indicator(CODE, { KPI_ID: 'X6', KPI_LV3: '丙', FISCAL_YEAR: '2024' }),
        indicator(CODE, { KPI_ID: 'X7', KPI_LV3: '丁', MOF_DIV_CODE: '640324000' }),
      ],
      [/别的地区或年度/, /别的地区或年度/],
    ],
    [
      'a known row under another project',
      () => [indicator('Z9', { KPI_ID: ids[0] ?? '', KPI_LV3: '改名' })],
      [/主键属于项目 A1，文件中却写着项目 Z9/],
    ],
    [
      'a known row of another year',
      () => [indicator(CODE, { KPI_ID: ids[0] ?? '', KPI_LV3: '改名', FISCAL_YEAR: '2022' })],
      [/别的地区或年度/],
    ],
    [
      'a known row withdrawn by another county',
      () => [indicator(CODE, { KPI_ID: ids[0] ?? '', MOF_DIV_CODE: '640324000', IS_DELETED: '1' })],
      [/别的地区或年度/],
    ],
    [
      'a known row withdrawn by another project',
      () => [indicator('Z9', { KPI_ID: ids[0] ?? '', IS_DELETED: '1' })],
      [/主键属于项目 A1/],
    ],
    [
      'a known project that the file calls classified',
      () => [project(CODE, { X_IS_CLASSIFIED: '1' })],
      [/涉密项目不得从文件导入/],
    ],
    [
      'lines and scores the system makes',
      () => [
        { table: 'PM_SELF_EVAL_INDICATOR', EVAL_IND_ID: 'N1', EVAL_ID: 'E1', IND_COMP: '5' },
        { table: 'PM_PERF_SELF_EVAL', EVAL_ID: 'E1', PRO_CODE: CODE, DEVI_ANALY: '无' },
        { table: 'PAY_PERF_MONITOR_INFO', PERF_MON_ID: 'M1', PRO_CODE: CODE, PERF_COMP: '5' },
      ],
      [/“绩效指标”由系统/, /请先按程序新建/, /“绩效指标”由系统/].sort(),
    ],
    [
      'tables that are compared only',
      () => [{ table: 'BAS_PERF_INDICATOR', IND_ID: 'L1', PERF_IND_NAME: '新' }],
      [/只核对/],
    ],
    ['a project is not withdrawn', () => [project(CODE, { IS_DELETED: '1' })], [/不能由文件作废/]],
  ])('%s: said, and not written', async (_what, rows, obstacles) => {
    const found = await compare('unit', sheetsOf(...rows()))
    const told = found.differences.map(({ obstacle }) => obstacle ?? '').sort()
    expect(told).toHaveLength(obstacles.length)
    for (const obstacle of obstacles) expect(told.some((one) => obstacle.test(one))).toBe(true)
  })

  test('a key that names an indicator elsewhere is not used again, whoever may see that one', async () => {
    const elsewhere = async (unitId: string, code: string) => {
      await plantProject(world, { code, unitId, fiscalYear: YEAR - 1 })
      const rows = await query<{ id: string }>(
        `with sheet as (
           insert into record (jurisdiction_id, id, project_id, kind, fiscal_year, title, state, state_since,
             created_at, created_by)
           select p.jurisdiction_id, gen_random_uuid(), p.id, 'targets.sheet', p.fiscal_year, '去年', 'draft', now(),
             now(), p.created_by from project p where p.code = $1 returning *)
         insert into indicator (jurisdiction_id, id, record_id, project_id, ordinal, level1, level2, name)
         select jurisdiction_id, gen_random_uuid(), id, project_id, 0, 'output', 'quantity', '别处' from sheet
         returning id`,
        [code],
      )
      return rows[0]?.id ?? ''
    }
    const { unit, unit2 } = world.people
    const own = await elsewhere(unit.organisationId, 'LAST')
    const others = await elsewhere(unit2.organisationId, 'OTHERS')
    const [seen] = (await compare('unit', sheetsOf(indicator(CODE, { KPI_ID: own, KPI_LV3: '新' }))))
      .differences
    expect(seen?.obstacle).toContain('请对方换用新的主键')
    const before = await storedNow()
    const unseen = takeAll('unit', sheetsOf(indicator(CODE, { KPI_ID: others, KPI_LV3: '新' })))
    await expect(unseen).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('请对方换用新的主键'),
    })
    expect(await storedNow()).toEqual(before)
    await query(`delete from indicator where id = any($1)`, [[own, others]])
  })

  test('an approved target takes neither: only an adjustment changes it', async () => {
    const { sheetId: approved } = await giveApprovedProject(world, { fiscalYear: YEAR })
    const [row] = await query<{ id: string; code: string }>(
      `select i.id, p.code from indicator i join project p on p.id = i.project_id where i.record_id = $1 limit 1`,
      [approved],
    )
    const code = row?.code ?? ''
    const sheets = sheetsOf(
      indicator(code, { KPI_ID: 'NEW', KPI_LV3: '加一项' }),
      indicator(code, { KPI_ID: row?.id ?? '', IS_DELETED: '1' }),
      goal(code, '', '0', '1'),
    )
    const { differences } = await compare('unit', sheets)
    expect(differences.map(({ obstacle }) => obstacle)).toEqual(Array(3).fill('目标已批复，须走调整程序'))
  })

  test('a target and a budget line that are not there yet are begun by whoever may begin them', async () => {
    await plantProject(world, { code: 'B1', fiscalYear: YEAR })
    const sheets = sheetsOf(
      goal('B1', '改善水利'),
      indicator('B1', { KPI_ID: 'B1-1', KPI_LV3: '整治渠道' }),
      budget('B1', { APPLY_UP: '70.00', REPLY_AMT: '60.00' }),
    )
    const theirs = await compare('finance_business', sheets)
    expect(theirs.differences.map(({ obstacle }) => obstacle)).toEqual([
      '还没有“项目支出绩效目标申报表”，须由单位经办新建',
      '还没有“项目支出绩效目标申报表”，须由单位经办新建',
      '还没有“项目预算”，须由单位经办新建',
    ])
    expect(await takeAll('unit', sheets)).toEqual({ rows: 3, records: 2, projects: 0 })
    const { differences } = await compare('unit', sheets)
    expect(differences.map(({ table, obstacle }) => [table, obstacle])).toEqual([
      ['BGT_PM_ANNUAL', '项目预算现为“待申报”，“预算安排”不由您填写'],
    ])
    // Of a changed row, too, only what is the unit's is taken.
    const again = sheetsOf(budget('B1', { APPLY_UP: '80.00', REPLY_AMT: '60.00' }))
    expect((await compare('unit', again)).differences).toMatchObject([
      { taken: ['requested_fen'], obstacle: null },
    ])
    expect(await takeAll('unit', again)).toEqual({ rows: 1, records: 1, projects: 0 })
  })

  test('what moved between comparing and writing is a conflict, with both versions', async () => {
    const sheets = sheetsOf(indicator(CODE, { KPI_ID: 'Y1', KPI_LV3: '晚来的指标' }))
    const { stamp, differences } = await compare('unit', sheets)
    await stages.save('unit', sheetId, { annualGoal: '又改了' })
    const before = await storedNow()
    const current = (await compare('unit', sheets)).stamp
    const chosen = differences.map(({ id }) => id)
    await expect(takeOver('unit', { sheets, stamp, chosen })).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
      details: { yours: stamp, current },
    })
    expect(await storedNow()).toEqual(before)
  })
})

describe('a new project', () => {
  const whole = (code: string, more: Row = {}) => [
    project(code, more),
    goal(code, '建成示范基地'),
    budget(code, { REPLY_AMT: '4000000.00' }),
    indicator(code, { KPI_ID: `${code}-1`, KPI_LV3: '新建基地' }),
    indicator(code, { KPI_ID: `${code}-2`, KPI_LV3: '培训人次', KPI_VAL: '≥300人次' }),
  ]

  test('is entered with its budget and its target by the unit it names, and then is no difference', async () => {
    const sheets = sheetsOf(...whole('N001'))
    const found = await compare('unit', sheets)
    expect(found.differences.map(({ obstacle, group }) => [obstacle, group])).toEqual(
      Array(5).fill([null, 'N001']),
    )
    // What the finance bureau arranges is not the unit's to write.
    const money = found.differences.find(({ table }) => table === 'BGT_PM_ANNUAL')
    expect(money?.taken).toEqual(['requested_fen', 'functionCode'])
    const before = await storedNow()
    const part = found.differences.slice(0, 3).map(({ id }) => id)
    await expect(takeOver('unit', { sheets, stamp: found.stamp, chosen: part })).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      message: expect.stringContaining('须一起采纳'),
    })
    const chosen = found.differences.map(({ id }) => id)
    for (const other of ['unit2', 'department2', 'finance_leader', 'outsider'] as const) {
      const { stamp, differences } = await compare(other, sheets)
      expect(differences.filter(({ obstacle }) => obstacle === null)).toEqual([])
      await expect(takeOver(other, { sheets, stamp, chosen })).rejects.toMatchObject({
        code: 'RULE_VIOLATED',
      })
    }
    expect(await storedNow()).toEqual(before)

    expect(await takeAll('unit', sheets)).toEqual({ rows: 5, records: 2, projects: 1 })
    const rows = await query<{ kind: string; state: string; content: object }>(
      `select r.kind, r.state, r.content from record r join project p on p.id = r.project_id
       where p.code = 'N001' and p.unit_id = $1 order by r.kind`,
      [world.people.unit.organisationId],
    )
    expect(rows).toMatchObject([
      {
        kind: 'project.budgetLine',
        state: 'draft',
        content: { requested_fen: '500000000', accountSubject: '2130122' },
      },
      {
        kind: 'targets.sheet',
        state: 'draft',
        content: { annualGoal: '建成示范基地', total_fen: '500000000' },
      },
    ])
    const indicators = await query<{ name: string }>(
      `select i.name from indicator i join project p on p.id = i.project_id where p.code = 'N001' order by i.ordinal`,
    )
    expect(indicators.map(({ name }) => name)).toEqual(['新建基地', '培训人次'])
    expect(openOf(await compare('unit', sheets))).toEqual([])
  })

  test('out of one place and into the same one is no difference', async () => {
    const answer = await world.as<{ bytes_base64: string }>('unit', exportTables, {
      year: YEAR,
      format: 'jsonl',
      table: 'X_PROJECT',
    })
    const lines = Buffer.from(answer.bytes_base64, 'base64').toString('utf8').trim().split('\n')
    expect(lines.join('')).not.toContain('李四')
    const sheets = [{ name: 'JSON Lines', rows: lines.map((line) => [line]), merges: [] }]
    expect((await compare('unit', sheets)).differences).toEqual([])
  })

  test('the department may enter it; the target is the unit’s', async () => {
    const found = await compare('department', sheetsOf(...whole('N002')))
    const told = found.differences.map(({ table, obstacle, group }) => [table, obstacle ?? group])
    expect(told).toEqual([
      ['X_PROJECT', 'N002'],
      ['PM_PERF_GOAL_INFO', expect.stringContaining('须由单位经办新建')],
      ['PM_PERF_INDICATOR', expect.stringContaining('须由单位经办新建')],
      ['PM_PERF_INDICATOR', expect.stringContaining('须由单位经办新建')],
      ['BGT_PM_ANNUAL', expect.stringContaining('不由您填写')],
    ])
  })

  test.each<[what: string, by: PersonName, rows: () => Row[], sentence: RegExp]>([
    ['no row of its own', 'unit', () => whole('M1').slice(1), /新建须有“项目基本信息”（X_PROJECT）一行/],
    [
      'what the file does not say is named',
      'unit',
      () => whole('M2', { X_CATEGORY: '', X_PLAN_TITLE: '', X_IS_MAJOR: '' }),
      /还缺项目类别、是否重大项目、部门事业发展规划名称，请对方补全/,
    ],
    ['no goal of the year', 'unit', () => whole('M3').filter((row) => !row['YEARFLAG']), /还缺年度绩效目标/],
    [
      'no budget',
      'unit',
      () => whole('M4').filter(({ table }) => table !== 'BGT_PM_ANNUAL'),
      /还缺年度预算申报数/,
    ],
    ['not said whether secret', 'unit', () => whole('M5', { X_IS_CLASSIFIED: '' }), /还缺是否涉密项目/],
    ['secret', 'unit', () => whole('M6', { X_IS_CLASSIFIED: '1' }), /涉密项目不得从文件导入/],
    ['a code that is none', 'unit', () => whole('m7-x'), /数字和大写字母/],
    ['no unit named', 'unit', () => whole('M8', { AGENCY_NAME: '' }), /还缺实施单位/],
    ['a unit nobody knows', 'unit', () => whole('M9', { AGENCY_NAME: '没有的单位' }), /本地区没有实施单位/],
    ['another unit’s', 'unit', () => whole('M10', { AGENCY_NAME: '示例县第一小学' }), /不由您入库/],
    ['another department’s', 'department2', () => whole('M11'), /不由您入库/],
    ['an auditor enters nothing', 'audit', () => whole('M12'), /项目不由您入库/],
    ['twice in the file', 'unit', () => [...whole('M13'), project('M13')], /不止一行|同一主键/],
  ])('%s: refused in words', async (_what, by, rows, sentence) => {
    const found = await compare(by, sheetsOf(...rows()))
    for (const { obstacle } of found.differences) expect(obstacle ?? '').toMatch(sentence)
    expect(found.differences.length).toBeGreaterThan(0)
  })

  test('a classified project is not filled from a file', async () => {
    await plantProject(world, { code: 'S1', isClassified: true, fiscalYear: YEAR })
    const found = await compare('unit', sheetsOf(...whole('S1').slice(1)))
    expect(new Set(found.differences.map(({ obstacle }) => obstacle))).toEqual(
      new Set(['这是涉密项目，不得从文件导入']),
    )
  })

  test('one that fails takes the others with it', async () => {
    await plantProject(world, { code: 'TAKEN', unitId: world.people.unit2.organisationId, fiscalYear: YEAR })
    const sheets = sheetsOf(...whole('N003'), ...whole('TAKEN'))
    const before = await storedNow()
    await expect(takeAll('unit', sheets)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('代码“TAKEN”'),
    })
    expect(await storedNow()).toEqual(before)
  })

  test('a file of two years enters this year’s project with this year’s facts', async () => {
    const last = project('N010', { FISCAL_YEAR: '2022', PRO_NAME: '去年的名称', X_OVERVIEW: '去年的概况' })
    const sheets = sheetsOf(last, ...whole('N010'))
    const found = await compare('unit', sheets)
    expect(found.differences.map(({ obstacle }) => obstacle).filter((one) => one !== null)).toEqual([
      '这一行属于别的地区或年度，不能写入，请到所属的地区和年度核对',
    ])
    expect(await takeAll('unit', sheets)).toEqual({ rows: 5, records: 2, projects: 1 })
    expect(
      await query(`select name, content->>'overview' as overview from project where code = 'N010'`),
    ).toEqual([{ name: '项目N010', overview: '建设示范基地' }])
    // What only last year's rows say is not said of this year's project.
    const bare = await compare('unit', sheetsOf({ ...last, PRO_CODE: 'N011' }, ...whole('N011').slice(1)))
    expect(openOf(bare)).toEqual([])
  })

  test('facts of a known one are put right until its target is declared', async () => {
    const sheets = sheetsOf(project('N001', { X_OVERVIEW: '建设示范基地三十个', DEPT_NAME: '别的局' }))
    const { differences } = await compare('unit', sheets)
    expect(differences).toMatchObject([{ kind: 'changed', taken: ['overview'], obstacle: null }])
    expect(openOf(await compare('finance_business', sheets))).toEqual([])
    expect(await takeAll('unit', sheets)).toEqual({ rows: 1, records: 0, projects: 1 })
    const [stored] = await query<{ overview: string; plan: string }>(
      `select content->>'overview' as overview, content->>'planTitle' as plan from project where code = 'N001'`,
    )
    expect(stored).toEqual({ overview: '建设示范基地三十个', plan: ENTRY['planTitle'] })
    await query(`update project set status = 'targets' where code = 'N001'`)
    const again = sheetsOf(project('N001', { X_OVERVIEW: '又一次' }))
    expect((await compare('unit', again)).differences[0]?.obstacle).toContain('项目信息不能再改')
  })
})

test('what is longer than its column is not exported: refused with every place, not cut', async () => {
  const year = 2025
  const code = 'L'.repeat(30)
  const unit = world.people.unit.organisationId
  await plantProject(world, { code, unitId: unit, fiscalYear: year, name: '代码过长的项目' })
  const exported = (table?: string) =>
    world.as('unit', exportTables, { year, format: 'jsonl', ...(table === undefined ? {} : { table }) })
  await expect(exported()).rejects.toMatchObject({
    code: 'RULE_VIOLATED',
    message: expect.stringContaining('没有导出'),
    details: {
      faults: [
        {
          place: `项目基本信息（X_PROJECT）第 1 行 ${code} 代码过长的项目“项目代码”`,
          message: '有 30 字，超过目标列的 21 字，请精简后再导出',
        },
      ],
    },
  })
  await expect(exported('PM_PERF_INDICATOR')).resolves.toMatchObject({ fileName: expect.any(String) })
})
