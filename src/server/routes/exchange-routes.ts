import type { FastifyInstance } from 'fastify'
import { compareTables, readExchangeFile } from '../../app/exchange/index.ts'
import type { UseCase } from '../../app/kernel/use-case.ts'
import type { Product } from '../../app/product.ts'
import { viewMe } from '../../app/shell/view-me.ts'
import { fieldOf, withUploadedFile } from '../uploaded-file.ts'
import { callOf, sendAnswer } from './use-case-routes.ts'

/** 核对交换表: a file of the budget system against what we hold; read, compared and given up. */
export function addExchangeRoutes(server: FastifyInstance, product: Product, isSecure: boolean): void {
  const schema = { summary: compareTables.title, operationId: compareTables.id }
  server.post('/api/exchange/comparison', { schema }, async (request, reply) => {
    const { idempotencyKey: _key, ...who } = callOf(request, isSecure)
    await product.run(viewMe as unknown as UseCase, {}, who)
    return withUploadedFile(request, async ({ file, name, part }) => {
      const year = Number(fieldOf(part, 'year') ?? Number.NaN)
      const input = { year, sheets: await readExchangeFile(file, name) }
      return sendAnswer(reply, await product.run(compareTables as unknown as UseCase, input, who))
    })
  })
}
