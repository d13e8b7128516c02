import type { FastifyInstance } from 'fastify'
import { receiveFile, registerAttachment, viewAttachment } from '../../app/attachments/index.ts'
import type { UseCase } from '../../app/kernel/use-case.ts'
import type { Product } from '../../app/product.ts'
import { viewMe } from '../../app/shell/view-me.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { sendFile } from '../send-file.ts'
import { callOf, sendAnswer } from './use-case-routes.ts'

/** Files in and out: upload as multipart (fields before the file), download always as a file. */
export function addAttachmentRoutes(server: FastifyInstance, product: Product, isSecure: boolean): void {
  server.post(
    '/api/attachments',
    { schema: { summary: '上传附件', operationId: 'attachments.register' } },
    async (request, reply) => {
      const call = callOf(request, isSecure)
      const { idempotencyKey: _key, ...who } = call
      await product.run(viewMe as unknown as UseCase, {}, who)
      if (!request.isMultipart())
        throw new DomainError('INVALID_INPUT', '请选择要上传的文件。', {
          places: [{ field: 'file', problem: '缺少文件' }],
        })
      const part = await request.file()
      if (!part)
        throw new DomainError('INVALID_INPUT', '请选择要上传的文件。', {
          places: [{ field: 'file', problem: '缺少文件' }],
        })
      const file = await receiveFile(product.services.files, part.file, part.filename)
      const fields = Object.entries(part.fields).flatMap(([name, field]) =>
        field && !Array.isArray(field) && field.type === 'field' ? [[name, field.value] as const] : [],
      )
      const input = { ...Object.fromEntries(fields), file }
      return sendAnswer(reply, await product.run(registerAttachment as unknown as UseCase, input, call))
    },
  )

  server.get(
    '/api/attachments/:attachmentId',
    { schema: { summary: '下载附件', operationId: 'attachments.view' } },
    async (request, reply) => {
      const answer = await product.run(
        viewAttachment as unknown as UseCase,
        request.params,
        callOf(request, isSecure),
      )
      const { name, mediaType, sha256 } = JSON.parse(answer.body) as {
        name: string
        mediaType: string
        sha256: string
      }
      return sendFile(reply, { name, mediaType }, await product.services.files.read(sha256))
    },
  )
}
