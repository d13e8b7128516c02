import type { FastifyInstance } from 'fastify'
import { importBatch, previewBatch, readListFile } from '../../app/batch/index.ts'
import type { UseCase } from '../../app/kernel/use-case.ts'
import type { Product } from '../../app/product.ts'
import { viewMe } from '../../app/shell/view-me.ts'
import { markingFaults } from '../marked-workbook.ts'
import { fieldOf, jsonOf, type UploadedFile, withUploadedFile } from '../uploaded-file.ts'
import { callOf, sendAnswer } from './use-case-routes.ts'

/** 批量导入: a list is looked at first, and written only with the stamp of what was looked at. */
export function addBatchRoutes(server: FastifyInstance, product: Product, isSecure: boolean): void {
  const previewing = { summary: previewBatch.title, operationId: previewBatch.id }
  server.post('/api/batch/preview', { schema: previewing }, async (request, reply) => {
    const { idempotencyKey: _key, ...who } = callOf(request, isSecure)
    await product.run(viewMe as unknown as UseCase, {}, who)
    return withUploadedFile(request, async (uploaded) =>
      sendAnswer(reply, await product.run(previewBatch as unknown as UseCase, await inputOf(uploaded), who)),
    )
  })

  const importing = { summary: importBatch.title, operationId: importBatch.id }
  server.post('/api/batch/import', { schema: importing }, async (request, reply) => {
    const call = callOf(request, isSecure)
    const { idempotencyKey: _key, ...who } = call
    await product.run(viewMe as unknown as UseCase, {}, who)
    return withUploadedFile(request, (uploaded) =>
      markingFaults(uploaded, async () => {
        const input = { ...(await inputOf(uploaded)), stamp: fieldOf(uploaded.part, 'stamp') ?? '' }
        return sendAnswer(reply, await product.run(importBatch as unknown as UseCase, input, call))
      }),
    )
  })
}

async function inputOf({ file, name, part }: UploadedFile) {
  const mapping = jsonOf(part, 'mapping')
  return {
    subject: fieldOf(part, 'subject') ?? '',
    year: Number(fieldOf(part, 'year') ?? Number.NaN),
    sheets: await readListFile(file, name),
    ...(mapping === undefined ? {} : { mapping }),
  }
}
