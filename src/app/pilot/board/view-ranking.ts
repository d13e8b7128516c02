import { Type } from 'typebox'
import { rowsOf } from '../../../domain/forms/form-index.ts'
import type { PilotRankNoteContent } from '../../../domain/forms/contents.ts'
import { computePlaceRanking, type RankedPlace } from '../../../domain/pilot/compute/index.ts'
import { acceptance, rankNote } from '../../../domain/pilot/index.ts'
import { findPilotProgress } from '../../../storage/cockpit-repository.ts'
import { findRegisterRows, type RegisterRow } from '../../../storage/pilot-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { programmeAt } from '../programme/programme-at.ts'
import { placeAccounts } from './place-accounts.ts'

const MaybeText = Type.Union([Type.String(), Type.Null()])

export type Ranking = {
  readonly places: readonly RankedPlace[]
  readonly explanation: unknown
  readonly source: string
  readonly records: readonly RegisterRow[]
}

/** The places this person sees, ranked as things stand today. */
export async function rankPlaces(context: Context): Promise<Ranking> {
  const programme = await programmeAt(context)
  const progress = await findPilotProgress(context.db)
  const records = await findRegisterRows(context.db, [acceptance.kind, rankNote.kind])
  const accepted = records
    .filter(({ kind, state }) => kind === acceptance.kind && ['accepted', 'refused'].includes(state))
    .map(({ jurisdictionId, content }) => {
      const points = rowsOf(content, 'criteria').map((row) => Number(row['score_x100'] ?? 0))
      return [jurisdictionId, points.reduce((sum, one) => sum + one, 0)] as const
    })
  const { jurisdictionId } = context.actor
  const rules = context.rules.at({ date: context.today, jurisdiction: jurisdictionId })
  const { places, explanation } = computePlaceRanking(
    {
      places: placeAccounts(
        progress.filter(({ id }) => programme.places.has(id)),
        // Newest first: an earlier refusal does not count once there is a newer decision.
        {
          milestones: programme.milestones,
          today: context.today,
          accepted_x100: new Map([...accepted].reverse()),
        },
      ),
      items: programme.rankingItems,
    },
    rules,
  )
  return { places, explanation, source: programme.source, records }
}

/** 推进情况排名: rank, points, why, and what a place says about it. */
export const viewRanking = defineUseCase({
  id: 'pilot.ranking',
  title: '试点推进情况排名',
  stage: 'pilot',
  kind: 'query',
  by: ['province'],
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Object({
    today: Type.String(),
    source: Type.String(),
    explanation: Type.Unknown(),
    places: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        rank: Type.Integer(),
        isTied: Type.Boolean(),
        total_x100: Type.Integer(),
        lines: Type.Array(
          Type.Object({
            id: Type.String(),
            label: Type.String(),
            weight_x100: Type.Integer(),
            points_x100: Type.Integer(),
            why: Type.String(),
          }),
        ),
        explanation: Type.Unknown(),
        notes: Type.Array(
          Type.Object({
            recordId: Type.String(),
            stateTitle: Type.String(),
            note: Type.String(),
            answer: MaybeText,
          }),
        ),
      }),
    ),
  }),
  run: async (context) => {
    const { places, explanation, source, records } = await rankPlaces(context)
    return {
      today: context.today,
      source,
      explanation,
      places: places.map(({ id, name, rank, isTied, total_x100, lines, explanation: why }) => ({
        id,
        name,
        rank,
        isTied,
        total_x100,
        lines: [...lines],
        explanation: why,
        notes: records
          .filter((row) => row.kind === rankNote.kind && row.jurisdictionId === id)
          .map(presentNote),
      })),
    }
  },
})

function presentNote({ recordId, state, content }: RegisterRow) {
  const { note, answer } = content as PilotRankNoteContent
  return {
    recordId,
    stateTitle: rankNote.workflow.states[state]?.title ?? state,
    note: note ?? '',
    answer: answer ?? null,
  }
}
