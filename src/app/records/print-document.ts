import { Type } from 'typebox'
import { DomainError } from '../../domain/shared/errors.ts'
import { writeInWorker } from '../../documents/index.ts'
import type { Context } from '../kernel/context.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import type { RecordBehaviour } from './behaviour.ts'
import { getRecordData } from './record-data.ts'

const Input = Type.Object(
  {
    recordId: Type.String({ format: 'uuid' }),
    document: Type.String({ pattern: '^[a-z-]{1,40}$' }),
    format: Type.Union([Type.Literal('docx'), Type.Literal('pdf')]),
  },
  { additionalProperties: false },
)

export type PrintedDocument = {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes_base64: string
}

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

/** 打印文书: the official document of a record, in Word or PDF, from the same blocks. */
export function definePrintDocument(behaviours: ReadonlyMap<string, RecordBehaviour>) {
  return defineUseCase({
    id: 'records.print',
    title: '打印文书',
    stage: 'shell',
    kind: 'query',
    by: BUSINESS,
    input: Input,
    run: async (context: Context, input: Type.Static<typeof Input>): Promise<PrintedDocument> => {
      const data = await getRecordData(context, input.recordId)
      const offer = data.kind.documents.find(({ document }) => document === input.document)
      const build = behaviours.get(data.kind.kind)?.documents?.[input.document]
      if (!offer || !build)
        throw new DomainError('NOT_FOUND', '这个事项没有这份文书，请从事项页面的文书列表打开。')
      const blocks = await build(context, data)
      const bytes = await writeInWorker(blocks, input.format)
      const subject = data.project?.name ?? context.actor.jurisdictionName
      return {
        fileName: `${subject}-${offer.title}.${input.format}`,
        mediaType: MEDIA_TYPES[input.format],
        bytes_base64: Buffer.from(bytes).toString('base64'),
      }
    },
  })
}
