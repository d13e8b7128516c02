import { Type } from 'typebox'
import { budgetDecision } from '../../../domain/results/index.ts'

/** Who weighs the money: the finance bureau of the place; the database holds to it too. */
export const WEIGHED_BY = ['finance_business', 'finance_performance', 'finance_leader'] as const
/** Who works on a scenario; the leader reads. */
export const WORKED_BY = ['finance_business', 'finance_performance'] as const
/** Adopting writes decisions, so it is for those who may begin one. */
export const ADOPTED_BY = budgetDecision.createdBy

export const closed = { additionalProperties: false } as const
export const Id = Type.String({ format: 'uuid' })
export const Year = Type.Integer({ minimum: 2000, maximum: 2100 })
export const Name = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })
/** An amount as the text of integer fen, not negative. */
export const Fen = Type.String({ pattern: '^\\d{1,16}$' })
const MaybeFen = Type.Union([Fen, Type.Null()])

export const Settings = Type.Object(
  {
    envelope_fen: Fen,
    performance_bp: Type.Integer({ minimum: 1, maximum: 10_000 }),
    departments: Type.Array(
      Type.Object(
        {
          departmentId: Id,
          departmentName: Type.String({ maxLength: 100 }),
          min_fen: MaybeFen,
          max_fen: MaybeFen,
        },
        closed,
      ),
      { maxItems: 500 },
    ),
  },
  closed,
)

/** What a person changed of lines; the rest of a line comes from records. */
export const Edits = Type.Array(
  Type.Object(
    {
      projectId: Id,
      request_fen: Type.Optional(Fen),
      cap_fen: Type.Optional(MaybeFen),
      guarantee_fen: Type.Optional(Fen),
      contract_fen: Type.Optional(Fen),
      isMustKeep: Type.Optional(Type.Boolean()),
      isWhole: Type.Optional(Type.Boolean()),
      fixed_fen: Type.Optional(MaybeFen),
    },
    closed,
  ),
  { maxItems: 5000 },
)
