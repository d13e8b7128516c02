import { Type } from 'typebox'
import { judgeLeads } from '../../../domain/evaluation/checks/index.ts'
import { agencyEntry } from '../../../domain/evaluation/index.ts'
import type { EvaluationAgencyEntryContent } from '../../../domain/forms/contents.ts'
import { optionLabel } from '../../../domain/forms/form-index.ts'
import { computeAgencyShare } from '../../../domain/org/compute/index.ts'
import { findAgencyEntries, type ListedAgency } from '../../../storage/agency-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { requireOwnPlace } from '../../kernel/own-place.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { getForm } from '../../records/record-data.ts'
import { creditOf, findCredit, type PlaceCredit } from './credit.ts'

const MaybeText = Type.Union([Type.String(), Type.Null()])
const PAGE_ROWS = 50

/** 第三方机构登记: the register of a place with years, share and credit; the province sees every place's. */
export const listAgencies = defineUseCase({
  id: 'evaluation.listAgencies',
  title: '查看第三方机构登记',
  stage: 'evaluation',
  kind: 'query',
  by: agencyEntry.seenBy ?? [],
  input: Type.Object(
    {
      jurisdiction: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{6}$' })),
      fiscalYear: Type.Integer({ minimum: 2000, maximum: 2100 }),
      /** In name, credit code or platform number. */
      text: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
      type: Type.Optional(Type.String({ maxLength: 20 })),
      state: Type.Optional(Type.String({ maxLength: 20 })),
      page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    total: Type.Integer(),
    pageRows: Type.Integer(),
    items: Type.Array(
      Type.Object({
        recordId: Type.String(),
        jurisdictionId: Type.String(),
        jurisdictionName: Type.String(),
        name: MaybeText,
        type: Type.String(),
        platformNumber: MaybeText,
        leads: Type.Integer(),
        eligibleLeads: Type.Integer(),
        tasks: Type.Integer(),
        share: Type.String(),
        isConcentrated: Type.Boolean(),
        shareReason: Type.String(),
        credit: Type.String(),
        state: Type.String(),
        stateTitle: Type.String(),
        /** Why suspended or gone. */
        reason: MaybeText,
      }),
    ),
  }),
  run: async (context, { jurisdiction, fiscalYear, page = 1, ...where }) => {
    requireOwnPlace(context, jurisdiction)
    const { rows, total } = await findAgencyEntries(
      context.db,
      { ...where, ...(jurisdiction ? { jurisdiction } : {}) },
      { limit: PAGE_ROWS, offset: (page - 1) * PAGE_ROWS },
    )
    const credit = await findCredit(context, fiscalYear)
    return { total, pageRows: PAGE_ROWS, items: rows.map((row) => present(context, row, credit, fiscalYear)) }
  },
})

function present(context: Context, row: ListedAgency, credit: PlaceCredit, fiscalYear: number) {
  const content = row.content as EvaluationAgencyEntryContent
  const rules = context.rules.at({ date: context.today, jurisdiction: row.jurisdictionId, fiscalYear })
  const judged = judgeLeads(content, context.today, rules)
  const tasks = credit.tasksOf(row.jurisdictionId, row.agencyId)
  const { isConcentrated, explanation } = computeAgencyShare(tasks, rules)
  const { recordId, jurisdictionId, jurisdictionName, name, state, reason } = row
  return {
    recordId,
    jurisdictionId,
    jurisdictionName,
    name,
    type: optionLabel(getForm(context, agencyEntry.form), 'agencyType', content.agencyType),
    platformNumber: content.platformNumber ?? null,
    leads: judged.length,
    eligibleLeads: judged.filter(({ isEligible }) => isEligible).length,
    tasks: tasks.own,
    share: explanation.result,
    isConcentrated,
    shareReason: explanation.sentence,
    credit: creditOf(content, credit.eventsOf(jurisdictionId, row.agencyId)),
    state,
    stateTitle: agencyEntry.workflow.states[state]?.title ?? state,
    reason: ['suspended', 'left'].includes(state) ? reason : null,
  }
}
