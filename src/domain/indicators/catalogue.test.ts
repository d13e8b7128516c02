import { describe, expect, test } from 'vitest'
import type { FormDefinition } from '../forms/form.ts'
import { narrowOptions } from '../forms/narrow-options.ts'
import { readerOf } from '../rules/testing.ts'
import { checkCatalogue } from '../targets/checks/index.ts'
import { CATALOGUE_VALUES } from './catalogue.fixture.ts'
import { catalogueOf, hasCostLevel, type Template, withCatalogue } from './catalogue.ts'

const RULES = readerOf({ 'targets.catalogue': CATALOGUE_VALUES })
const option = (value: string, under?: string) => ({ value, label: value, ...(under ? { under } : {}) })
const LEVEL2 = {
  id: 'level2',
  label: '二级指标',
  type: 'choice',
  narrowedBy: 'level1',
  options: [option('quantity', 'output'), option('outputCost', 'output'), option('economicCost', 'cost')],
} as const
const FORM: FormDefinition = {
  id: 'x',
  title: 'x',
  source: { id: 'x' },
  sections: [
    {
      id: 'indicators',
      title: '指标',
      fields: [
        {
          id: 'indicators',
          label: '指标',
          type: 'rows',
          bound: 'indicator',
          columns: [
            { id: 'level1', label: '一级', type: 'choice', options: [option('cost'), option('output')] },
            LEVEL2,
          ],
        },
      ],
    },
  ],
}
const optionsOf = (form: FormDefinition) =>
  form.sections[0]?.fields[0]?.columns?.map(({ options }) => options?.map(({ value }) => value))

test.each<[Template, boolean, string[][]]>([
  ['project', false, [['output'], ['quantity', 'outputCost']]],
  [
    'departmentWhole',
    true,
    [
      ['cost', 'output'],
      ['quantity', 'economicCost'],
    ],
  ],
])('the form of %s offers its own catalogue', (template, hasCost, offered) => {
  const catalogue = catalogueOf(RULES, template)
  expect(hasCostLevel(catalogue)).toBe(hasCost)
  expect(optionsOf(withCatalogue(FORM, catalogue))).toEqual(offered)
})

test.each([
  [{ level1: 'output' }, ['quantity', 'outputCost']],
  [{ level1: 'cost' }, ['economicCost']],
  [{}, ['quantity', 'outputCost', 'economicCost']],
  [undefined, ['quantity', 'outputCost', 'economicCost']],
])('under %o the second level offers %o', (row, offered) => {
  expect(narrowOptions(LEVEL2, row).options?.map(({ value }) => value)).toEqual(offered)
})

describe('TGT-154 指标目录', () => {
  test.each<[string, Template, 'cost' | 'output' | 'benefit', string, string]>([
    ['cost under output', 'project', 'output', 'outputCost', ''],
    ['cost as a level where it is none', 'project', 'cost', 'economicCost', '产出指标下的成本指标'],
    ['cost under output where it is a level', 'departmentWhole', 'output', 'outputCost', '成本指标下的二级'],
    ['cost as a level', 'departmentWhole', 'cost', 'socialCost', ''],
    ['sustainability', 'project', 'benefit', 'sustainability', ''],
    ['sustainability where there is none', 'departmentWhole', 'benefit', 'sustainability', '目录内'],
    ['no pair at all is left to TGT-104', 'project', 'cost', 'quantity', ''],
  ])('%s', (_why, template, level1, level2, said) => {
    const indicators = [{ name: '甲', level1, level2: level2 as 'quantity' }]
    const found = checkCatalogue({ indicators }, template, RULES)
    expect(found).toHaveLength(said === '' ? 0 : 1)
    expect(found.map(({ message }) => message).join('')).toContain(said)
  })
})
