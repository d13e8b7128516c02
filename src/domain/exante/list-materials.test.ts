import { expect, test } from 'vitest'
import { listMaterials } from './list-materials.ts'

const RULES = {
  items: [
    { item: '工程概算书', categories: ['infrastructure' as const], isRequired: true },
    { item: '补助对象测算', categories: ['livelihood' as const], isRequired: true },
  ],
  known: [
    { item: '可行性研究报告', words: ['可行性研究', '可研'] },
    { item: '工程概算书', words: ['概算'] },
  ],
}
const COMMON = [
  { appliesTo: 'project' as const, item: '可行性研究报告', isRequired: false, status: 'missing' as const },
  { appliesTo: 'both' as const, item: '其他资料', isRequired: false, status: 'missing' as const },
]
const paper = (title: string, file: string[]) => ({ title, number: '示发改〔2022〕9号', file })
const items = (entry: object) => listMaterials(COMMON, entry, RULES)

test('a category adds its own papers to the common list, another adds none of them', () => {
  const names = (category: string) => items({ category }).map(({ item }) => item)
  expect(names('infrastructure')).toEqual(['可行性研究报告', '其他资料', '工程概算书'])
  expect(names('livelihood')).toEqual(['可行性研究报告', '其他资料', '补助对象测算'])
  expect(names('other')).toEqual(['可行性研究报告', '其他资料'])
  expect(items({})).toEqual(COMMON)
})

test('a paper that came with the entry is not asked for again, and the row says where it is', () => {
  const entry = {
    category: 'infrastructure',
    approvals: [paper('关于可研报告的批复', ['f']), paper('初步概算', [])],
  }
  const [study, , estimate] = items(entry)
  expect(study).toMatchObject({ status: 'received' })
  expect(study?.note).toContain('《关于可研报告的批复》（示发改〔2022〕9号）')
  expect(estimate).toMatchObject({ status: 'missing' })
})
