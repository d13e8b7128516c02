import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import JSZip from 'jszip'
import { decodeQR } from 'qr/decode.js'
import { expect, test } from 'vitest'
import { writeDocx } from '../../src/documents/write-docx.ts'
import { writePdf } from '../../src/documents/write-pdf.ts'
import { printDocument } from '../../src/documents/print/print-document.ts'
import type { PrintedCode } from '../../src/documents/print/printed.ts'
import { sampleDocument } from './samples/index.ts'
import { targetApproval } from './samples/targets.ts'

const { code } = targetApproval.frame.ledger!

/** Dark and light pixels, four to a module, as a camera would deliver them. */
function pixelsOf(modules: PrintedCode['modules'], scale = 4) {
  const size = modules.length * scale
  const data = new Uint8Array(size * size * 4).fill(255)
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1)
      if (modules[Math.floor(y / scale)]?.[Math.floor(x / scale)])
        data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3)
  return { width: size, height: size, data }
}

test.each(['target-approval', 'target-sheet'] as const)('%s: the code on paper is the whole checkpoint', (name) => {
  const codes = printDocument(sampleDocument(name)).sections.flatMap(({ items }) =>
    items.filter((item): item is PrintedCode => item.kind === 'code'),
  )
  expect(codes).toHaveLength(1)
  expect(decodeQR(pixelsOf(codes[0]!.modules))).toBe(code)
})

test('Word carries it as a picture, described for whoever cannot see it', async () => {
  const zip = await JSZip.loadAsync(await writeDocx(sampleDocument('target-approval')))
  const pictures = Object.keys(zip.files).filter((name) => /^word\/media\/.*\.gif$/.test(name))
  expect(pictures).toHaveLength(1)
  const body = await zip.file('word/document.xml')!.async('string')
  expect(body).toContain('契约账二维码')
})

/** A page as the printer gets it, read back by the decoder; only where poppler is installed. */
test('the printed page reads back', async (context) => {
  const run = promisify(execFile)
  await run('pdftoppm', ['-v']).catch(() => context.skip())
  const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-qr-'))
  writeFileSync(path.join(folder, 'page.pdf'), await writePdf(sampleDocument('target-approval')))
  await run('pdftoppm', ['-r', '200', '-f', '3', '-l', '3', 'page.pdf', 'page'], { cwd: folder })
  const image = readPpm(readFileSync(path.join(folder, 'page-3.ppm')))
  expect(decodeQR(image, { effort: Number.POSITIVE_INFINITY, timeLimit: Number.POSITIVE_INFINITY })).toBe(code)
})

function readPpm(file: Buffer) {
  const head = /^P6\n(\d+) (\d+)\n255\n/.exec(file.toString('latin1', 0, 40))!
  const [width, height] = [Number(head[1]), Number(head[2])]
  const body = file.subarray(head[0].length)
  const data = new Uint8Array(width * height * 4)
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    data.set(body.subarray(pixel * 3, pixel * 3 + 3), pixel * 4)
    data[pixel * 4 + 3] = 255
  }
  return { width, height, data }
}
