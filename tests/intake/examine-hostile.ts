import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { readAnyTable } from '../../src/app/doctor/index.ts'
import { DomainError } from '../../src/domain/shared/errors.ts'
import type { HostileFile } from './hostile-files.ts'

export type Answer = {
  readonly what: string
  readonly took_ms: number
  readonly outcome: 'read' | 'refused'
  /** Chinese for refusals; number of tables and notes for files that were read. */
  readonly said: string
  /** Why the answer is not good enough; `undefined` when it is. */
  readonly fault?: string
}

/** Bound of one file: far above what any of them takes, far below what a person would wait for. */
export const FILE_MS = 10_000
const CHINESE = /[\u4e00-\u9fff]{4}/
const INSIDES = /Error\b|undefined|null\b|at \S+:\d+|node_modules|NaN/

/** Reads one hostile file and judges the answer: a table, or words a person can act on. */
export async function examineHostile(file: HostileFile, folder: string): Promise<Answer> {
  const place = path.join(folder, 'content')
  writeFileSync(place, file.content)
  const start = performance.now()
  const answer = await readAnyTable(place, file.name, { time_ms: FILE_MS }).then(
    ({ tables, notes }): Omit<Answer, 'what' | 'took_ms'> => {
      const said = `${tables.length} 张表，${notes.length} 条说明`
      const isBad = notes.some(({ message }) => !CHINESE.test(message))
      return { outcome: 'read', said, ...(isBad ? { fault: '说明不是中文' } : {}) }
    },
    (error: unknown): Omit<Answer, 'what' | 'took_ms'> => {
      if (!(error instanceof DomainError))
        return { outcome: 'refused', said: String(error), fault: '不是说明，是程序错误' }
      const isClear =
        CHINESE.test(error.message) && /请|可以/.test(error.message) && !INSIDES.test(error.message)
      return { outcome: 'refused', said: error.message, ...(isClear ? {} : { fault: '说明不清楚' }) }
    },
  )
  const took_ms = performance.now() - start
  const expected = file.answer && !(answer.outcome === 'refused' && file.answer.test(answer.said))
  return { what: file.what, took_ms, ...answer, ...(expected ? { fault: `应为 ${file.answer}` } : {}) }
}
