import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { SheetHead } from './sheet/sheet-stream.ts'
import type { DocumentBlocks } from '../domain/documents/block.ts'

export type DocumentFormat = 'docx' | 'pdf'
export type WriteOrder = {
  readonly id: number
  readonly document: DocumentBlocks
  readonly format: DocumentFormat
}
/** One piece of a long list: its head, some rows joined as `sheet-stream.ts` says, or its end. */
export type SheetOrder = {
  readonly id: number
  readonly stream: number
  readonly head?: SheetHead
  readonly rows?: string
}
export type WriteAnswer = { readonly id: number; readonly bytes?: Uint8Array; readonly fault?: string }

type Waiting = { readonly resolve: (bytes: Buffer) => void; readonly reject: (error: Error) => void }

const WORKER_FILE = new URL('./document-worker.ts', import.meta.url)
const waiting = new Map<number, Waiting>()
let worker: Worker | undefined
let lastId = 0

/**
 * Writes a document beside the main thread, so that a report of many pages holds up no request.
 *
 * One worker is started with the first document; it keeps the process alive only while it writes. Where the
 * worker's file is missing (a bundle that left it out), the document is written in place.
 * @throws Error when the writer failed; the worker itself is replaced if it died
 */
export function writeInWorker(document: DocumentBlocks, format: DocumentFormat): Promise<Buffer> {
  if (!existsSync(fileURLToPath(WORKER_FILE))) return writeHere(document, format)
  worker ??= startWorker()
  lastId += 1
  const order: WriteOrder = { id: lastId, document, format }
  return new Promise((resolve, reject) => {
    waiting.set(order.id, { resolve, reject })
    worker?.ref()
    worker?.postMessage(order)
  })
}

/** Hands the worker one piece of a long list. @returns the bytes it makes of the file */
export function sheetInWorker(piece: Omit<SheetOrder, 'id'>): Promise<Buffer> {
  worker ??= startWorker()
  lastId += 1
  const order: SheetOrder = { id: lastId, ...piece }
  return new Promise((resolve, reject) => {
    waiting.set(order.id, { resolve, reject })
    worker?.ref()
    worker?.postMessage(order)
  })
}

/** A number no other stream of this process has. */
export function newStream(): number {
  lastId += 1
  return lastId
}

/** The writers are loaded only where they write: the server keeps neither their code nor their fonts. */
async function writeHere(document: DocumentBlocks, format: DocumentFormat): Promise<Buffer> {
  if (format === 'docx') return (await import('./write-docx.ts')).writeDocx(document)
  return (await import('./write-pdf.ts')).writePdf(document)
}

function startWorker(): Worker {
  const started = new Worker(WORKER_FILE)
  started.on('message', ({ id, bytes, fault }: WriteAnswer) => {
    const order = waiting.get(id)
    waiting.delete(id)
    if (waiting.size === 0) started.unref()
    if (bytes !== undefined) order?.resolve(Buffer.from(bytes))
    else order?.reject(new Error(fault))
  })
  started.on('error', (error) => giveUp(started, error instanceof Error ? error : new Error(String(error))))
  started.on('exit', () => giveUp(started, new Error('文书生成进程已退出')))
  return started
}

function giveUp(dead: Worker, error: Error): void {
  if (worker !== dead) return
  worker = undefined
  for (const order of waiting.values()) order.reject(error)
  waiting.clear()
}
