import { Type } from 'typebox'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { departmentWhole, policyTarget } from '../../domain/targets/index.ts'
import { findOfficeTargets } from '../../storage/office-targets-repository.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'

const Nullable = Type.Union([Type.String(), Type.Null()])

/** 部门整体和政策绩效目标 of a place and year, as far as the scope reaches. */
export const listOfficeTargets = defineUseCase({
  id: 'targets.listOfficeTargets',
  title: '查看部门整体和政策绩效目标',
  stage: 'targets',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object(
    {
      jurisdiction: Type.String({ pattern: '^[0-9A-Z]{6}$' }),
      year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        recordId: Type.String(),
        kind: Type.String(),
        kindTitle: Type.String(),
        organisationName: Type.String(),
        policyName: Nullable,
        amount_fen: Nullable,
        stateTitle: Type.String(),
        isFinal: Type.Boolean(),
        dueOn: Nullable,
      }),
    ),
    /** Whether this person may begin the one for the whole department, which exists once a year. */
    canBeginWhole: Type.Boolean(),
    canBeginPolicy: Type.Boolean(),
  }),
  run: async (context, { jurisdiction, year }) => {
    const kinds = [departmentWhole.kind, policyTarget.kind]
    const rows = await findOfficeTargets(context.db, {
      jurisdictionId: jurisdiction,
      fiscalYear: year,
      kinds,
    })
    const { role, jurisdictionId, organisationId } = context.actor
    const isHome = jurisdiction === jurisdictionId
    const isThere = rows.some(
      (row) =>
        row.kind === departmentWhole.kind && row.organisationId === organisationId && row.state !== 'refused',
    )
    return {
      items: rows.map(({ organisationId: _id, state, ...row }) => {
        const kind = getRecordKind(row.kind)
        return {
          ...row,
          kindTitle: kind.title,
          stateTitle: kind.workflow.states[state]?.title ?? state,
          isFinal: kind.workflow.states[state]?.isFinal ?? false,
        }
      }),
      canBeginWhole: isHome && departmentWhole.createdBy.includes(role) && !isThere,
      canBeginPolicy: isHome && policyTarget.createdBy.includes(role),
    }
  },
})
