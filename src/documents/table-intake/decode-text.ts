export type DecodedText = { readonly text: string; readonly encoding: 'UTF-8' | 'GB18030' | 'UTF-16' }

/**
 * Bytes of a text file as text: a mark decides, else UTF-8 when the bytes are valid in it, else GB18030.
 * @returns `undefined` when they are no text in any of these
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le', 'UTF-16')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be', 'UTF-16')
  return decodeAs(bytes, 'utf-8', 'UTF-8') ?? decodeAs(bytes, 'gb18030', 'GB18030')
}

function decodeAs(bytes: Uint8Array, label: string, encoding: DecodedText['encoding']) {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding }
  } catch {
    return undefined
  }
}
