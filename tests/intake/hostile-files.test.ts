import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readAnyTable } from '../../src/app/doctor/index.ts'
import { FILE_LIMITS } from '../../src/storage/file-gate/index.ts'
import { type Answer, examineHostile, FILE_MS } from './examine-hostile.ts'
import { makeHostileFiles } from './hostile-files.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-hostile-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const MB = 1024 * 1024
const SEED = 20_261_127

describe('the cap of the thread holds', () => {
  test('a workbook that passes the gate but needs more than its thread may have is ended, in words', {
    timeout: 120_000,
  }, async () => {
    const large = (await makeHostileFiles(500, SEED)).find(({ what }) => what === '100,000 rows')!
    const file = path.join(folder, 'large')
    writeFileSync(file, large.content)
    await expect(readAnyTable(file, '大.xlsx', { heap_mb: 24 })).rejects.toThrow('占用内存过多')
    const { tables } = await readAnyTable(file, '大.xlsx')
    expect(tables[0]?.indicators.length).toBeGreaterThan(10_000)
  })
})

describe('500 hostile files', () => {
  test('each gets a clear answer in Chinese, none hangs, memory stays bounded', {
    timeout: 300_000,
  }, async () => {
    const files = await makeHostileFiles(500, SEED)
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
