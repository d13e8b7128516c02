import { describe, expect, test } from 'vitest'
import { likenessOf } from './likeness.ts'
import { makeTraitReader } from './problem-traits.ts'

const read = makeTraitReader({
  groups: [
    { kind: 'thing', words: ['验收', '竣工验收'] },
    { kind: 'thing', words: ['预算执行率', '支出率'] },
    { kind: 'context', words: ['乡镇', '镇里'] },
    { kind: 'fault', words: ['不及时', '迟迟', '滞后'] },
    { kind: 'fault', words: ['偏低', '太低'] },
  ],
})
const likeness = (one: string, other: string, typed: object = {}) =>
  likenessOf({ ...read(one), ...typed }, { ...read(other), ...typed })

test('a problem is read into groups by the longest word, and the rest of it by characters', () => {
  const traits = read('竣工验收不及时，乡镇补种')
  expect(traits).toMatchObject({ things: ['验收'], contexts: ['乡镇'], faults: ['不及时'] })
  expect([...traits.letters]).toEqual(['补', '种'])
  expect([...traits.own]).toEqual(['补种'])
})

describe('likeness', () => {
  test.each([
    ['the same text', '验收不及时', '验收不及时'],
    ['but for marks and spaces', '验收 不及时。', '验收不及时'],
  ])('%s is complete', (_why, one, other) => expect(likeness(one, other).similarity_bp).toBe(10_000))

  test('says by what', () =>
    expect(likeness('验收不及时', '迟迟没有竣工验收').shared).toEqual(['验收', '不及时']))

  test.each([
    ['验收不及时', '迟迟没有竣工验收'],
    ['乡镇支出率太低', '预算执行率偏低'],
    ['', ''],
    ['验收', ''],
  ])('is the same both ways: %s, %s', (one, other) => {
    expect(likeness(one, other).similarity_bp).toBe(likeness(other, one).similarity_bp)
    expect(likeness(one, other).similarity_bp).toBeLessThanOrEqual(10_000)
  })

  test('another thing with the same fault is less alike than the same thing', () => {
    const same = likeness('验收不及时', '迟迟没有竣工验收').similarity_bp
    const other = likeness('验收不及时', '支出率滞后').similarity_bp
    expect(same).toBeGreaterThan(2 * other)
  })

  test('the same indicator and kind of requirement bring two problems nearer', () => {
    const typed = { indicator: '完成及时性', requirementType: 'management' }
    const plain = likeness('验收不及时', '迟迟没有竣工验收').similarity_bp
    expect(likeness('验收不及时', '迟迟没有竣工验收', typed).similarity_bp).toBe(
      Math.min(10_000, plain + 1300),
    )
  })
})
