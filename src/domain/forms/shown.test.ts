import { expect, test } from 'vitest'
import type { FormDefinition } from './form.ts'
import { shownSections, withoutHidden } from './shown.ts'
import { validateContent } from './validate.ts'

const FORM: FormDefinition = {
  id: 'test/shown',
  title: '测试表',
  source: { id: 'jiheng-default' },
  sections: [
    {
      id: 'plan',
      title: '方案',
      fields: [
        { id: 'way', label: '方式', type: 'text' },
        {
          id: 'agency',
          label: '机构',
          type: 'text',
          required: true,
          shownWhen: { field: 'way', isNot: 'own' },
        },
      ],
    },
    {
      id: 'group',
      title: '评价组',
      shownWhen: { field: 'way', is: 'own' },
      fields: [
        {
          id: 'group',
          label: '成员',
          type: 'rows',
          min: 2,
          columns: [{ id: 'name', label: '姓名', type: 'text', required: true }],
        },
      ],
    },
  ],
}

const shown = (content: object) =>
  shownSections(FORM, content as never).flatMap(({ fields }) => fields.map(({ id }) => id))
const asked = (content: object) =>
  validateContent(FORM, content as never, { mode: 'submit' }).map(({ where }) => where.field)

test.each([
  ['own', { way: 'own' }, ['way', 'group'], ['group']],
  ['commissioned', { way: 'agency' }, ['way', 'agency'], ['agency']],
  ['not chosen yet', {}, ['way', 'agency'], ['agency']],
])('%s: shows and asks only what is in question', (_way, content, fields, missing) => {
  expect(shown(content)).toEqual(fields)
  expect(asked(content)).toEqual(missing)
})

test('an answer to a question that no longer stands is left out', () => {
  const content = { way: 'own', agency: '甲', group: [{ name: '乙' }] }
  expect(withoutHidden(FORM, content)).toEqual({ way: 'own', group: [{ name: '乙' }] })
  expect(withoutHidden(FORM, { ...content, way: 'agency' })).toEqual({ way: 'agency', agency: '甲' })
})
