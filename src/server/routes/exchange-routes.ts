import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { compareTables, readExchangeFile, takeOverTables } from '../../app/exchange/index.ts'
import type { UseCase } from '../../app/kernel/use-case.ts'
import type { Product } from '../../app/product.ts'
import { viewMe } from '../../app/shell/view-me.ts'
import { fieldOf, jsonOf, withUploadedFile } from '../uploaded-file.ts'
import { callOf, sendAnswer } from './use-case-routes.ts'

/** A file of the budget system against what we hold, and what is taken over of it; read and given up. */
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
  const taking = { summary: takeOverTables.title, operationId: takeOverTables.id }
  server.post('/api/exchange/takeovers', { schema: taking }, async (request, reply) => {
    const call = callOf(request, isSecure)
    const { idempotencyKey: _key, ...who } = call
    await product.run(viewMe as unknown as UseCase, {}, who)
    return withUploadedFile(request, async ({ file, name, part }) => {
      const sha256 = createHash('sha256')
        .update(await readFile(file))
        .digest('hex')
      const input = {
        year: Number(fieldOf(part, 'year') ?? Number.NaN),
        stamp: fieldOf(part, 'stamp'),
        chosen: jsonOf(part, 'chosen'),
        file: { name: name.slice(-200) || '交换表', sha256 },
        sheets: await readExchangeFile(file, name),
      }
      return sendAnswer(reply, await product.run(takeOverTables as unknown as UseCase, input, call))
    })
  })
}
