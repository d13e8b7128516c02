import type ExcelJS from 'exceljs'

/** What packs the parts of a workbook; exceljs says nothing of it in its types. */
type Packer = { append(data: string | Uint8Array, options: { readonly base64?: boolean }): void }
type Writer = { addContentTypes(packer: Packer, model: unknown): Promise<void> }

/**
 * The bytes of a workbook. exceljs packs its parts as text, and its jszip turns text into bytes in pieces of 16,384
 * characters: a rare character of a name (outside the basic plane) that lies across two pieces came out as two wrong
 * ones. So the parts are made bytes before they are packed.
 */
export async function workbookBytes(workbook: ExcelJS.Workbook): Promise<Buffer> {
  const writer = workbook.xlsx as unknown as Writer
  const begin = writer.addContentTypes.bind(writer)
  // The first part that is packed; the packer is made anew for every writing.
  writer.addContentTypes = (packer, model) => {
    const append = packer.append.bind(packer)
    packer.append = (data, options) =>
      append(typeof data === 'string' && !options.base64 ? Buffer.from(data) : data, options)
    return begin(packer, model)
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
