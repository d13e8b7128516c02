import { openPromise } from 'yauzl'

const PART_BYTES_MAX = 100 * 1024 * 1024

/**
 * One part of an Office file as bytes; `undefined` when it has no such part.
 * @throws RangeError when the part inflates beyond the limit, whatever its directory claims
 */
export async function readZipPart(file: string, name: string): Promise<Buffer | undefined> {
  const zip = await openPromise(file, { autoClose: false, lazyEntries: true, strictFileNames: true })
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== name) continue
      const chunks: Buffer[] = []
      let size = 0
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        size += chunk.length
        if (size > PART_BYTES_MAX) throw new RangeError(`${name} is larger than ${PART_BYTES_MAX} bytes`)
        chunks.push(chunk)
      }
      return Buffer.concat(chunks)
    }
    return undefined
  } finally {
    zip.close()
  }
}
