import type { MultipartFile } from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { receiveFile } from '../../app/attachments/index.ts'
import { importTable, readTable } from '../../app/intake/index.ts'
import type { UseCase } from '../../app/kernel/use-case.ts'
import type { Product } from '../../app/product.ts'
import { viewMe } from '../../app/shell/view-me.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { withMarkedWorkbook } from '../marked-workbook.ts'
import { callOf, sendAnswer } from './use-case-routes.ts'

/** A table from Excel or WPS into the draft of a record: all of it, or back with the faults marked. */
export function addIntakeRoutes(server: FastifyInstance, product: Product, isSecure: boolean): void {
  const schema = { summary: '导入表格', operationId: 'records.import' }
  server.post('/api/records/:recordId/import', { schema }, async (request, reply) => {
    const call = callOf(request, isSecure)
    const { idempotencyKey: _key, ...who } = call
    await product.run(viewMe as unknown as UseCase, {}, who)
    const part = request.isMultipart() ? await request.file() : undefined
    if (!part) {
      throw new DomainError('INVALID_INPUT', '请选择要导入的表格。', {
        places: [{ field: 'file', problem: '缺少文件' }],
      })
    }
    const { files } = product.services
    const received = await receiveFile(files, part.file, part.filename)
    const path = await files.locate(received.sha256)
    const { recordId } = request.params as { recordId: string }
    const input = { recordId, version: versionIn(part), table: await readTable(path, received.name) }
    try {
      return sendAnswer(reply, await product.run(importTable as unknown as UseCase, input, call))
    } catch (error) {
      throw received.name.endsWith('.xlsx') ? await withMarkedWorkbook(error, path) : error
    }
  })
}

/** The version field that came before the file; not a number when it is missing. */
function versionIn(part: MultipartFile): number {
  const field = part.fields['version']
  return field && !Array.isArray(field) && field.type === 'field' ? Number(field.value) : Number.NaN
}
