import { parentPort } from 'node:worker_threads'
import type { WriteAnswer, WriteOrder } from './write-in-worker.ts'
import { writeDocx } from './write-docx.ts'
import { writePdf } from './write-pdf.ts'

parentPort?.on('message', async ({ id, document, format }: WriteOrder) => {
  parentPort?.postMessage(
    await answer(id, () => (format === 'docx' ? writeDocx(document) : writePdf(document))),
  )
})

async function answer(id: number, write: () => Promise<Buffer>): Promise<WriteAnswer> {
  try {
    return { id, bytes: await write() }
  } catch (error) {
    return { id, fault: error instanceof Error ? error.message : String(error) }
  }
}
