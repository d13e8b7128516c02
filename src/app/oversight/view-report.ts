import { Type } from 'typebox'
import { rowsOf } from '../../domain/forms/form-index.ts'
import type { Content } from '../../domain/forms/form.ts'
import { OVERSIGHT_READERS } from '../../domain/oversight/readers.ts'
import { circular, type FigureLine, specialReport } from '../../domain/results/index.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { findFrozen } from '../../storage/frozen-repository.ts'
import { noteReading } from '../../storage/oversight-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { getRecordData, type RecordData } from '../records/record-data.ts'
import { readingOf } from './reading.ts'

const Text = Type.String()

/** The texts in the order of the letter. */
const PARTS = [
  'opening',
  'resultsText',
  'listsText',
  'problemsText',
  'applicationText',
  'analysis',
  'suggestions',
  'forwarding',
]

/** A signed 专报 or 通报 as it was frozen. @throws DomainError NOT_FOUND while it is not signed */
export async function getReport(
  context: Context,
  recordId: string,
): Promise<{ readonly data: RecordData; readonly content: Content }> {
  const data = await getRecordData(context, recordId)
  const isReport = [specialReport.kind, circular.kind].includes(data.kind.kind)
  const frozen = isReport ? (await findFrozen(context.db, data.record)).at(-1) : undefined
  if (!frozen) throw new DomainError('NOT_FOUND', '没有找到已签发的专报或通报，请从“专报和通报”页面打开。')
  return { data, content: (frozen.content as { content: Content }).content }
}

/** 阅读专报: the signed text, every figure of it where it stands, so that each can be followed. */
export const viewReport = defineUseCase({
  id: 'oversight.viewReport',
  title: '阅读专报和通报',
  stage: 'shell',
  kind: 'query',
  by: OVERSIGHT_READERS,
  input: Type.Object({ recordId: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  output: Type.Object({
    recordId: Text,
    title: Text,
    documentNumber: Type.Union([Text, Type.Null()]),
    signedOn: Text,
    digest: Text,
    parts: Type.Array(
      Type.Object({
        title: Text,
        text: Text,
        figures: Type.Array(
          Type.Object({ number: Type.Integer(), at: Type.Integer(), text: Text, label: Text }),
        ),
      }),
    ),
  }),
  run: async (context, { recordId }) => {
    const { data, content } = await getReport(context, recordId)
    const { record, kind, form, acts } = data
    await noteReading(
      context.db,
      readingOf(context, {
        ...{
          useCase: 'oversight.viewReport',
          title: '阅读专报和通报',
          jurisdictionId: record.jurisdictionId,
        },
        ...{ subjectKind: kind.kind, subjectId: recordId, asked: {} },
      }),
    )
    const signed = acts.findLast(({ action }) => action === 'sign')
    const frozen = (await findFrozen(context.db, record)).at(-1)
    const fields = PARTS.flatMap((part) =>
      form.sections.flatMap((section) => section.fields.filter(({ id }) => id === part)),
    )
    const lines = rowsOf(content, 'figures') as unknown as readonly FigureLine[]
    return {
      recordId,
      title: String(content['reportTitle'] ?? record.title),
      documentNumber: signed?.documentNumber ?? null,
      signedOn: signed ? dayOf(signed.actedAt) : '',
      digest: frozen?.digest ?? '',
      parts: fields
        .filter(({ id }) => Boolean(content[id]))
        .map(({ id, label }) => ({ title: label, text: String(content[id]), figures: figuresOf(id, lines) })),
    }
  },
})

/** The figures of one text in the order they stand in it. */
function figuresOf(field: string, lines: readonly FigureLine[]) {
  return lines
    .flatMap(({ number, text, label, places }) =>
      (places ?? '')
        .split('、')
        .filter((place) => place.startsWith(`${field}@`))
        .map((place) => ({ number, text, label, at: Number(place.split('@')[1]) })),
    )
    .toSorted((a, b) => a.at - b.at)
}
