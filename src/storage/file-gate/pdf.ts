import { readFile } from 'node:fs/promises'
import { refuse } from './limits.ts'

const TAIL_BYTES = 2048

/** Programs inside a PDF: scripts that run on opening, and starting other programs. */
const ACTIVE = /\/(JavaScript|JS|Launch|RichMedia|XFA)(?![A-Za-z0-9])/

/**
 * A whole PDF without programs in it. Compressed object streams are not searched: no reader that
 * we use runs them, and the file is always handed out as a download.
 */
export async function checkPdf(file: string, size: number): Promise<void> {
  const text = (await readFile(file)).toString('latin1')
  if (!text.slice(Math.max(0, size - TAIL_BYTES)).includes('%%EOF')) {
    throw refuse('PDF 文件不完整(可能没有下载完)。请重新下载或重新扫描后再上传。')
  }
  if (ACTIVE.test(text)) throw refuse('PDF 中含有脚本或可执行内容。请用“打印为 PDF”另存一份后再上传。')
}
