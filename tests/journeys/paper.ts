import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { docxText, squeeze } from '../golden/golden.ts'

/** What a downloaded document says, in Word and in PDF, without white space. */
export type Paper = { readonly word: string; readonly pdf: string }

export async function readPaper({ docx, pdf }: { docx: Buffer; pdf: Buffer }): Promise<Paper> {
  return { word: squeeze(await docxText(docx)), pdf: squeeze(await pdfText(pdf)) }
}

async function pdfText(file: Buffer): Promise<string> {
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0 })
  try {
    const document = await task.promise
    let text = ''
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent()
      text += items.map((item) => ('str' in item ? item.str : '')).join('')
    }
    return text
  } finally {
    await task.destroy()
  }
}
