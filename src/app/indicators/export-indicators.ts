import { Type } from 'typebox'
import { findField } from '../../domain/forms/form-index.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { CELL_END, newStream, ROW_END, type SheetHead, sheetInWorker } from '../../documents/index.ts'
import { readIndicatorLines } from '../../storage/indicator-lines.ts'
import type { Call } from '../kernel/run.ts'
import type { Context } from '../kernel/context.ts'
import { BUSINESS, defineUseCase, type UseCase } from '../kernel/use-case.ts'
import type { Product } from '../product.ts'
import { getForm } from '../records/record-data.ts'
import { packWhileReading, type Take } from './pack-while-reading.ts'

const Input = Type.Object(
  {
    year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    jurisdiction: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{6}$' })),
  },
  { additionalProperties: false },
)
type Input = { readonly year: number; readonly jurisdiction?: string }

const COLUMNS: SheetHead['columns'] = [
  { title: '地区', type: 'text', width: 16 },
  { title: '年度', type: 'number', width: 8 },
  { title: '项目代码', type: 'text', width: 22 },
  { title: '项目名称', type: 'text', width: 40 },
  { title: '实施单位', type: 'text', width: 28 },
  { title: '主管部门', type: 'text', width: 28 },
  { title: '一级指标', type: 'text', width: 12 },
  { title: '二级指标', type: 'text', width: 18 },
  { title: '三级指标', type: 'text', width: 36 },
  { title: '符号', type: 'text', width: 8 },
  { title: '指标值', type: 'text', width: 20 },
  { title: '度量单位', type: 'text', width: 12 },
  { title: '分值', type: 'number', width: 8 },
]

/** 全部绩效指标明细导出: every indicator of the year that the reader may see. */
export const exportIndicators = defineUseCase({
  id: 'indicators.export',
  title: '导出全部绩效指标明细',
  stage: 'targets',
  kind: 'query',
  by: BUSINESS,
  input: Input,
  run: (): Promise<never> => {
    throw new DomainError('INVALID_INPUT', '这份清单按下载的方式取得，请用“导出”按钮。')
  },
})

/**
 * Writes the list while it is read: rows come through a cursor in the reader's scope, the worker makes the file, and
 * nothing of it is kept. A province's hundred thousand rows need no more memory than a county's hundred.
 * @param take told each piece; a refusal to take ends the reading
 */
export async function streamIndicators(
  product: Product,
  input: unknown,
  call: Call,
  take: Take,
): Promise<void> {
  const useCase = {
    ...exportIndicators,
    run: async (context: Context, given: Input) => {
      const stream = newStream()
      const title = `${given.year}年绩效指标明细`
      const head = await sheetInWorker({ stream, head: { title, columns: COLUMNS } })
      const where = { year: given.year, jurisdictionId: given.jurisdiction }
      const pages = readIndicatorLines(context.db, where, wordsOf(context), { cell: CELL_END, row: ROW_END })
      try {
        await take(head)
        await packWhileReading(pages, (rows) => sheetInWorker({ stream, rows }), take)
      } catch (error) {
        // Only the worker has to forget it: nobody takes the end of a file that broke off.
        await sheetInWorker({ stream }).catch(() => undefined)
        throw error
      }
      await take(await sheetInWorker({ stream }))
      return {}
    },
  }
  await product.run(useCase as unknown as UseCase, input, call)
}

/** The labels of the form, so that the list reads like the table itself. */
function wordsOf(context: Pick<Context, 'forms'>) {
  const columns = findField(getForm(context, 'targets/sheet'), 'indicators')?.columns ?? []
  return Object.fromEntries(
    columns.map(({ id, options }) => [
      id,
      Object.fromEntries((options ?? []).map(({ value, label }) => [value, label])),
    ]),
  )
}
