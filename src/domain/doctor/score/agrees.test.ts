import { expect, test } from 'vitest'
import { agreesAsPrinted } from './agrees.ts'

test.each([
  ['9', '8.62', true],
  ['8', '8.62', false],
  ['8.6', '8.62', true],
  ['8.60', '8.62', false],
  ['10分', '10.00', true],
  ['', '8.62', undefined],
  [null, '8.62', undefined],
  ['优', '8.62', undefined],
  ['9', null, undefined],
])('printed %s beside computed %s', (printed, computed, agrees) => {
  expect(agreesAsPrinted(printed, computed)).toBe(agrees)
})
