import { expect, test } from 'vitest'
import type { FormDefinition } from '../forms/form.ts'
import { labelContent } from './label-content.ts'

const form: FormDefinition = {
  id: 'test/form',
  title: '测试表',
  source: { id: 'x' },
  sections: [
    {
      id: 's',
      title: '一',
      fields: [
        { id: 'grade', label: '等级', type: 'choice', options: [{ value: 'good', label: '良' }] },
        {
          id: 'causes',
          label: '原因',
          type: 'choices',
          options: [
            { value: 'staff', label: '人员保障' },
            { value: 'other', label: '其他' },
          ],
        },
        { id: 'agency', label: '机构', type: 'organisation' },
        { id: 'total_fen', label: '金额', type: 'money' },
        {
          id: 'rows',
          label: '行',
          type: 'rows',
          columns: [
            { id: 'level', label: '级', type: 'choice', options: [{ value: 'output', label: '产出指标' }] },
            { id: 'person', label: '人', type: 'person' },
          ],
        },
      ],
    },
  ],
}

const nameOf = (id: string) => ({ 'o-1': '示例绩效咨询有限公司', 'p-1': '周某某' })[id]

test('choices, organisations and persons become words, money stays as it is', () => {
  const content = {
    grade: 'good',
    causes: ['staff', 'other'],
    agency: 'o-1',
    total_fen: '62000000',
    rows: [{ level: 'output', person: 'p-1', id: 'r-1' }],
  }
  expect(labelContent(form, content, nameOf)).toEqual({
    grade: '良',
    causes: ['人员保障', '其他'],
    agency: '示例绩效咨询有限公司',
    total_fen: '62000000',
    rows: [{ level: '产出指标', person: '周某某', id: 'r-1' }],
  })
})

test('what nobody knows stays readable; missing stays missing; unknown fields are left out', () => {
  expect(labelContent(form, { grade: 'odd', agency: 'o-9', rows: null, stranger: 'x' }, nameOf)).toEqual({
    grade: 'odd',
    agency: 'o-9',
    rows: null,
  })
})
