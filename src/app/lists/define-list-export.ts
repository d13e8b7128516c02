import type { Static, TSchema } from 'typebox'
import { writeXlsx } from '../../documents/index.ts'
import { formatWanYuan } from '../../domain/shared/money.ts'
import { defineUseCase, type UseCase } from '../kernel/use-case.ts'
import type { PrintedDocument } from '../records/print-document.ts'

type Cell = string | number | null | undefined
/** A column of the workbook: how it is headed, how wide, and what stands in it. */
export type ListColumn<Row> = {
  readonly title: string
  readonly width: number
  readonly isNumber?: boolean
  readonly cell: (row: Row) => Cell
}

/**
 * 导出列表: a list as on its page, all of it, as a workbook. Who may see the list may export it, under the
 * same input and the same walls: the list itself is asked.
 * @param list the use case behind the page
 * @param given.name of the file, before place and year
 */
export function defineListExport<Input extends TSchema, Row>(
  list: UseCase<Input, { readonly items: readonly Row[] }>,
  given: {
    readonly id: string
    readonly name: string
    readonly unit?: string
    readonly columns: readonly ListColumn<Row>[]
  },
): UseCase<Input, PrintedDocument> {
  const { name, columns, unit } = given
  return defineUseCase({
    id: given.id,
    title: `导出${name}`,
    stage: list.stage,
    kind: 'query',
    by: list.by,
    input: list.input,
    run: async (context, input): Promise<PrintedDocument> => {
      const { items } = await list.run(context, input)
      const bytes = await writeXlsx({
        title: name,
        ...(unit === undefined ? {} : { unit }),
        columns: columns.map(({ title, width, isNumber }) => ({
          title,
          width,
          type: isNumber ? 'number' : 'text',
        })),
        rows: items.map((row) => columns.map(({ cell }) => String(cell(row) ?? ''))),
      })
      const { jurisdiction, year } = input as Static<Input> & {
        readonly jurisdiction?: string
        readonly year?: number
      }
      const place = jurisdiction ?? context.actor.jurisdictionId
      return {
        fileName: `${[name, place, ...(year === undefined ? [] : [year])].join('-')}.xlsx`,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes_base64: Buffer.from(bytes).toString('base64'),
      }
    },
  })
}

/** Fen as 万元 with two decimals; blank where there is no amount. */
export function inWanYuan(fen: string | null): string {
  return fen === null || fen === '' ? '' : formatWanYuan(BigInt(fen))
}
