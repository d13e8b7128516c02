import { describe, expect, test } from 'vitest'
import { readerOf } from '../../../rules/testing.ts'
import { computeOverlaps, type OverlapSubject } from './overlap.ts'
import { placesIn } from './place-words.ts'
import { HELD_OUT, TUNING } from './planted.fixture.ts'

/** As they ship; `tests/cases/exante/overlap.yaml` runs on the shipped values themselves. */
const RULES = readerOf({
  'exante.overlap_similarity': { from_bp: 2700, nameShare_bp: 3000, elsewhere_bp: 3500, years: 1 },
})

const isNamed = (one: OverlapSubject, other: OverlapSubject) =>
  computeOverlaps(one, [other], '示例县', RULES).overlaps.length > 0

/** How many twins are found, and how many others are named, of a planted set. */
function measure(set: typeof TUNING) {
  const twins = set.filter(({ isTwin }) => isTwin)
  const others = set.filter(({ isTwin }) => !isTwin)
  const strangers = twins.flatMap(({ one }, at) => twins.slice(at + 1).map(({ other }) => ({ one, other })))
  const named = (pairs: readonly Pick<(typeof set)[number], 'one' | 'other'>[]) =>
    `${pairs.filter(({ one, other }) => isNamed(one, other)).length}/${pairs.length}`
  return { twins: named(twins), soundAlike: named(others), strangers: named(strangers) }
}

describe('与其他项目内容重复的提示', () => {
  test.each([
    { name: 'the set the threshold was set on', set: TUNING, found: ['6/6', '0/6', '0/15'] },
    // Missed: 乡村医生岗位培训 under wholly other words. False: 取暖补贴 and 医疗救助 of the same people.
    { name: 'a set it was not set on', set: HELD_OUT, found: ['7/8', '1/8', '0/28'] },
  ])('recall and false alarms on $name', ({ set, found: [twins, soundAlike, strangers] }) => {
    expect(measure(set)).toEqual({ twins, soundAlike, strangers })
  })

  test('is the same from both sides', () => {
    const likeness = (one: OverlapSubject, other: OverlapSubject) =>
      computeOverlaps(one, [other], '示例县', RULES).overlaps[0]?.likeness_bp
    for (const { one, other } of [...TUNING, ...HELD_OUT])
      expect(likeness(one, other)).toBe(likeness(other, one))
  })

  test.each([
    ['硬化城关镇和泾河镇村组道路', ['城关镇', '泾河镇']],
    ['改善农村人居环境，覆盖各乡镇和行政村', []],
  ])('places in %s', (text, places) => {
    expect([...placesIn(text)]).toEqual(expect.arrayContaining(places))
    expect(placesIn(text).size).toBe(places.length)
  })
})
