import { describe, expect, test } from 'vitest'
import { makeIndicator } from './sample-library.fixture.ts'
import { activeOf, type LocalVersion, nextLocalId, resolveLibrary } from './resolve-library.ts'
import { countUsage, findInLibrary } from './usage.ts'

const BASE = [
  makeIndicator({ id: 'COM-001', name: '验收合格率' }),
  makeIndicator({ id: 'COM-002', name: '培训人次' }),
]
const CHAIN = ['640000', '640200', '640221']
const local = (
  jurisdictionId: string,
  indicatorId: string,
  version: number,
  more: Partial<LocalVersion> = {},
): LocalVersion => ({
  jurisdictionId,
  indicatorId,
  version,
  change: 'revise',
  basedOn: version - 1,
  approvedOn: '2023-03-01',
  indicator: makeIndicator({ id: indicatorId, name: `${jurisdictionId}第${version}版` }),
  ...more,
})
const seen = (versions: readonly LocalVersion[], chain = CHAIN) =>
  resolveLibrary(BASE, versions, chain).map(({ id, name, version, status }) => [id, name, version, status])

describe('which version is in force', () => {
  test('the files, where nobody changed anything', () => {
    expect(seen([])).toEqual([
      ['COM-001', '验收合格率', 1, 'active'],
      ['COM-002', '培训人次', 1, 'active'],
    ])
  })

  test('the nearest level, and of it the newest, in whatever order they come', () => {
    const versions = [
      local('640221', 'COM-001', 3),
      local('640000', 'COM-001', 5),
      local('640221', 'COM-001', 2),
      local('640200', 'COM-002', 2),
    ]
    expect(seen(versions)).toEqual([
      ['COM-001', '640221第3版', 3, 'active'],
      ['COM-002', '640200第2版', 2, 'active'],
    ])
    expect(seen(versions, ['640000', '640300', '640324'])[0]).toEqual(['COM-001', '640000第5版', 5, 'active'])
  })

  test('an addition joins, a retirement stays but is not offered', () => {
    const versions = [
      local('640221', '640221-001', 1, { change: 'add' }),
      local('640200', 'COM-002', 2, { change: 'retire' }),
    ]
    expect(seen(versions).map(([id, , , status]) => [id, status])).toEqual([
      ['COM-001', 'active'],
      ['COM-002', 'retired'],
      ['640221-001', 'active'],
    ])
    expect(activeOf(resolveLibrary(BASE, versions, CHAIN)).map(({ id }) => id)).toEqual([
      'COM-001',
      '640221-001',
    ])
  })

  test('a place may take up again what the level above retired', () => {
    const versions = [local('640000', 'COM-001', 2, { change: 'retire' }), local('640221', 'COM-001', 3)]
    expect(seen(versions)[0]).toEqual(['COM-001', '640221第3版', 3, 'active'])
  })

  test.each([
    [[local('640221', 'COM-001', 2)], false, 'made from the present version of the files'],
    [[local('640221', 'COM-001', 2), local('640000', 'COM-001', 2)], true, 'the region came later'],
    [
      [local('640221', 'COM-001', 3, { basedOn: 2 }), local('640000', 'COM-001', 2)],
      false,
      'made from the region’s',
    ],
  ] as [LocalVersion[], boolean, string][])('%#: behind is %s (%s)', (versions, isBehind) => {
    expect(resolveLibrary(BASE, versions, CHAIN)[0]?.isBehind).toBe(isBehind)
  })
})

test.each([
  [[], '640221-001'],
  [['640221-001', '640221-009', '640000-050', 'COM-100'], '640221-010'],
  [['640221-999'], '640221-1000'],
])('after %j comes %s', (taken, expected) => expect(nextLocalId('640221', taken)).toBe(expected))

describe('how often it is used', () => {
  const library = [
    makeIndicator({ id: 'COM-001', name: '验收合格率', synonyms: ['合格率', '通过率'] }),
    makeIndicator({ id: 'COM-002', name: '培训合格率', synonyms: ['合格率'] }),
  ]
  test.each([
    [{ libraryId: 'COM-002', name: '随便' }, 'COM-002', 'the id counts, whatever the name says'],
    [{ libraryId: 'OLD-001', name: '验收 合格率' }, 'COM-001', 'an unknown id leaves the name to speak'],
    [{ libraryId: null, name: '通过率' }, 'COM-001', 'a synonym of one'],
    [{ libraryId: null, name: '合格率' }, undefined, 'a synonym of two tells nothing'],
    [{ libraryId: null, name: '其他' }, undefined, 'unknown'],
  ] as [{ libraryId: string | null; name: string }, string | undefined, string][])(
    '%j → %s (%s)',
    (row, id) => {
      expect([...countUsage(library, [{ ...row, count: 3 }])]).toEqual(id ? [[id, 3]] : [])
      expect(findInLibrary(library, row)?.id).toBe(id)
    },
  )
})
