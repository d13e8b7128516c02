import { Type } from 'typebox'
import { findMatches } from '../../storage/search-repository.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'

/** 搜索: projects, units, indicators and documents by any part of their name or number, within scope. */
export const search = defineUseCase({
  id: 'shell.search',
  title: '搜索',
  stage: 'shell',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }) }, { additionalProperties: false }),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        kind: Type.Union([
          Type.Literal('project'),
          Type.Literal('record'),
          Type.Literal('indicator'),
          Type.Literal('unit'),
        ]),
        id: Type.String(),
        title: Type.String(),
        detail: Type.String(),
        jurisdictionId: Type.String(),
        projectId: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
  }),
  run: async (context, input) => ({ items: await findMatches(context.db, input.q.trim()) }),
})
