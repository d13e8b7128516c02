import { setImmediate as turn } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { cancelJob, findJob, startJob } from './dossier-jobs.ts'

const made = vi.hoisted(() => ({ fail: (_error: Error): void => undefined }))
vi.mock(import('./make-package.ts'), () => ({
  makePackage: ({ documents }, report) =>
    new Promise((_resolve, reject) => {
      report({ done: 0, total: 2, current: documents[0]?.path ?? '' })
      made.fail = reject
    }),
}))

const blocks = { title: '批复', isDemonstration: false, sections: [] }
const contents = { subject: '某项目', documents: [{ path: '01-批复', blocks }], files: [] }
const given = (id: string) => ({ id, postId: `post-${id}`, startedAt: '2024-01-01T00:00:00.000Z' })

test('why a package could not be made is told to whoever runs the system', async () => {
  const told: string[] = []
  startJob(given('a'), contents, (sentence) => void told.push(sentence))
  made.fail(new Error('表格横向超出页面'))
  await turn()
  expect(findJob('a', 'post-a')?.state).toBe('failed')
  expect(told).toHaveLength(1)
  expect(told[0]).toContain('某项目，01-批复')
  expect(told[0]).toContain('表格横向超出页面')
})

test('a package that was stopped is no failure to tell of', async () => {
  const told: string[] = []
  startJob(given('b'), contents, (sentence) => void told.push(sentence))
  cancelJob('b', 'post-b')
  made.fail(new Error('stopped'))
  await turn()
  expect(findJob('b', 'post-b')?.state).toBe('cancelled')
  expect(told).toEqual([])
})
