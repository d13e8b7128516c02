/** A file of a package by its path in it. */
export type ZippedFile = { readonly path: string; readonly bytes: Uint8Array }

/**
 * Writes files into one .zip; names are UTF-8, so that Chinese names read the same everywhere.
 * @param on the day that stands beside every file, so that the same files give the same package
 */
export async function writeZip(files: readonly ZippedFile[], on: Date): Promise<Buffer> {
  const { default: JsZip } = await import('jszip')
  const zip = new JsZip()
  for (const { path, bytes } of files) zip.file(path, bytes, { date: on, createFolders: false })
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}
