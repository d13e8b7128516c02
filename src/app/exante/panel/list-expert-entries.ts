import { Type } from 'typebox'
import { EXPERT_FIELDS, type ExpertField } from '../../../domain/exante/compute/index.ts'
import { exanteExpertEntry } from '../../../domain/exante/index.ts'
import type { ExanteExpertEntryContent } from '../../../domain/forms/contents.ts'
import { findExpertEntries } from '../../../storage/expert-repository.ts'
import { requireOwnPlace } from '../../kernel/own-place.ts'
import { defineUseCase } from '../../kernel/use-case.ts'

const MaybeText = Type.Union([Type.String(), Type.Null()])

/** 专家库: the register of a place; the province may look at every place's. */
export const listExpertEntries = defineUseCase({
  id: 'exante.listExpertEntries',
  title: '查看专家库',
  stage: 'exante',
  kind: 'query',
  by: exanteExpertEntry.seenBy ?? [],
  input: Type.Object(
    {
      jurisdiction: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{6}$' })),
      /** In name, employer or title. */
      text: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
      field: Type.Optional(Type.String({ maxLength: 20 })),
      state: Type.Optional(Type.String({ maxLength: 20 })),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        recordId: Type.String(),
        jurisdictionId: Type.String(),
        jurisdictionName: Type.String(),
        name: MaybeText,
        fields: Type.Array(Type.String()),
        title: MaybeText,
        employer: MaybeText,
        state: Type.String(),
        stateTitle: Type.String(),
        /** Why suspended or gone. */
        reason: MaybeText,
      }),
    ),
  }),
  run: async (context, { jurisdiction, ...where }) => {
    requireOwnPlace(context, jurisdiction)
    const rows = await findExpertEntries(context.db, { ...where, ...(jurisdiction ? { jurisdiction } : {}) })
    return {
      items: rows.map(({ content, state, reason, ...row }) => {
        const { fields, title, employer } = content as ExanteExpertEntryContent
        return {
          ...row,
          fields: (fields ?? []).map((field) => EXPERT_FIELDS[field as ExpertField] ?? field),
          title: title ?? null,
          employer: employer ?? null,
          state,
          stateTitle: exanteExpertEntry.workflow.states[state]?.title ?? state,
          reason: ['suspended', 'left'].includes(state) ? reason : null,
        }
      }),
    }
  },
})
