import { expect, test } from 'vitest'
import { exanteEvaluation } from '../exante/index.ts'
import { targetSheet } from '../targets/index.ts'
import type { FormDefinition } from './form.ts'
import { dueSections } from './due-sections.ts'

const form = (...ids: string[]): FormDefinition => ({
  id: 'x',
  title: 'x',
  source: { id: 'x' },
  sections: ids.map((id) => ({ id, title: id, fields: [] })),
})
const EXANTE = form('basics', 'materials', 'plan', 'affordability', 'conclusion')
const TARGETS = form('goals', 'review', 'thirdParty', 'disclosure')

test.each([
  [exanteEvaluation, EXANTE, 'submit', 'draft', ['basics', 'materials'], 'what the unit hands over'],
  [exanteEvaluation, EXANTE, 'open', 'submitted', ['materials', 'plan'], 'scoring opens on a finished plan'],
  [exanteEvaluation, EXANTE, 'conclude', 'scored', ['conclusion'], 'the sheet of another post has its check'],
  [exanteEvaluation, EXANTE, 'return', 'submitted', [], 'sending back asks for nothing'],
  [targetSheet, TARGETS, 'declare', 'draft', ['goals'], 'review comes later'],
  [targetSheet, TARGETS, 'advise', 'reviewed', ['thirdParty'], 'an act that stays in its state'],
  [targetSheet, TARGETS, 'recheck', 'reviewed', ['review'], 'a third party is not obliged'],
  [targetSheet, TARGETS, 'approve', 'rechecked', [], 'approval writes nothing'],
  [targetSheet, TARGETS, 'publish', 'approved', ['disclosure'], 'date and place of disclosure'],
  [targetSheet, TARGETS, 'unknown', 'draft', [], 'no such act'],
] as const)('%# %s', (kind, sections, action, state, due, _why) => {
  expect(dueSections(kind, sections, action, state)).toEqual(due)
})
