import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Content } from '../../domain/forms/form.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import type { FigureLine } from '../../domain/results/index.ts'
import { loadForms } from '../../rules/index.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { RecordData } from '../records/record-data.ts'
import { valueOfProject, valueOfRecord } from './figure-value.ts'

const FORMS = new Map(loadForms(join(import.meta.dirname, '../../../rules')).map((form) => [form.id, form]))
const line = (text: string, value: string, field: string, more: Partial<FigureLine> = {}): FigureLine => ({
  ...{ number: 1, label: '数字', basis: 'record', version: 1 },
  ...{ text, value, field },
  ...more,
})
const TITLE = '整改任务3：结业学员就业率未达到60%'
const record = (kind: string, state: string, content: Content, version = 3, numbers: string[] = []) =>
  ({
    kind: getRecordKind(kind),
    form: FORMS.get(getRecordKind(kind).form),
    content,
    record: { title: TITLE, state, version },
    acts: numbers.map((documentNumber) => ({ documentNumber })),
  }) as unknown as RecordData

describe('a figure beside today’s record', () => {
  const changed = { totalScore_x100: 7000, budget_fen: '60000000', grade: 'fair' }
  const fixed = { totalScore_x100: 8200, budget_fen: '50000000', grade: 'good' }
  const data = record('evaluation.finance', 'confirmed', changed)
  test.each<[string, FigureLine, RecordData, Content | undefined, object]>([
    [
      'a score by its frozen version',
      line('82.00分', '8200', 'totalScore_x100'),
      data,
      fixed,
      { value: '82分', valueNow: '70分', isSame: false },
    ],
    [
      'money in 万元',
      line('50.00万元', '50000000', 'budget_fen'),
      data,
      fixed,
      { value: '50.00万元', valueNow: '60.00万元', isSame: false },
    ],
    [
      'nothing changed',
      line('82.00分', '8200', 'totalScore_x100'),
      record('evaluation.finance', 'confirmed', fixed),
      fixed,
      { value: '82分', valueNow: '82分', isSame: true },
    ],
    [
      'no frozen version: what the signed report says, never today’s',
      line('50.00万元', '50000000', 'budget_fen'),
      data,
      undefined,
      { value: '50.00万元', valueNow: '60.00万元', isSame: false },
    ],
    [
      'a state that moved on',
      line('未核实', 'false', 'state', { version: 2 }),
      record('results.task', 'verified', {}),
      undefined,
      { value: '未核实', valueNow: '已核实', isSame: false },
    ],
    [
      'a state that did not',
      line('未核实', 'false', 'state', { version: 3 }),
      record('results.task', 'planned', {}),
      undefined,
      { value: '未核实', valueNow: '整改中', isSame: true },
    ],
    [
      'a number of a later act',
      line('示财〔2024〕1号', '示财〔2024〕1号', 'documentNumber'),
      record('results.notice', 'closed', {}, 5, ['示财〔2024〕1号', '示财〔2024〕9号']),
      {},
      { value: '示财〔2024〕1号', valueNow: '示财〔2024〕9号', isSame: false },
    ],
    [
      'a numeral of its heading, which still says so',
      line('60', '60', 'title', { basis: 'quoted' }),
      record('results.task', 'planned', {}),
      undefined,
      { value: '60', valueNow: TITLE, isSame: true },
    ],
    [
      'a numeral its heading does not say any more',
      line('75', '75', 'title', { basis: 'quoted' }),
      record('results.task', 'planned', {}),
      undefined,
      { value: '75', valueNow: TITLE, isSame: false },
    ],
  ])('%s', (_why, given, now, frozen, expected) => {
    expect(valueOfRecord(given, now, frozen)).toEqual(expected)
  })
})

describe('a figure of the project file', () => {
  const project = { name: '2023年渠道改造', fiscalYear: 2023, budget_fen: '60000000' } as ProjectRow
  test.each<[string, FigureLine, ProjectRow | undefined, object]>([
    [
      'money that changed, in 万元',
      line('50.00万元', '50000000', 'budget_fen'),
      project,
      { value: '50.00万元', valueNow: '60.00万元', isSame: false },
    ],
    [
      'money that did not',
      line('60.00万元', '60000000', 'budget_fen'),
      project,
      { value: '60.00万元', valueNow: '60.00万元', isSame: true },
    ],
    [
      'a numeral of its name',
      line('2023', '2023', 'name', { basis: 'quoted' }),
      project,
      { value: '2023', valueNow: '2023年渠道改造', isSame: true },
    ],
    [
      'a project the reader no longer sees',
      line('50.00万元', '50000000', 'budget_fen'),
      undefined,
      { value: '50.00万元', valueNow: null, isSame: false },
    ],
  ])('%s', (_why, given, now, expected) => {
    expect(valueOfProject(given, now)).toEqual(expected)
  })
})
