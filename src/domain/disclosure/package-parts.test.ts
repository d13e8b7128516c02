import { expect, test } from 'vitest'
import { changedParts, partsOf } from './package-parts.ts'
import type { PublishedProject } from './published-project.ts'
import { SAMPLE } from './sample-publication.fixture.ts'

const digests = (published: PublishedProject) =>
  partsOf(published).map(({ part, text }) => ({ part, sha256: text }))
const changed = (later: Partial<PublishedProject>) =>
  changedParts(digests(SAMPLE), digests({ ...SAMPLE, ...later }))

test.each<[why: string, later: Partial<PublishedProject>, parts: readonly string[]]>([
  ['nothing', {}, []],
  [
    'the day of the act and the number of the version',
    { version: 3, published: { ...SAMPLE.published, on: '2024-06-01' } },
    [],
  ],
  ['a problem', { problems: [] }, ['存在问题']],
  ['the state of a task', { rectification: null }, ['整改情况']],
  [
    'the reason of the correction',
    { published: { ...SAMPLE.published, correction: '另一个' } },
    ['公开方式和更正原因'],
  ],
  ['two parts', { decision: null, withheld: [] }, ['预算安排', '不公开的内容和理由']],
])('%s changed', (_why, later, parts) => {
  expect(changed(later)).toEqual(parts)
})

test('whatever else stands in a publication belongs to a part', () => {
  const told = new Set(['format', 'id', 'version', 'place', 'year'])
  for (const key of Object.keys(SAMPLE) as (keyof PublishedProject)[]) {
    if (told.has(key)) continue
    const other = key === 'published' ? { ...SAMPLE.published, correction: null } : null
    expect(changed({ [key]: other } as Partial<PublishedProject>), key).toHaveLength(1)
  }
})

test('nothing was checked: all of it is new', () => {
  expect(changedParts([], digests(SAMPLE))).toHaveLength(10)
})
