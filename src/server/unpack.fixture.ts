import type { LightMyRequestResponse } from 'fastify'
import JSZip from 'jszip'

/** What a reader finds in an answer: the text of a Word file or workbook, of anything else its bytes. */
export async function textIn(answer: LightMyRequestResponse): Promise<string> {
  if (!answer.rawPayload.subarray(0, 2).equals(Buffer.from('PK'))) return answer.body
  const { files } = await JSZip.loadAsync(answer.rawPayload)
  return (await Promise.all(Object.values(files).map((file) => file.async('string')))).join('\n')
}
