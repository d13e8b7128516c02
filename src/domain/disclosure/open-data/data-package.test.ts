import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { describe, expect, test } from 'vitest'
import { POLICY_SAMPLE, SAMPLE, WHOLE_SAMPLE } from '../sample-publication.fixture.ts'
import { buildDataPackage } from './data-package.ts'
import { OPEN_TABLES } from './tables.ts'

/** What Data Package v2 asks of a descriptor, as a JSON Schema of our own: names, paths, types, keys. */
const Name = Type.String({ pattern: '^[a-z0-9._-]+$' })
const Key = Type.Array(Type.String(), { minItems: 1 })
const Field = Type.Object(
  {
    name: Type.String({ minLength: 1 }),
    type: Type.Union(['string', 'integer', 'number', 'date', 'year'].map((one) => Type.Literal(one))),
    title: Type.String({ minLength: 1 }),
    constraints: Type.Optional(Type.Object({ required: Type.Boolean() }, { additionalProperties: false })),
  },
  { additionalProperties: false },
)
const TableSchema = Type.Object(
  {
    $schema: Type.Literal('https://datapackage.org/profiles/2.0/tableschema.json'),
    fields: Type.Array(Field, { minItems: 1 }),
    missingValues: Type.Array(Type.String()),
    primaryKey: Key,
    foreignKeys: Type.Optional(
      Type.Array(
        Type.Object(
          { fields: Key, reference: Type.Object({ resource: Name, fields: Key }) },
          { additionalProperties: false },
        ),
      ),
    ),
  },
  { additionalProperties: false },
)
const Resource = Type.Object(
  {
    $schema: Type.Literal('https://datapackage.org/profiles/2.0/dataresource.json'),
    name: Type.String({ pattern: '^[a-z0-9._-]+$' }),
    path: Type.String({ pattern: '^(?!/)(?!.*\\.\\.)[A-Za-z0-9._/-]+$' }),
    title: Type.String(),
    format: Type.String(),
    mediatype: Type.String({ pattern: '^[a-z]+/[a-z]+$' }),
    encoding: Type.Literal('utf-8'),
    type: Type.Optional(Type.Literal('table')),
    dialect: Type.Optional(Type.Object({})),
    schema: Type.Optional(TableSchema),
  },
  { additionalProperties: false },
)
const Descriptor = Compile(
  Type.Object(
    {
      $schema: Type.Literal('https://datapackage.org/profiles/2.0/datapackage.json'),
      name: Name,
      title: Type.String(),
      description: Type.String(),
      version: Type.String(),
      created: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' }),
      resources: Type.Array(Resource, { minItems: 1 }),
    },
    { additionalProperties: false },
  ),
)

const SECOND = { ...SAMPLE, id: 'ba9876543210', version: 1, selfEvaluation: null, decision: null }
const files = buildDataPackage({ name: 'performance-640221-2023', title: '示例', isDemonstration: true }, [
  { published: SAMPLE, sha256: 'a'.repeat(64), bundle: '{"format":"x"}' },
  { published: SECOND, sha256: 'b'.repeat(64), bundle: null },
  { published: WHOLE_SAMPLE, sha256: 'c'.repeat(64), bundle: null },
  { published: POLICY_SAMPLE, sha256: 'd'.repeat(64), bundle: null },
])
const textOf = (path: string) => files.find((file) => file.path === path)?.text ?? ''
const descriptor = JSON.parse(textOf('datapackage.json'))

/** A reader of RFC 4180 of its own. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; at += 1) {
    const one = text[at]
    if (isQuoted && one === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (one === '"') isQuoted = !isQuoted
    else if (!isQuoted && (one === ',' || one === '\r')) {
      row.push(cell)
      cell = ''
      if (one === '\r') {
        rows.push(row)
        row = []
        at += 1
      }
    } else cell += one
  }
  return rows
}

const FITS: Readonly<Record<string, RegExp>> = {
  string: /^[\s\S]*$/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  year: /^\d{4}$/,
}

describe('开放数据包', () => {
  test('the descriptor is a Data Package of version 2, and names every file once', () => {
    expect([...Descriptor.Errors(descriptor)]).toEqual([])
    const paths = descriptor.resources.map(({ path }: { path: string }) => path)
    expect(new Set(paths).size).toBe(paths.length)
    expect(
      files
        .map(({ path }) => path)
        .filter((path) => path !== 'datapackage.json')
        .sort(),
    ).toEqual([...paths].sort())
    expect(new Set(descriptor.resources.map(({ name }: { name: string }) => name)).size).toBe(paths.length)
  })

  test('written publication by publication it is the same, and JSON is what a whole list would be', () => {
    for (const { path, text } of files.filter((file) => /^[a-z_]+\.json$/.test(file.path)))
      expect(text, path).toBe(
        `${JSON.stringify(JSON.parse(text), null, path === 'datapackage.json' ? 2 : 1)}\n`,
      )
    const nothing = buildDataPackage({ name: 'x', title: 'x', isDemonstration: false }, [])
    expect(nothing.find(({ path }) => path === 'projects.json')?.text).toBe('[]\n')
    expect(files[0]?.path).toBe('datapackage.json')
  })

  test('the check would notice a wrong descriptor', () => {
    const { resources } = descriptor
    expect(Descriptor.Check({ ...descriptor, name: '中文' })).toBe(false)
    expect(Descriptor.Check({ ...descriptor, resources: [{ ...resources[0], path: '../x.csv' }] })).toBe(
      false,
    )
  })

  test.each(OPEN_TABLES.map((table) => [table.name, table] as const))(
    '%s.csv keeps its schema',
    (name, table) => {
      const [head, ...rows] = readCsv(textOf(`${name}.csv`))
      expect(head).toEqual(table.fields.map((field) => field.name))
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) {
        expect(row).toHaveLength(table.fields.length)
        row.forEach((cell, at) => {
          const field = table.fields[at]
          if (cell !== '') expect(cell, `${name}.${field?.name}`).toMatch(FITS[field?.type ?? '']!)
          else expect(field?.isRequired ?? false, `${name}.${field?.name}`).toBe(false)
        })
      }
      const keyOf = (row: string[]) =>
        table.key.map((key) => row[table.fields.findIndex((field) => field.name === key)]).join('|')
      expect(new Set(rows.map(keyOf)).size).toBe(rows.length)
      const projects = readCsv(textOf('projects.csv'))
        .slice(1)
        .map(([id]) => id)
      expect(rows.filter(([id]) => !projects.includes(id))).toEqual([])
      expect(JSON.parse(textOf(`${name}.json`))).toHaveLength(rows.length)
    },
  )

  test('opens in WPS as UTF-8, and no cell is a formula', () => {
    const text = textOf('indicators.csv')
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(
      readCsv(text)
        .flat()
        .filter((cell) => /^[=+@]/.test(cell)),
    ).toEqual([])
    expect(text).toContain(`'=HYPERLINK`)
    expect(readCsv(textOf('applications.csv'))[1]).toContain('-5000000.00')
  })

  test('indicators follow the result model: measure, direction, period, target and actual', () => {
    const rows = JSON.parse(textOf('indicators.json'))
    expect(rows[0]).toMatchObject({
      result_type: 'output',
      measure: '培训人数',
      ascending: 1,
      period_start: '2023-01-01',
      target_value: '1000',
      actual_value: '900人',
      score_points: '45.00',
    })
    expect(rows[1]).toMatchObject({ ascending: -1, comment: '单位填写' })
  })
})
