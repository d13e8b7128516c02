import './old-browser.ts'
import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist/legacy/build/pdf.mjs'
import PdfWorker from './pdf-worker.ts?worker'

export type OpenPdf = {
  readonly pages: number
  /** Draws a page (from 1) as wide as the canvas is shown. */
  readonly draw: (page: number, canvas: HTMLCanvasElement) => Promise<void>
}

/**
 * Opens a PDF for drawing. The legacy build, compiled once more for Chromium 90; nothing in it is
 * evaluated from the file, and fonts come from the file alone.
 */
export async function openPdf(bytes: ArrayBuffer): Promise<OpenPdf> {
  GlobalWorkerOptions.workerPort ??= new PdfWorker()
  const file = await getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
  }).promise
  const draw = async (number: number, canvas: HTMLCanvasElement) => {
    const page = await file.getPage(number)
    const width = canvas.clientWidth * Math.min(window.devicePixelRatio, 2)
    const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width })
    canvas.width = Math.floor(viewport.width)
    canvas.height = Math.floor(viewport.height)
    const canvasContext = canvas.getContext('2d')
    if (canvasContext !== null) await page.render({ canvasContext, viewport }).promise
  }
  return { pages: file.numPages, draw }
}
