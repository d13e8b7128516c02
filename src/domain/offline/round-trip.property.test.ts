import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadForms } from '../../rules/load-forms.ts'
import type { Content, FormDefinition } from '../forms/form.ts'
import { applyMerge } from './apply-merge.ts'
import { mergeThreeWay } from './merge.ts'
import { isTypable } from './open-fields.ts'
import { cellValue, planSheet } from './plan-sheet.ts'
import { asRead, editable } from './printed-sheet.fixture.ts'
import { contentOf } from './random-content.fixture.ts'
import { readBack } from './read-back.ts'
import type { ReadSheet } from './workbook.ts'

const form = loadForms('rules').find(({ id }) => id === 'targets/sheet') as FormDefinition
const openSections = ['head', 'money', 'goals', 'indicators', 'quarterPlan']
const contents = contentOf(form)
const RUNS = { numRuns: 1_000 }
/** A thousand records on a busy machine; a limit on hanging, not on speed. */
const TIME_ms = 180_000

const printed = (content: Content, names = {}) =>
  planSheet({ form, content, names, openSections, facts: [['项目名称', '某项目']], note: '填报说明' })
const back = (sheet: ReadSheet, base: Content) =>
  readBack({ sheets: [sheet], form, base, names: {}, openSections })
const merged = (sheet: ReadSheet, base: Content, mine = base) =>
  mergeThreeWay({ form, openSections, base, mine, theirs: back(sheet, base) })

describe('a workbook comes back', () => {
  test(
    'as it went out: no difference, no fault, no note, for any record',
    () => {
      fc.assert(
        fc.property(contents, (content) => {
          const sheet = asRead(printed(content))
          const { faults, notes } = back(sheet, content)
          expect({ faults, notes, items: merged(sheet, content).items }).toEqual({
            faults: [],
            notes: [],
            items: [],
          })
        }),
        RUNS,
      )
    },
    TIME_ms,
  )

  test(
    'with one edited cell: exactly one difference, and accepting it changes exactly that',
    () => {
      const edits = contents.filter((content) => ((content['indicators'] ?? []) as unknown[]).length > 0)
      fc.assert(
        fc.property(edits, fc.nat(), fc.nat(), (content, rowAt, columnAt) => {
          const field = form.sections.flatMap(({ fields }) => fields).find(({ id }) => id === 'indicators')
          const rows = content['indicators'] as readonly {
            readonly [column: string]: string | number | boolean
          }[]
          const row = rows[rowAt % rows.length] ?? {}
          const columns = (field?.columns ?? []).filter((one) => isTypable(one) && one.id !== 'name')
          const column = columns[columnAt % columns.length] as (typeof columns)[number]
          const value = other(
            column.options?.map((option) => option.value),
            row[column.id],
            column.type,
          )
          const plan = printed(content)
          const sheet = editable(asRead(plan))
          const head = plan.cells.find(({ value, role }) => role === 'head' && value === '一级指标')?.row ?? 0
          const line = sheet.rows[head + 1 + rows.indexOf(row)] as string[]
          line[(field?.columns ?? []).indexOf(column)] = String(cellValue(column, value))
          const after = rows.map((own) => (own === row ? { ...own, [column.id]: value } : own))
          const { items, ...rest } = merged(sheet, content)
          expect(items.map(({ key }) => key)).toEqual([`indicators/${String(row['id'])}/${column.id}`])
          expect(applyMerge(form, content, { items, ...rest }, {})).toEqual({ indicators: after })
        }),
        RUNS,
      )
    },
    TIME_ms,
  )
})

/** A value of the column that is certainly another. */
function other(options: readonly string[] | undefined, now: unknown, type: string): string | number {
  if (options) return options.find((one) => one !== now) ?? ''
  if (type === 'integer') return now === 1234 ? 4321 : 1234
  if (type === 'decimal') return now === '77.5' ? '78' : '77.5'
  if (type === 'date') return now === '2031-01-31' ? '2031-02-01' : '2031-01-31'
  return now === '改过' ? '又改过' : '改过'
}
