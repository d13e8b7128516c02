import { Type } from 'typebox'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { findIssuedDocuments, type IssuedDocument } from '../../storage/document-repository.ts'
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
    return { items: rows.flatMap(present) }
  },
})

function present({ kind: name, action, recordTitle, ...row }: IssuedDocument) {
  const kind = getRecordKind(name)
  const isOneOfMany = recordTitle !== kind.title
  return kind.documents
    .filter(({ frozenBy }) => frozenBy === action)
    .map(({ document, title }) => ({
      ...row,
      document,
      title: isOneOfMany ? recordTitle : title,
      docx: `/api/records/${row.recordId}/documents/${document}.docx`,
      pdf: `/api/records/${row.recordId}/documents/${document}.pdf`,
    }))
}
