import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { UseCase } from '../../app/kernel/use-case.ts'
import { acceptWorkbook, compareWorkbook, exportWorkbook, readWorkbookFile } from '../../app/offline/index.ts'
import type { Product } from '../../app/product.ts'
import type { PrintedDocument } from '../../app/records/print-document.ts'
import { viewMe } from '../../app/shell/view-me.ts'
import { markingFaults } from '../marked-workbook.ts'
import { sendFile } from '../send-file.ts'
import { fieldOf, jsonOf, withUploadedFile } from '../uploaded-file.ts'
import { callOf, sendAnswer } from './use-case-routes.ts'

type Params = { readonly recordId: string }

/**
 * 离线填报表: out as a workbook, back with its differences, and what a person accepts of them. The file is
 * read and given up; what is kept is the record.
 */
export function addOfflineRoutes(server: FastifyInstance, product: Product, isSecure: boolean): void {
  const requireSession = async (request: FastifyRequest) => {
    const { idempotencyKey: _key, ...who } = callOf(request, isSecure)
    await product.run(viewMe as unknown as UseCase, {}, who)
  }
  const exporting = { summary: exportWorkbook.title, operationId: exportWorkbook.id }
  server.get('/api/records/:recordId/workbook', { schema: exporting }, async (request, reply) => {
    const answer = await product.run(
      exportWorkbook as unknown as UseCase,
      request.params,
      callOf(request, isSecure),
    )
    const { fileName: name, mediaType, bytes_base64 } = JSON.parse(answer.body) as PrintedDocument
    return sendFile(reply, { name, mediaType }, Buffer.from(bytes_base64, 'base64'))
  })

  const comparing = { summary: compareWorkbook.title, operationId: compareWorkbook.id }
  server.post('/api/records/:recordId/workbook/comparison', { schema: comparing }, async (request, reply) => {
    await requireSession(request)
    const { recordId } = request.params as Params
    const { idempotencyKey: _key, ...who } = callOf(request, isSecure)
    return withUploadedFile(request, (uploaded) =>
      markingFaults(uploaded, async () => {
        const sheets = await readWorkbookFile(uploaded.file, uploaded.name)
        const input = { recordId, sheets }
        return sendAnswer(reply, await product.run(compareWorkbook as unknown as UseCase, input, who))
      }),
    )
  })

  const accepting = { summary: acceptWorkbook.title, operationId: acceptWorkbook.id }
  server.post('/api/records/:recordId/workbook/acceptance', { schema: accepting }, async (request, reply) => {
    await requireSession(request)
    const { recordId } = request.params as Params
    return withUploadedFile(request, (uploaded) =>
      markingFaults(uploaded, async () => {
        const sheets = await readWorkbookFile(uploaded.file, uploaded.name)
        const version = Number(fieldOf(uploaded.part, 'version') ?? Number.NaN)
        const input = { recordId, version, sheets, choices: jsonOf(uploaded.part, 'choices') ?? {} }
        const call = callOf(request, isSecure)
        return sendAnswer(reply, await product.run(acceptWorkbook as unknown as UseCase, input, call))
      }),
    )
  })
}
