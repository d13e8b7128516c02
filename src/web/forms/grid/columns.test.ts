import { expect, test } from 'vitest'
import type { FieldDefinition } from '../../../domain/forms/form.ts'
import { editColumns, shownColumns } from './columns.ts'

const column = (id: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  ...{ id, label: id, type: 'text' },
  ...more,
})
const FIELD: FieldDefinition = {
  ...{ id: 'scores', label: '评分', type: 'rows' },
  columns: [
    column('indicatorId', { readonly: true }),
    column('dimension', { labelledBy: 'dimensionLabel' }),
    column('dimensionLabel', { readonly: true }),
    column('item'),
  ],
}

test('ids of the system and columns that only carry words of another are not shown', () => {
  expect(editColumns(FIELD).map(({ id }) => id)).toEqual(['dimension', 'item'])
  expect(shownColumns(FIELD, [{ dimensionLabel: '申报必要性' }]).map(({ id }) => id)).toEqual([
    'dimension',
    'item',
  ])
})
