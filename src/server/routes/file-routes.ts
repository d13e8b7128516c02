import { exportBlueprint, printBlueprint } from '../../app/blueprint/index.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { exportIndicators, streamIndicators } from '../../app/indicators/export-indicators.ts'
import { exportDraw } from '../../app/exante/index.ts'
import type { UseCase } from '../../app/kernel/use-case.ts'
import { exportTables } from '../../app/exchange/index.ts'
import {
  exportExits,
  exportExpertRegister,
  exportOfficeTargets,
  exportRectification,
  exportRounds,
  exportRubrics,
} from '../../app/lists/index.ts'
import { downloadBundle } from '../../app/ledger/index.ts'
import { exportAcceptance } from '../../app/pilot/index.ts'
import type { Product } from '../../app/product.ts'
import { exportProjects } from '../../app/projects/export-projects.ts'
import type { PrintedDocument } from '../../app/records/print-document.ts'
import { printPlanMemo } from '../../app/results/index.ts'
import { dossier, downloadPackage, printDocument } from '../../app/use-cases.ts'
import { sendFile } from '../send-file.ts'
import { openStreamedFile } from '../streamed-file.ts'
import { callOf, gatherInput } from './use-case-routes.ts'

/** Files that need no name in their address. */
const DOWNLOADS = [
  ['/api/exchange/tables', exportTables as unknown as UseCase],
  ['/api/projects/export', exportProjects as unknown as UseCase],
  ['/api/exante/expert-register/export', exportExpertRegister as unknown as UseCase],
  ['/api/exante/rubrics/export', exportRubrics as unknown as UseCase],
  ['/api/results/rectification/export', exportRectification as unknown as UseCase],
  ['/api/rounds/export', exportRounds as unknown as UseCase],
  ['/api/targets/offices/export', exportOfficeTargets as unknown as UseCase],
  ['/api/exante/draw-file', exportDraw as unknown as UseCase],
  ['/api/pilot/acceptance-file', exportAcceptance as unknown as UseCase],
  ['/api/exit-list/export', exportExits as unknown as UseCase],
  ['/api/what-if/memo', printPlanMemo as unknown as UseCase],
  ['/api/dossiers/jobs/:jobId/file', dossier.download],
  ['/api/oversight/package', downloadPackage as unknown as UseCase],
  ['/api/blueprints/export', exportBlueprint as unknown as UseCase],
  ['/api/blueprints/book', printBlueprint as unknown as UseCase],
  ['/api/ledger/bundle', downloadBundle as unknown as UseCase],
] as const

/** Answers that are files: documents of records and lists as workbooks. */
export function addFileRoutes(server: FastifyInstance, product: Product, isSecure: boolean): void {
  server.get(
    '/api/records/:recordId/documents/:file',
    { schema: { summary: '打印文书', operationId: 'records.print' } },
    async (request, reply) => {
      const { recordId, file } = request.params as { recordId: string; file: string }
      const [document, format] = file.split('.')
      const answer = await product.run(
        printDocument as unknown as UseCase,
        { recordId, document, format },
        callOf(request, isSecure),
      )
      return sendPrinted(reply, answer.body)
    },
  )
  server.get(
    '/api/indicators/export',
    { schema: { summary: exportIndicators.title, operationId: exportIndicators.id } },
    (request, reply) => sendIndicators(product, request, reply, isSecure),
  )
  for (const [url, useCase] of DOWNLOADS) {
    server.get(
      url,
      { schema: { summary: useCase.title, operationId: useCase.id } },
      async (request, reply) => {
        const answer = await product.run(
          useCase,
          gatherInput(request, useCase.input),
          callOf(request, isSecure),
        )
        return sendPrinted(reply, answer.body)
      },
    )
  }
}

function sendPrinted(reply: FastifyReply, body: string): FastifyReply {
  const { fileName: name, mediaType, bytes_base64 } = JSON.parse(body) as PrintedDocument
  return sendFile(reply, { name, mediaType }, Buffer.from(bytes_base64, 'base64'))
}

/**
 * Sends the list as it is written. A refusal comes before the first byte, as everywhere; afterwards only the
 * connection can say that something failed.
 */
async function sendIndicators(
  product: Product,
  request: FastifyRequest,
  reply: FastifyReply,
  isSecure: boolean,
): Promise<FastifyReply> {
  const file = openStreamedFile()
  const input = gatherInput(request, exportIndicators.input) as { readonly year?: number }
  await new Promise<void>((resolve, reject) => {
    let isBegun = false
    const take = (bytes: Buffer) => {
      if (!isBegun) {
        isBegun = true
        sendFile(reply, { name: `绩效指标明细-${input.year}.xlsx`, mediaType: XLSX }, file.readable)
        resolve()
      }
      return file.take(bytes)
    }
    streamIndicators(product, input, callOf(request, isSecure), take).then(
      () => file.end(),
      (error: Error) => (isBegun ? file.fail(error) : reject(error)),
    )
  })
  return reply
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
