import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** Always a download, never a page of ours; the name is data, encoded by RFC 6266. */
export function sendFile(
  reply: FastifyReply,
  file: { readonly name: string; readonly mediaType: string },
  bytes: Buffer | Readable,
): FastifyReply {
  return reply
    .header('content-type', file.mediaType)
    .header(
      'content-disposition',
      `attachment; filename="document"; filename*=UTF-8''${encodeName(file.name)}`,
    )
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'none'")
    .header('cache-control', 'no-store')
    .send(bytes)
}

/** No folders, no control characters, nothing a header could be split with. */
function encodeName(name: string): string {
  const plain = name.toWellFormed().replace(/[\p{Cc}\p{Cf}/\\]/gu, ' ')
  return encodeURIComponent(plain).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
}
