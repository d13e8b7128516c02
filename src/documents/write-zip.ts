/** A file of a package by its path in it. */
export type ZippedFile = { readonly path: string; readonly bytes: Uint8Array }

/**
 * Writes files into one .zip; names are UTF-8, so that Chinese names read the same everywhere.
 * @param on the day that stands beside every file, so that the same files give the same package
 * @throws Error for two files of one name, which on some computers are also those that differ only in case
 */
export async function writeZip(files: readonly ZippedFile[], on: Date): Promise<Buffer> {
  const names = new Set<string>()
  for (const { path } of files) {
    const name = path.toLowerCase()
    if (names.has(name)) throw new Error(`package: two files named ${path}`)
    names.add(name)
  }
  const { default: JsZip } = await import('jszip')
  const zip = new JsZip()
  for (const { path, bytes } of files) zip.file(path, bytes, { date: on, createFolders: false })
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}
