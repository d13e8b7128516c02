import fc from 'fast-check'
import type { Content, ContentRow, ContentValue, FieldDefinition, FormDefinition } from '../forms/form.ts'
import { columnsOf, fixedKeyOf } from '../forms/form-index.ts'
import { isBlank, valueFault } from '../forms/value.ts'

/** Texts as offices write them: Chinese, signs, digits in both widths, line breaks, a formula's look. */
const PIECES = [
  '新增示范基地',
  '户',
  '≥95%',
  '≧',
  '═',
  '１２０',
  '（一）',
  '2023年12月底前',
  '显著改善',
  ' ',
  '\n',
  '=1+1',
  '+86',
  '-3',
  '@名',
  '"引号"',
  "'单引'",
  '<b>',
  '&',
  ';',
  '\t',
  '……',
  '*',
  '★',
  '，',
  '100万',
  'A',
  '😀',
  '_x000D_',
]
const text = (max: number) =>
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 6 })), {
      maxLength: 8,
    })
    .map((pieces) => pieces.join('').slice(0, max))

function anyOf(field: FieldDefinition): fc.Arbitrary<ContentValue> {
  switch (field.type) {
    case 'text':
      return text(field.max ?? 200).map((one) => one.replace(/[\n\r]/g, ' '))
    case 'longtext':
      return text(field.max ?? 4000)
    case 'integer':
      return fc.integer({ min: field.min ?? -99_999_999, max: field.max ?? 99_999_999 })
    case 'decimal':
    case 'percent':
      return fc
        .tuple(fc.integer({ min: 0, max: 2 ** 50 }), fc.integer({ min: 0, max: 6 }))
        .map(([digits, places]) => {
          const padded = String(digits).padStart(places + 1, '0')
          return places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`
        })
    case 'money':
      return fc.bigInt({ min: 0n, max: 10n ** 17n }).map(String)
    case 'date':
      return fc
        .tuple(
          fc.integer({ min: 2000, max: 2099 }),
          fc.integer({ min: 1, max: 12 }),
          fc.integer({ min: 1, max: 28 }),
        )
        .map(
          ([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
        )
    case 'choice':
      return fc.constantFrom(...(field.options ?? []).map(({ value }) => value))
    case 'choices':
      return fc.subarray((field.options ?? []).map(({ value }) => value))
    case 'boolean':
      return fc.boolean()
    case 'files':
    case 'person':
    case 'organisation':
    case 'rows':
      return fc.constant(null)
  }
}

/** A value that the form lets in, or nothing at all. */
function fitting(field: FieldDefinition): fc.Arbitrary<ContentValue> {
  return fc
    .option(anyOf(field), { nil: null, freq: 4 })
    .map((value) => (isBlank(value) || valueFault(field, value) !== undefined ? null : value))
}

function rowsOf(field: FieldDefinition): fc.Arbitrary<readonly ContentRow[]> {
  const columns = columnsOf(field).filter(({ id }) => id !== 'id')
  const row = fc
    .tuple(...columns.map((column) => fitting(column).map((value) => [column.id, value] as const)))
    .map((cells) => Object.fromEntries(cells.filter(([, value]) => value !== null)) as ContentRow)
  if (fixedKeyOf(field) !== undefined) {
    const open = columns.filter(({ readonly }) => !readonly).map(({ id }) => id)
    const printed = field.defaultRows ?? []
    return fc.array(row, { minLength: printed.length, maxLength: printed.length }).map((rows) =>
      printed.map((own, index) => ({
        ...own,
        ...Object.fromEntries(Object.entries(rows[index] ?? {}).filter(([id]) => open.includes(id))),
      })),
    )
  }
  return fc.array(row, { maxLength: 7 }).map((rows) =>
    rows
      .filter((own) => Object.keys(own).length > 0)
      .map((own, index) => ({
        ...(field.bound ? { id: `row-${index}-${Object.keys(own).length}` } : {}),
        ...own,
      })),
  )
}

/** Any content a draft of this form may have. */
export function contentOf(form: FormDefinition): fc.Arbitrary<Content> {
  const fields = form.sections.flatMap((section) => section.fields)
  return fc
    .tuple(
      ...fields.map((field) =>
        (field.type === 'rows' ? rowsOf(field) : fitting(field)).map((value) => [field.id, value] as const),
      ),
    )
    .map((entries) => Object.fromEntries(entries.filter(([, value]) => !isBlank(value))))
}
