import { expect, test } from 'vitest'
import type { FormDefinition } from '../../domain/forms/form.ts'
import { mergeComputed, patchOf } from './writable.ts'

const FORM: FormDefinition = {
  id: 'test/form',
  title: '测试表',
  source: { id: 'own' },
  sections: [
    {
      id: 'mine',
      title: '我填的',
      fields: [
        { id: 'goal', label: '目标', type: 'text', max: 5 },
        { id: 'total_fen', label: '金额', type: 'money' },
        { id: 'grade', label: '等级', type: 'text', readonly: true },
        {
          id: 'rows',
          label: '表',
          type: 'rows',
          columns: [
            { id: 'name', label: '名称', type: 'text' },
            { id: 'score_x100', label: '得分', type: 'integer', readonly: true },
          ],
        },
      ],
    },
    { id: 'theirs', title: '别人填的', fields: [{ id: 'review', label: '审核', type: 'text' }] },
  ],
}
const patch = (before: object, now: object) =>
  patchOf({ form: FORM, sections: ['mine'], before: before as never, now: now as never })

test('only what changed is sent, and only from the sections one may write in', () => {
  const { content } = patch(
    { goal: 'a', total_fen: '1' },
    { goal: 'b', total_fen: '1', review: 'x', grade: '优' },
  )
  expect(content).toEqual({ goal: 'b' })
})

test('an emptied field is sent as null', () => {
  expect(patch({ goal: 'a' }, { goal: '' }).content).toEqual({ goal: null })
})

test('blank cells and blank rows stay behind', () => {
  const { content } = patch(
    {},
    {
      rows: [
        { name: '甲', other: null },
        { id: '7', name: '' },
      ],
    },
  )
  expect(content).toEqual({ rows: [{ name: '甲' }] })
})

test('a field that cannot be stored does not hold up the others', () => {
  const { content, heldBack } = patch({}, { goal: '超过五个字的目标', total_fen: '5' })
  expect(content).toEqual({ total_fen: '5' })
  expect(heldBack).toMatchObject([{ where: { field: 'goal' } }])
})

test('computed values are taken over, typed ones are left alone', () => {
  const typed = {
    goal: '新',
    rows: [
      { id: '1', name: '乙' },
      { id: '2', name: '丙' },
    ],
  }
  const answered = { goal: '旧', grade: '优', rows: [{ id: '1', name: '甲', score_x100: 900 }] }
  expect(mergeComputed(FORM, typed, answered)).toEqual({
    goal: '新',
    grade: '优',
    rows: [
      { id: '1', name: '乙', score_x100: 900 },
      { id: '2', name: '丙' },
    ],
  })
})
