import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { FILE_LIMITS } from '../../src/storage/file-gate/index.ts'
import { type Answer, examineHostile, FILE_MS } from './examine-hostile.ts'
import { makeHostileFiles } from './hostile-files.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-hostile-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const MB = 1024 * 1024

describe('500 hostile files', () => {
  test('each gets a clear answer in Chinese, none hangs, memory stays bounded', {
    timeout: 300_000,
  }, async () => {
    const files = await makeHostileFiles(500, 20_261_127)
    expect(files).toHaveLength(500)
    const before = process.memoryUsage.rss()
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss())
    }, 20)
    const answers: Answer[] = []
    for (const file of files) answers.push(await examineHostile(file, folder))
    clearInterval(watch)
    expect(answers.filter(({ fault }) => fault !== undefined)).toEqual([])
    expect(answers.filter(({ took_ms }) => took_ms > FILE_MS + 2_000)).toEqual([])
    // The gate's own cap, and what the test process itself needs to hold the files.
    expect((most - before) / MB).toBeLessThan(FILE_LIMITS.parseGrowth_mb + 256)
  })
})
