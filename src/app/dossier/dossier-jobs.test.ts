import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { cancelJob, findJob, startJob } from './dossier-jobs.ts'

/** A package that is begun and then fails when the test says so, and what was told of it. */
function failingLater() {
  const told: string[] = []
  const { promise, reject } = Promise.withResolvers<Buffer>()
  const means: Parameters<typeof startJob>[2] = {
    make: ({ documents }, report) => {
      report({ done: 0, total: 2, current: documents[0]?.path ?? '' })
      return promise
    },
    tell: (sentence) => void told.push(sentence),
  }
  return { told, means, fail: reject }
}

const blocks = { title: '批复', isDemonstration: false, sections: [] }
const contents = { subject: '某项目', documents: [{ path: '01-批复', blocks }], files: [] }
const given = (id: string) => ({ id, postId: `post-${id}`, startedAt: '2024-01-01T00:00:00.000Z' })

test('why a package could not be made is told to whoever runs the system', async () => {
  const { told, means, fail } = failingLater()
  startJob(given('a'), contents, means)
  fail(new Error('表格横向超出页面'))
  await turn()
  expect(findJob('a', 'post-a')?.state).toBe('failed')
  expect(told).toHaveLength(1)
  expect(told[0]).toContain('某项目，01-批复')
  expect(told[0]).toContain('表格横向超出页面')
})

test('a package that was stopped is no failure to tell of', async () => {
  const { told, means, fail } = failingLater()
  startJob(given('b'), contents, means)
  cancelJob('b', 'post-b')
  fail(new Error('stopped'))
  await turn()
  expect(findJob('b', 'post-b')?.state).toBe('cancelled')
  expect(told).toEqual([])
})
