import { parentPort } from 'node:worker_threads'
import { makeSheetStream } from './sheet/sheet-stream.ts'
import type { SheetOrder, WriteAnswer, WriteOrder } from './write-in-worker.ts'
import { writeDocx } from './write-docx.ts'
import { writePdf } from './write-pdf.ts'

/** Lists being written, until their end; one whose reader went away is ended by whoever read the rows. */
const streams = new Map<number, ReturnType<typeof makeSheetStream>>()

parentPort?.on('message', async (order: WriteOrder | SheetOrder) => {
  parentPort?.postMessage(await answer(order.id, () => work(order)))
})

async function work(order: WriteOrder | SheetOrder): Promise<Uint8Array> {
  if ('stream' in order) return writePiece(order)
  return order.format === 'docx' ? writeDocx(order.document) : writePdf(order.document)
}

function writePiece({ stream, head, rows }: SheetOrder): Buffer {
  if (head) {
    const made = makeSheetStream(head)
    streams.set(stream, made)
    return made.open()
  }
  const known = streams.get(stream)
  if (!known) throw new Error(`stream ${stream} is not open`)
  if (rows !== undefined) return known.rows(rows)
  streams.delete(stream)
  return known.end()
}

async function answer(id: number, write: () => Promise<Uint8Array>): Promise<WriteAnswer> {
  try {
    return { id, bytes: await write() }
  } catch (error) {
    return { id, fault: error instanceof Error ? error.message : String(error) }
  }
}
