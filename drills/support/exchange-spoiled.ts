import { strict as assert } from 'node:assert'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  compareTables,
  exportTables,
  readExchangeFile,
  takeOverTables,
} from '../../src/app/exchange/index.ts'
import { ENTRY, firstStagesIn } from '../../src/app/testing/first-stages.ts'
import type { World } from '../../src/app/testing/world.ts'
import { DomainError } from '../../src/domain/shared/errors.ts'
import { type Dice, makeDice } from './random.ts'

const YEAR = 2023
const PROJECTS = 12
/** Grow by themselves with every call, or hold nothing of the place's business. */
const NOT_BUSINESS = ['audit', 'idempotency', 'session', 'spatial_ref_sys']

type Compared = { stamp: string; differences: { id: string; obstacle: string | null }[] }
export type Spoiled = { files: number; refused: number; asShown: number; compared: number; offered: number }

/**
 * Spoiled copies of a file that offers changed, new and withdrawn rows: each is compared, and then sent with the
 * choice that was made from the clean one. Whatever it says now, nothing of it may be stored, for it is not what
 * was shown; a copy that still says the same is not sent.
 */
export async function spoilFiles(
  world: World,
  folder: string,
  count: number,
  seed: number,
): Promise<Spoiled> {
  const clean = await makeFile(world)
  const dice = makeDice(seed)
  const read = async (text: string) => {
    const file = path.join(folder, 'spoiled.jsonl')
    writeFileSync(file, text)
    return readExchangeFile(file, '交换.jsonl')
  }
  const compare = (sheets: unknown) => world.as<Compared>('unit', compareTables, { year: YEAR, sheets })
  const shown = await compare(await read(clean))
  const chosen = shown.differences.flatMap(({ id, obstacle }) => (obstacle === null ? [id] : []))
  assert.ok(chosen.length >= 10, `only ${chosen.length} rows to choose from`)
  const before = await businessOf(world)
  const tally: Spoiled = { files: 0, refused: 0, asShown: 0, compared: 0, offered: chosen.length }
  for (; tally.files < count; tally.files += 1) {
    let text = spoil(clean, dice)
    while (text === clean) text = spoil(clean, dice)
    try {
      const sheets = await read(text)
      const found = await compare(sheets)
      tally.compared += 1
      if (found.stamp === shown.stamp) {
        tally.asShown += 1
        continue
      }
      const file = { name: '交换.jsonl', sha256: 'a'.repeat(64) }
      await world.as('unit', takeOverTables, { year: YEAR, sheets, file, stamp: shown.stamp, chosen })
      throw new Error(`a file that nobody was shown was taken over:\n${text}`)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      tally.refused += 1
    }
  }
  assert.deepEqual(await businessOf(world), before)
  // The drill could see it: the clean file, sent as it was shown, does change them.
  const sheets = await read(clean)
  const file = { name: '交换.jsonl', sha256: 'a'.repeat(64) }
  await world.as('unit', takeOverTables, { year: YEAR, sheets, file, stamp: shown.stamp, chosen })
  assert.notDeepEqual(await businessOf(world), before)
  return tally
}

