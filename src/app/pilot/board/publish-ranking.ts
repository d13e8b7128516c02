import { Type } from 'typebox'
import { DomainError } from '../../../domain/shared/errors.ts'
import { rankNote } from '../../../domain/pilot/index.ts'
import type { PilotRankNoteContent } from '../../../domain/forms/contents.ts'
import { formatScore, formatWeight } from '../../../domain/shared/score.ts'
import { findPublishedRank, findRegisterRows, insertRanking } from '../../../storage/pilot-repository.ts'
import { defineAct } from '../../records/act.ts'
import { NOTHING_TO_SAY, type RecordBehaviour } from '../../records/behaviour.ts'
import { defineBegin } from '../../records/begin-record.ts'
import { requireOwnPlace } from '../../kernel/own-place.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { rankPlaces } from './view-ranking.ts'

/** 公布排名: the ranking of today becomes what each place sees of itself; it stays as it was. */
export const publishRanking = defineUseCase({
  id: 'pilot.publishRanking',
  title: '公布推进情况排名',
  stage: 'pilot',
  kind: 'command',
  by: ['province'],
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Object({ places: Type.Integer() }),
  run: async (context) => {
    const { places, source } = await rankPlaces(context)
    if (places.length === 0) {
      throw new DomainError('ACTION_NOT_AVAILABLE', '还没有地区确定试点项目，没有排名可以公布。')
    }
    await insertRanking(
      context.db,
      places.map(({ id, rank, isTied, total_x100, lines }) => ({
        jurisdiction_id: id,
        id: context.newId(),
        published_on: context.today,
        published_by: context.actor.personId,
        rank,
        places: places.length,
        is_tied: isTied,
        total_x100,
        lines: [...lines],
        source,
      })),
    )
    const { jurisdictionId } = context.actor
    context.changed({ kind: 'pilot.ranking', id: null, jurisdictionId }, [
      { field: 'publishedOn', from: null, to: context.today },
    ])
    return { places: places.length }
  },
})

const MaybeText = Type.Union([Type.String(), Type.Null()])

/** 本地区排名: what was published of a place, and what the place and the region said about it. */
export const viewOwnRank = defineUseCase({
  id: 'pilot.ownRank',
  title: '查看本地区推进情况排名',
  stage: 'pilot',
  kind: 'query',
  by: ['finance_business', 'finance_performance', 'finance_leader', 'province', 'congress', 'audit'],
  input: Type.Object(
    { jurisdiction: Type.String({ pattern: '^[0-9A-Z]{6}$' }) },
    { additionalProperties: false },
  ),
  output: Type.Object({
    published: Type.Union([
      Type.Null(),
      Type.Object({
        publishedOn: Type.String(),
        rank: Type.Integer(),
        places: Type.Integer(),
        isTied: Type.Boolean(),
        total_x100: Type.Integer(),
        source: Type.String(),
        lines: Type.Array(
          Type.Object({
            id: Type.String(),
            label: Type.String(),
            weight_x100: Type.Integer(),
            points_x100: Type.Integer(),
            why: Type.String(),
          }),
        ),
      }),
    ]),
    notes: Type.Array(
      Type.Object({
        recordId: Type.String(),
        stateTitle: Type.String(),
        note: Type.String(),
        answer: MaybeText,
      }),
    ),
  }),
  run: async (context, { jurisdiction }) => {
    requireOwnPlace(context, jurisdiction)
    const published = await findPublishedRank(context.db, jurisdiction)
    const notes = await findRegisterRows(context.db, [rankNote.kind], jurisdiction)
    return {
      published: published ? { ...published, lines: [...published.lines] } : null,
      notes: notes.map(({ recordId, state, content }) => {
        const { note, answer } = content as PilotRankNoteContent
        return {
          recordId,
          stateTitle: rankNote.workflow.states[state]?.title ?? state,
          note: note ?? '',
          answer: answer ?? null,
        }
      }),
    }
  },
})

/** 排名说明: begins with the rank as published. */
export const rankNoteBehaviour: RecordBehaviour = {
  kind: rankNote.kind,
  prefill: async (context) => {
    const published = await findPublishedRank(context.db, context.actor.jurisdictionId)
    if (!published) {
      const message = '自治区还没有公布排名，公布以后才能提交说明。'
      throw new DomainError('ACTION_NOT_AVAILABLE', message)
    }
    const { publishedOn, rank, total_x100, lines } = published
    const why = lines
      .map(
        (line) =>
          `${line.label}${formatScore(line.points_x100)}/${formatWeight(line.weight_x100)}分（${line.why}）`,
      )
      .join('；')
    return { rankedOn: publishedOn, rank, score_x100: total_x100, why: why.slice(0, 3000) }
  },
  assess: async () => NOTHING_TO_SAY,
}

/** 提交说明、答复. */
export const sendRankNote = defineAct(rankNote, 'send')
export const answerRankNote = defineAct(rankNote, 'answer')
export const beginRankNote = defineBegin(rankNote, rankNoteBehaviour)
