import { describe, expect, test } from 'vitest'
import { checkWholeMoney, checkWholeProjects } from './index.ts'

const task = (total_fen: string, fiscal_fen: string, other_fen: string, projectCode?: string) => ({
  name: '任务',
  ...{ total_fen, fiscal_fen, other_fen },
  ...(projectCode ? { projectCode } : {}),
})
const TOTAL = { total_fen: '300', fiscal_fen: '250', other_fen: '50' }

describe('TGT-161 整体支出资金', () => {
  test.each<[why: string, tasks: object[], total: object, fields: string[]]>([
    ['adds up', [task('200', '200', '0'), task('100', '50', '50')], TOTAL, []],
    ['two lines do not', [task('200', '199', '0'), task('100', '51', '50')], TOTAL, ['tasks', 'tasks']],
    ['one fen short', [task('199', '199', '0'), task('100', '50', '50')], TOTAL, ['total_fen', 'fiscal_fen']],
    ['the other fund', [task('300', '250', '50')], { ...TOTAL, other_fen: '49' }, ['other_fen']],
    ['a line not filled in yet', [task('300', '250', '50'), { name: '乙' }], TOTAL, []],
    ['no tasks', [], TOTAL, []],
  ])('%s', (_why, tasks, total, fields) => {
    expect(checkWholeMoney({ tasks, ...total }).map(({ where }) => where.field)).toEqual(fields)
  })
})

describe('TGT-162 任务与项目', () => {
  const PROJECTS = [
    { code: 'A', name: '甲', total_fen: 200n },
    { code: 'B', name: '乙', total_fen: undefined },
  ]
  test.each<[why: string, tasks: ReturnType<typeof task>[], said: string[]]>([
    ['both listed', [task('200', '200', '0', 'A'), task('5', '5', '0', 'B')], []],
    ['another amount', [task('201', '201', '0', 'A'), task('5', '5', '0', 'B')], ['warning 预算金额']],
    [
      'unknown',
      [task('200', '200', '0', 'A'), task('5', '5', '0', 'B'), task('1', '1', '0', 'C')],
      ['error C'],
    ],
    [
      'twice',
      [task('200', '200', '0', 'A'), task('5', '5', '0', 'B'), task('5', '5', '0', 'B')],
      ['error 同一个'],
    ],
    ['one left out', [task('200', '200', '0', 'A')], ['warning 乙']],
  ])('%s', (_why, tasks, said) => {
    const found = checkWholeProjects({ tasks }, PROJECTS)
    expect(found).toHaveLength(said.length)
    for (const [index, words] of said.entries()) {
      const [severity, part] = words.split(' ')
      expect(found[index]).toMatchObject({ severity, message: expect.stringContaining(part as string) })
    }
  })
})