/** Every business table: how many rows, and a digest of all they say. */
async function businessOf({ owner }: World): Promise<object> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  )
  const parts = tables
    .filter(({ name }) => !NOT_BUSINESS.includes(name))
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*)::int as rows, md5(string_agg(t::text, '|' order by t::text)) as digest from "${name}" t`,
    )
  const { rows } = await owner.query(parts.join(' union all '))
  return rows
}

/** A place with drafts, and its own export with something changed, added and withdrawn in every project. */
async function makeFile(world: World): Promise<string> {
  const stages = firstStagesIn(world)
  const row = { level1: 'output', level2: 'quantity', kind: 'quant', operator: 'ge', unit: '个' }
  for (let index = 0; index < PROJECTS; index += 1) {
    const projectId = await stages.enter({ code: `D${index}` })
    const { recordId } = await stages.begin('unit', 'targets.sheet', projectId)
    await stages.save('unit', recordId, {
      annualGoal: `目标${index}`,
      indicators: ['甲', '乙', '丙'].map((name, at) => ({
        ...row,
        name: `${name}${index}`,
        value: String(at + 5),
        valueText: `≥${at + 5}个`,
        weight_x100: 3000,
      })),
    })
  }
  const answer = await world.as<{ bytes_base64: string }>('unit', exportTables, {
    year: YEAR,
    format: 'jsonl',
  })
  const [head = '', ...lines] = Buffer.from(answer.bytes_base64, 'base64').toString('utf8').trim().split('\n')
  const own = lines.filter((line) => !line.includes('BAS_PERF_INDICATOR'))
  const changed = own.map((line) =>
    line
      .replace('"KPI_LV3":"乙', '"KPI_LV3":"改')
      .replace(/("KPI_LV3":"丙.*"IS_DELETED":)"2"/, '$1"1"')
      .replace('"KPI_TARGET":"目标', '"KPI_TARGET":"新目标'),
  )
  const added = own
    .filter((line) => line.includes('"KPI_LV3":"甲'))
    .map((line) =>
      line
        .replace(/"KPI_ID":"[^"]*"/, (id) => id.replace('-', 'V'))
        .replace('"KPI_LV3":"甲', '"KPI_LV3":"丁'),
    )
  return [head, ...changed, ...added, ...wholeProject()].join('\n')
}

/** A project nobody has yet, so that spoiled copies of it are tried as well. */
function wholeProject(): string[] {
  const place = { MOF_DIV_CODE: '640221000', FISCAL_YEAR: String(YEAR), PRO_CODE: 'NEW1' }
  const people = { X_PRO_PERSON: '甲', X_UNIT_HEAD: '乙', X_DEPT_HEAD: '丙', X_FIN_SECTION: '丁' }
  return [
    {
      table: 'X_PROJECT',
      ...place,
      ...people,
      PRO_NAME: '新项目',
      AGENCY_NAME: '示例县农业技术推广中心',
      X_IS_CLASSIFIED: '2',
      X_CATEGORY: '其他',
      X_IS_NEW: '1',
      X_IS_MAJOR: '2',
      START_DATE: '20230101',
      END_DATE: '20231231',
      X_OVERVIEW: ENTRY['overview'],
      X_TOTAL_AMT: '100.00',
      X_ANNUAL_AMT: '100.00',
      X_PLAN_TITLE: '规划',
      X_PLAN_CLAUSE: '第一章',
    },
    { table: 'PM_PERF_GOAL_INFO', ...place, YEARFLAG: '0', KPI_TARGET: '新目标' },
    { table: 'BGT_PM_ANNUAL', ...place, APPLY_UP: '100.00' },
  ].map((row) => JSON.stringify(row))
}

/** Cut, doubled, shuffled, overwritten or turned around somewhere; by characters, or line by line. */
function spoil(text: string, dice: Dice): string {
  const lines = text.split('\n')
  const at = Math.floor(dice.roll() * text.length)
  const line = 1 + Math.floor(dice.roll() * (lines.length - 1))
  const other = dice.pick(lines)
  const replaced = (changed: string) => lines.map((one, index) => (index === line ? changed : one)).join('\n')
  const own = lines[line] ?? ''
  return dice.pick([
    () => text.slice(0, at),
    () => text.slice(0, at) + text.slice(at + 1 + Math.floor(dice.roll() * 400)),
    () => `${text.slice(0, at)}'; drop table project; --${text.slice(at)}`,
    () => text.slice(0, at) + String.fromCharCode(Math.floor(dice.roll() * 0xd7ff)) + text.slice(at + 1),
    () => `${text}\n${other}`,
    () => lines.filter((_, index) => index !== line).join('\n'),
    () => replaced(own.replace(/"PRO_CODE":"[^"]*"/, `"PRO_CODE":"D${Math.floor(dice.roll() * 20)}"`)),
    () => replaced(own.replace(/"IS_DELETED":"."/, `"IS_DELETED":"${dice.pick(['0', '1', 'true', '１'])}"`)),
    () => replaced(own.replace(/"FISCAL_YEAR":"2023"/, '"FISCAL_YEAR":"2024"')),
    () => replaced(own.replace(/"MOF_DIV_CODE":"640221000"/, '"MOF_DIV_CODE":"640324000"')),
    () => replaced(own.replace(/"KPI_ID":"[^"]*"/, /"KPI_ID":"[^"]*"/.exec(other)?.[0] ?? '"KPI_ID":""')),
    () => replaced(own.replace(/"(KPI_TARGET|KPI_LV3|X_OVERVIEW)":"/, `$&${'长'.repeat(2500)}`)),
    () => replaced(own.replace(/"(KPI_TARGET|KPI_LV3|X_OVERVIEW)":"/, '$&\\u0000')),
    () => replaced(own.replace(/"(APPLY_UP|WEIGHT|X_TOTAL_AMT)":"[^"]*"/, '"$1":"-1e9"')),
    () => text.replaceAll('"IS_DELETED":"2"', '"IS_DELETED":"1"'),
    () => text.replace('"X_IS_CLASSIFIED":"2"', '"X_IS_CLASSIFIED":"1"'),
  ])()
}
