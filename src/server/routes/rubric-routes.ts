import type { FastifyInstance, FastifyRequest } from 'fastify'
import { exportRubricTable, loadRubricTable } from '../../app/exante/index.ts'
import type { UseCase } from '../../app/kernel/use-case.ts'
import { readWorkbookFile } from '../../app/offline/index.ts'
import type { Product } from '../../app/product.ts'
import type { PrintedDocument } from '../../app/records/print-document.ts'
import { viewMe } from '../../app/shell/view-me.ts'
import { markingFaults } from '../marked-workbook.ts'
import { sendFile } from '../send-file.ts'
import { fieldOf, withUploadedFile } from '../uploaded-file.ts'
import { callOf, sendAnswer } from './use-case-routes.ts'

const ADDRESS = '/api/records/:recordId/rubric-table'

/** 评分指标体系表: out as a workbook, in again into the draft; the file is read and given up. */
export function addRubricRoutes(server: FastifyInstance, product: Product, isSecure: boolean): void {
  const exporting = { summary: exportRubricTable.title, operationId: exportRubricTable.id }
  server.get(ADDRESS, { schema: exporting }, async (request, reply) => {
    const useCase = exportRubricTable as unknown as UseCase
    const answer = await product.run(useCase, request.params, callOf(request, isSecure))
    const { fileName: name, mediaType, bytes_base64 } = JSON.parse(answer.body) as PrintedDocument
    return sendFile(reply, { name, mediaType }, Buffer.from(bytes_base64, 'base64'))
  })

  const loading = { summary: loadRubricTable.title, operationId: loadRubricTable.id }
  server.post(ADDRESS, { schema: loading }, async (request, reply) => {
    const call = callOf(request, isSecure)
    await requireSession(request)
    const { recordId } = request.params as { readonly recordId: string }
    return withUploadedFile(request, (uploaded) =>
      markingFaults(uploaded, async () => {
        const sheets = await readWorkbookFile(uploaded.file, uploaded.name)
        const version = Number(fieldOf(uploaded.part, 'version') ?? Number.NaN)
        const input = { recordId, version, sheets }
        return sendAnswer(reply, await product.run(loadRubricTable as unknown as UseCase, input, call))
      }),
    )
  })

  /** Nobody unknown gets a file read. */
  async function requireSession(request: FastifyRequest): Promise<void> {
    const { idempotencyKey: _key, ...who } = callOf(request, isSecure)
    await product.run(viewMe as unknown as UseCase, {}, who)
  }
}
