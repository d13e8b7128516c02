import path from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { checkUpload, readAnyTable, writeCheckedWorkbook } from '../../app/doctor/index.ts'
import type { UseCase } from '../../app/kernel/use-case.ts'
import { readRulesInForce } from '../../app/kernel/place-rules.ts'
import type { Product } from '../../app/product.ts'
import { viewMe } from '../../app/shell/view-me.ts'
import { sendFile } from '../send-file.ts'
import { withUploadedFile } from '../uploaded-file.ts'
import { callOf, sendJson } from './use-case-routes.ts'

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * 表格体检: a file is read and given back, never kept. The page examines what was read with the same
 * rules in the browser; the server examines it once more for the workbook. POST because a file comes in;
 * nothing is written, so a doubled submission has no effect to guard against.
 */
export function addDoctorRoutes(server: FastifyInstance, product: Product, isSecure: boolean): void {
  const requireSession = async (request: FastifyRequest) => {
    const { idempotencyKey: _key, ...who } = callOf(request, isSecure)
    return JSON.parse((await product.run(viewMe as unknown as UseCase, {}, who)).body) as Viewer
  }

  const reading = { summary: '读取表格', operationId: 'doctor.read', tags: ['shell'] }
  server.post('/api/doctor/tables', { schema: reading }, async (request, reply) => {
    await requireSession(request)
    const read = await withUploadedFile(request, ({ file, name }) => readAnyTable(file, name))
    return sendJson(reply, JSON.stringify(read))
  })

  const marking = { summary: '在表格里标出问题', operationId: 'doctor.workbook', tags: ['shell'] }
  server.post('/api/doctor/workbook', { schema: marking }, async (request, reply) => {
    const { post, today } = await requireSession(request)
    return withUploadedFile(request, async (uploaded) => {
      const { rules: files, library } = product.services
      const book = await readRulesInForce(product.db, files)
      const rules = { book, library, jurisdiction: post.jurisdictionId, today }
      const bytes = await writeCheckedWorkbook(await checkUpload(uploaded, rules), uploaded)
      const name = `${path.parse(path.basename(uploaded.name)).name}-体检.xlsx`
      return sendFile(reply, { name, mediaType: WORKBOOK }, Buffer.from(bytes))
    })
  })
}

type Viewer = { readonly post: { readonly jurisdictionId: string }; readonly today: string }
