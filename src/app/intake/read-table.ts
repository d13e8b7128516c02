import { readFile } from 'node:fs/promises'
import { readPublishedJson } from '../../domain/intake/read-published-json.ts'
import type { PublishedTable } from '../../domain/intake/published-table.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { findTable } from '../../documents/excel-intake/find-table.ts'
import type { Grid } from '../../documents/excel-intake/read-grid.ts'
import { inspectFile, runGated } from '../../storage/file-gate/index.ts'

const GRID_READER = new URL('../../documents/excel-intake/read-grid.ts', import.meta.url)

/**
 * Reads a performance table from a file on disk: a workbook (through the gate, in the capped worker)
 * or the JSON form.
 * @throws DomainError FILE_REFUSED, INVALID_INPUT
 */
export async function readTable(file: string, name: string): Promise<PublishedTable> {
  const { kind } = await inspectFile(file, name)
  if (kind === 'xlsx') return findTable(await runGated<Grid[]>(file, GRID_READER))
  if (kind === 'json') return readPublishedJson(parseJson(await readFile(file, 'utf8')))
  throw new DomainError('FILE_REFUSED', '只能导入 .xlsx 或 .json 的绩效表，请转换后再试。')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DomainError('FILE_REFUSED', '文件不是完整的 JSON,请重新导出。')
  }
}
