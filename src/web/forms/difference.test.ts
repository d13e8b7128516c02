import { expect, test } from 'vitest'
import type { FormDefinition } from '../../domain/forms/form.ts'
import { differencesOf } from './difference.ts'

const FORM: FormDefinition = {
  id: 'test/form',
  title: '测试表',
  source: { id: 'own' },
  sections: [
    {
      id: 'main',
      title: '主要',
      fields: [
        { id: 'goal', label: '目标', type: 'longtext' },
        {
          id: 'indicators',
          label: '指标',
          type: 'rows',
          columns: [
            { id: 'name', label: '名称', type: 'text' },
            { id: 'value', label: '值', type: 'decimal' },
          ],
        },
      ],
    },
  ],
}

test('nothing differs between equal contents, nor between blank and missing', () => {
  expect(differencesOf(FORM, { goal: '' }, { goal: null })).toEqual([])
  expect(
    differencesOf(FORM, { indicators: [{ id: '1', value: null }] }, { indicators: [{ id: '1' }] }),
  ).toEqual([])
})

test('a changed field carries both values', () => {
  expect(differencesOf(FORM, { goal: 'a' }, { goal: 'b' })).toEqual([
    { section: 'main', field: 'goal', kind: 'changed', before: 'a', after: 'b' },
  ])
})

test('rows are matched by their id, not by their place', () => {
  const before = {
    indicators: [
      { id: '1', name: 'a', value: '1' },
      { id: '2', name: 'b', value: '2' },
    ],
  }
  const after = {
    indicators: [
      { id: '2', name: 'b', value: '3' },
      { id: '3', name: 'c' },
    ],
  }
  expect(differencesOf(FORM, before, after).map(({ kind, row, column }) => [kind, row, column])).toEqual([
    ['changed', 0, 'value'],
    ['added', 1, undefined],
    ['removed', undefined, undefined],
  ])
})

test('rows without an id are matched by place', () => {
  const found = differencesOf(FORM, { indicators: [{ name: 'a' }] }, { indicators: [{ name: 'b' }] })
  expect(found).toMatchObject([{ kind: 'changed', row: 0, column: 'name', before: 'a', after: 'b' }])
})
