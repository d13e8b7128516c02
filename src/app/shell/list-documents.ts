import { Type } from 'typebox'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { findIssuedDocuments } from '../../storage/document-repository.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'

/** 文件: the official versions that formal acts have fixed, newest first, within scope. */
export const listDocuments = defineUseCase({
  id: 'shell.listDocuments',
  title: '文件',
  stage: 'shell',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object(
    {
      jurisdiction: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{6}$' })),
      projectId: Type.Optional(Type.String({ format: 'uuid' })),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        recordId: Type.String(),
        document: Type.String(),
        title: Type.String(),
        projectName: Type.Union([Type.String(), Type.Null()]),
        jurisdictionName: Type.String(),
        documentNumber: Type.Union([Type.String(), Type.Null()]),
        number: Type.Integer(),
        frozenAt: Type.String(),
        digest: Type.String(),
        docx: Type.String(),
        pdf: Type.String(),
      }),
    ),
  }),
  run: async (context, input) => {
    const rows = await findIssuedDocuments(context.db, input)
    const items = rows.flatMap(({ kind, action, ...row }) =>
      getRecordKind(kind)
        .documents.filter((offer) => offer.frozenBy === action)
        .map(({ document, title }) => ({
          ...row,
          document,
          title,
          docx: `/api/records/${row.recordId}/documents/${document}.docx`,
          pdf: `/api/records/${row.recordId}/documents/${document}.pdf`,
        })),
    )
    return { items }
  },
})
