import { Type } from 'typebox'
import { findOrganisations, findJurisdictions } from '../../storage/organisation-repository.ts'
import { findPosts } from '../../storage/people-repository.ts'
import { defineUseCase } from '../kernel/use-case.ts'

/** 人员和任职: who holds which post from when to when; for the security and system administrators. */
export const listPeople = defineUseCase({
  id: 'administration.listPeople',
  title: '查看人员和任职',
  stage: 'shell',
  kind: 'query',
  by: ['security_admin', 'system_admin'],
  input: Type.Object(
    { jurisdiction: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{6}$' })) },
    { additionalProperties: false },
  ),
  output: Type.Object({ posts: Type.Array(Type.Unknown()) }),
  run: async (context, input) => ({
    posts: await findPosts(context.db, input.jurisdiction ? { jurisdictionId: input.jurisdiction } : {}),
  }),
})

/** 机构: the organisation tree; names are no secret, so that forms can offer them. */
export const listOrganisations = defineUseCase({
  id: 'administration.listOrganisations',
  title: '查看机构',
  stage: 'shell',
  kind: 'query',
  by: 'everyone',
  input: Type.Object(
    {
      jurisdiction: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{6}$' })),
      kind: Type.Optional(Type.String({ pattern: '^[a-z]{1,20}$' })),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Type.String(),
        jurisdictionId: Type.String(),
        kind: Type.String(),
        name: Type.String(),
        code: Type.Union([Type.String(), Type.Null()]),
        parentId: Type.Union([Type.String(), Type.Null()]),
        documentPrefix: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
  }),
  run: async (context, input) => ({
    items: await findOrganisations(context.db, {
      ...(input.jurisdiction ? { jurisdictionId: input.jurisdiction } : {}),
      ...(input.kind ? { kind: input.kind } : {}),
    }),
  }),
})

/** 行政区划: codes, names, levels and the places of the tiles. */
export const listJurisdictions = defineUseCase({
  id: 'administration.listJurisdictions',
  title: '查看行政区划',
  stage: 'shell',
  kind: 'query',
  by: 'everyone',
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        parentId: Type.Union([Type.String(), Type.Null()]),
        level: Type.String(),
        kind: Type.String(),
        tileColumn: Type.Integer(),
        tileRow: Type.Integer(),
      }),
    ),
  }),
  run: async (context) => ({ items: await findJurisdictions(context.db) }),
})
