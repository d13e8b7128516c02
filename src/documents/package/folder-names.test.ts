import { expect, test } from 'vitest'
import { distinctNames, folderNames } from './folder-names.ts'

test.each<[why: string, projects: [name: string, unit: string][], folders: string[]]>([
  [
    'different names',
    [
      ['渠道改造', '甲站'],
      ['培训', '乙站'],
    ],
    ['渠道改造', '培训'],
  ],
  [
    'one name in two units',
    [
      ['渠道改造', '甲站'],
      ['渠道改造', '乙站'],
    ],
    ['渠道改造（甲站）', '渠道改造（乙站）'],
  ],
  [
    'one name twice in one unit',
    [
      ['渠道改造', '甲站'],
      ['渠道改造', '甲站'],
      ['渠道改造', '乙站'],
    ],
    ['渠道改造（甲站）', '渠道改造（甲站）（2）', '渠道改造（乙站）'],
  ],
  [
    'alike once signs are left out',
    [
      ['A/B', '甲站'],
      ['a:b', '乙站'],
    ],
    ['A_B（甲站）', 'a_b（乙站）'],
  ],
  [
    'a name that looks like a numbered one',
    [
      ['渠道（甲站）', '丙站'],
      ['渠道', '甲站'],
      ['渠道', '乙站'],
    ],
    ['渠道（甲站）', '渠道（甲站）（2）', '渠道（乙站）'],
  ],
])('%s', (_why, projects, folders) => {
  expect(folderNames(projects.map(([name, unitName]) => ({ name, unitName })))).toEqual(folders)
})

test('titles of one name are numbered', () => {
  expect(distinctNames(['通报', '专报', '通报', '通报'])).toEqual(['通报', '专报', '通报（2）', '通报（3）'])
})
