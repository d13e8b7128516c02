import { Type } from 'typebox'
import { exanteDraw, exanteEvaluation, exanteScoreSheet } from '../../../domain/exante/index.ts'
import type { ExanteEvaluationContent } from '../../../domain/forms/contents.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import { findPanelSheets } from '../../../storage/panel-repository.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { findLatestRecord, getRecordData } from '../../records/record-data.ts'

const MaybeText = Type.Union([Type.String(), Type.Null()])

/**
 * 评分进度: who of a panel has pledged, handed in or stood back. Never a score: those stand in the
 * evaluation itself once scoring is closed.
 */
export const viewPanel = defineUseCase({
  id: 'exante.viewPanel',
  title: '查看评分进度',
  stage: 'exante',
  kind: 'query',
  by: ['finance_performance', 'finance_business', 'finance_leader', 'province'],
  input: Type.Object({ recordId: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  output: Type.Object({
    members: Type.Array(
      Type.Object({
        name: Type.String(),
        isLead: Type.Boolean(),
        /** Whether this person is on the panel now; otherwise replaced or withdrawn. */
        isOnPanel: Type.Boolean(),
        state: Type.String(),
        stateTitle: Type.String(),
        since: Type.String(),
        conflictNote: MaybeText,
      }),
    ),
    draw: Type.Union([
      Type.Null(),
      Type.Object({ recordId: Type.String(), state: Type.String(), stateTitle: Type.String() }),
    ]),
  }),
  run: async (context, { recordId }) => {
    const data = await getRecordData(context, recordId)
    if (data.kind !== exanteEvaluation)
      throw new DomainError('NOT_FOUND', '没有找到这次评估，请从项目档案进入。')
    const experts = (data.content as ExanteEvaluationContent).experts ?? []
    const sheets = await findPanelSheets(context.db, recordId)
    const draw = data.project && (await findLatestRecord(context, data.project, exanteDraw.kind))
    return {
      members: sheets.map(({ person, name, state, since, conflictNote }) => ({
        name,
        isLead: experts.some((one) => one.person === person && one.isLead === true),
        isOnPanel: state !== 'withdrawn' && experts.some((one) => one.person === person),
        state,
        stateTitle: exanteScoreSheet.workflow.states[state]?.title ?? state,
        since,
        conflictNote,
      })),
      draw: draw
        ? {
            recordId: draw.record.id,
            state: draw.record.state,
            stateTitle: exanteDraw.workflow.states[draw.record.state]?.title ?? draw.record.state,
          }
        : null,
    }
  },
})
