import { readFile } from 'node:fs/promises'
import { threadId } from 'node:worker_threads'
import { DomainError } from '../../domain/shared/errors.ts'

/** Parsers of every temper, for the gate's tests. */
export async function parse(file: string, input: unknown): Promise<unknown> {
  switch (input) {
    case 'read':
      return { text: await readFile(file, 'utf8') }
    case 'thread':
      return threadId
    case 'spoil':
      Object.defineProperty(Object.prototype, 'spoiled', { value: true, configurable: true })
      return threadId
    case 'swell': {
      const kept = new Array<number>(16_000_000).fill(1.5)
      Object.assign(globalThis, { console: Object.assign(console, { kept }) })
      return threadId
    }
    case 'refuse':
      throw new DomainError('FILE_REFUSED', '第 3 行缺少指标名称。', { row: 3 })
    case 'crash':
      throw new TypeError('undefined is not a sheet')
    case 'endless':
      for (;;);
    case 'heap': {
      const kept: object[] = []
      for (;;) kept.push(Array.from({ length: 1000 }, (_, index) => ({ index })))
    }
    case 'buffers': {
      const kept: Buffer[] = []
      for (;;) {
        kept.push(Buffer.alloc(8 * 1024 * 1024, 1))
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    }
    default:
      process.exit(3)
  }
}
