import { Type } from 'typebox'
import {
  exanteRubric,
  findVersionAt,
  RUBRIC_SUBJECTS,
  type RubricSubject,
} from '../../../domain/exante/index.ts'
import type { ExanteRubricContent } from '../../../domain/forms/contents.ts'
import { dayOf } from '../../../domain/workflow/sentences.ts'
import { requireOwnPlace } from '../../kernel/own-place.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { findRecordData } from '../../records/record-data.ts'
import { findVersions } from './rubric-at.ts'

const MaybeText = Type.Union([Type.String(), Type.Null()])

/** 评分指标体系各版本: of a place, newest first, with who approved each and which one scoring takes now. */
export const listRubrics = defineUseCase({
  id: 'exante.listRubrics',
  title: '查看评分指标体系各版本',
  stage: 'exante',
  kind: 'query',
  by: ['finance_performance', 'finance_business', 'finance_leader', 'province'],
  input: Type.Object(
    { jurisdiction: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{6}$' })) },
    { additionalProperties: false },
  ),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        recordId: Type.String(),
        subject: Type.String(),
        effectiveFrom: MaybeText,
        basisText: MaybeText,
        stateTitle: Type.String(),
        approvedBy: MaybeText,
        approvedOn: MaybeText,
        isInForce: Type.Boolean(),
      }),
    ),
    /** Of which kinds of object the rules' own rubric is in force here. */
    defaults: Type.Array(Type.String()),
  }),
  run: async (context, { jurisdiction }) => {
    requireOwnPlace(context, jurisdiction)
    const jurisdictionId = jurisdiction ?? context.actor.jurisdictionId
    const records = await findRecordData(context, { jurisdictionId, kind: exanteRubric.kind })
    const versions = await findVersions(context, jurisdictionId)
    const moment = { day: context.today, at: context.now }
    const subjects = Object.keys(RUBRIC_SUBJECTS) as RubricSubject[]
    const inForce = subjects.map((subject) => ({
      subject,
      recordId: findVersionAt(versions, subject, moment)?.recordId,
    }))
    const items = records.map(({ record, content, acts }) => {
      const { subject, effectiveFrom, basisText } = content as ExanteRubricContent
      const approved = acts.find(({ action }) => action === 'approve')
      return {
        recordId: record.id,
        subject: RUBRIC_SUBJECTS[subject ?? 'project'],
        effectiveFrom: effectiveFrom ?? null,
        basisText: basisText ?? null,
        stateTitle: exanteRubric.workflow.states[record.state]?.title ?? record.state,
        approvedBy: approved?.personName ?? null,
        approvedOn: approved ? dayOf(approved.actedAt) : null,
        isInForce: inForce.some(({ recordId }) => recordId === record.id),
      }
    })
    return {
      items: items.toReversed(),
      defaults: inForce.flatMap(({ subject, recordId }) => (recordId ? [] : [RUBRIC_SUBJECTS[subject]])),
    }
  },
})
