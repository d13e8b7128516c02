import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import ExcelJS from 'exceljs'
import type { DocumentBlocks } from '../../src/domain/documents/block.ts'

const PORT = 18_922
const PATIENCE_MS = 120_000

/** The release must start by itself, show its page, write a document of each kind and read a workbook. */
export async function checkRelease(release: string): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'jiheng-release-'))
  const server = spawn(path.join(release, 'bin/jiheng'), ['start'], {
    env: { ...process.env, DATABASE_URL: '', JIHENG_HOME: home, PORT: String(PORT), NODE_COMPILE_CACHE: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    await answering(server)
    const page = await fetch(`http://127.0.0.1:${PORT}/`)
    if (!page.ok || !(await page.text()).includes('<script')) throw new Error('the release shows no page')
    for (const format of ['docx', 'pdf']) await writeOne(release, format)
    await readOne(release, home)
  } finally {
    server.kill('SIGTERM')
    if (server.exitCode === null) await once(server, 'exit')
    rmSync(home, { recursive: true, force: true })
  }
  console.log(
    `发布包已生成并自检通过：${release}，${(sizeOf(release) / 1024 / 1024).toFixed(0)} MB(不含 Node)。`,
  )
}

async function answering(server: ReturnType<typeof spawn>): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    if (server.exitCode !== null) throw new Error('the release ended before its first answer')
    const isUp = await fetch(`http://127.0.0.1:${PORT}/api/setup`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the release does not answer')
}

const DOCUMENT: DocumentBlocks = {
  title: '自检',
  isDemonstration: false,
  sections: [
    {
      page: 'letter',
      orientation: 'portrait',
      blocks: [
        { kind: 'title', text: '发布包自检' },
        { kind: 'paragraph', text: '金额≥500万元，“甲”单位①。' },
      ],
    },
  ],
}

async function writeOne(release: string, format: string): Promise<void> {
  const worker = new Worker(path.join(release, 'lib/document-worker.js'))
  worker.postMessage({ id: 1, document: DOCUMENT, format })
  const [{ bytes, fault }] = await once(worker, 'message')
  await worker.terminate()
  const start = Buffer.from(bytes ?? []).toString('latin1', 0, 4)
  if (start !== (format === 'pdf' ? '%PDF' : 'PK\u0003\u0004'))
    throw new Error(`the release writes no ${format}: ${fault}`)
}

/** A workbook through the worker that reads what people upload. */
async function readOne(release: string, home: string): Promise<void> {
  const file = path.join(home, 'check.xlsx')
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('表').addRow(['指标', 50])
  await workbook.xlsx.writeFile(file)
  const module = pathToFileURL(path.join(release, 'lib/read-grid.js')).href
  const worker = new Worker(path.join(release, 'lib/gated-worker.js'), { workerData: { file, module } })
  const [{ result, fault }] = await once(worker, 'message')
  await worker.terminate()
  if (JSON.stringify(result) !== '[{"sheet":"表","rows":[["指标","50"]]}]')
    throw new Error(`the release reads no workbook: ${fault}`)
}

/** Links count as links: what is copied to another machine. */
function sizeOf(place: string): number {
  const stat = lstatSync(place)
  if (!stat.isDirectory()) return stat.size
  return readdirSync(place).reduce((sum, name) => sum + sizeOf(path.join(place, name)), 0)
}
