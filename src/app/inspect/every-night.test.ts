import { expect, test } from 'vitest'
import { untilNext } from './every-night.ts'

const MINUTE = 60_000
test.each([
  ['an hour before', '2026-11-26T17:30:00Z', '02:30', 60],
  ['the very minute is over: the next night', '2026-11-26T18:30:00Z', '02:30', 24 * 60],
  ['a minute after', '2026-11-26T18:31:00Z', '02:30', 24 * 60 - 1],
  ['midnight in China is 16:00 elsewhere', '2026-11-26T15:59:00Z', '00:00', 1],
])('%s', (_, now, at, minutes) => {
  expect(untilNext(new Date(now), at)).toBe(minutes * MINUTE)
})

test.each(['2:30', '24:00', '02:60', '', 'off'])('%s is no time of day', (at) => {
  expect(() => untilNext(new Date(), at)).toThrow('not a time of day')
})
