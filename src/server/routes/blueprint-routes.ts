import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { loadBlueprint } from '../../app/blueprint/index.ts'
import type { UseCase } from '../../app/kernel/use-case.ts'
import type { Product } from '../../app/product.ts'
import { viewMe } from '../../app/shell/view-me.ts'
import { withUploadedFile } from '../uploaded-file.ts'
import { callOf, sendAnswer } from './use-case-routes.ts'

/** 装入蓝本文件: the file is read only for somebody who is signed in, and never kept unless it is taken. */
export function addBlueprintRoutes(server: FastifyInstance, product: Product, isSecure: boolean): void {
  const loading = { summary: loadBlueprint.title, operationId: loadBlueprint.id }
  server.post('/api/blueprints/load', { schema: loading }, async (request, reply) => {
    const call = callOf(request, isSecure)
    const { idempotencyKey: _key, ...who } = call
    await product.run(viewMe as unknown as UseCase, {}, who)
    return withUploadedFile(request, async ({ file }) => {
      const text = await readFile(file, 'utf8')
      return sendAnswer(reply, await product.run(loadBlueprint as unknown as UseCase, { text }, call))
    })
  })
}
