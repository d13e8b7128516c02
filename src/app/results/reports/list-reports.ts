import { Type } from 'typebox'
import { circular, REPORT_READERS, specialReport } from '../../../domain/results/index.ts'
import type { Role } from '../../../domain/org/roles.ts'
import { getRecordKind } from '../../../domain/record-kinds.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import { findReportLines, insertReceipt } from '../../../storage/receipt-repository.ts'
import { requireOwnPlace } from '../../kernel/own-place.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { getRecordData } from '../../records/record-data.ts'

/** Whom a report is for sees it once it is signed, not while it is written. */
const ADDRESSED: readonly Role[] = ['congress', 'audit']
const SIGNED = ['signed', 'sent', 'closed']

/** 专报和通报 of a place and year: where each stands, its number, how many have received it. */
export const listReports = defineUseCase({
  id: 'results.listReports',
  title: '查看专报和通报',
  stage: 'results',
  kind: 'query',
  by: REPORT_READERS,
  input: Type.Object(
    {
      jurisdiction: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{6}$' })),
      year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    canBegin: Type.Array(Type.Object({ kind: Type.String(), title: Type.String() })),
    items: Type.Array(
      Type.Object({
        recordId: Type.String(),
        kind: Type.String(),
        title: Type.String(),
        state: Type.String(),
        stateTitle: Type.String(),
        documentNumber: Type.Union([Type.String(), Type.Null()]),
        signedOn: Type.Union([Type.String(), Type.Null()]),
        recipients: Type.Integer(),
        received: Type.Integer(),
        /** Of an office a 通报 was sent to, before it has received it. */
        canReceive: Type.Boolean(),
      }),
    ),
  }),
  run: async (context, { jurisdiction, year }) => {
    requireOwnPlace(context, jurisdiction)
    const { role, jurisdictionId: own } = context.actor
    const jurisdictionId = jurisdiction ?? own
    const lines = await findReportLines(context.db, {
      jurisdictionId,
      fiscalYear: year,
      ...(ADDRESSED.includes(role) ? { states: SIGNED } : {}),
    })
    const isMine = jurisdictionId === own
    const canBegin = [specialReport, circular].filter(
      ({ kind, createdBy }) =>
        isMine && createdBy.includes(role) && !lines.some((line) => line.kind === kind),
    )
    return {
      canBegin: canBegin.map(({ kind, title }) => ({ kind, title })),
      items: lines.map(({ hasOwnReceipt, ...line }) => ({
        ...line,
        stateTitle: getRecordKind(line.kind).workflow.states[line.state]?.title ?? line.state,
        canReceive:
          role === 'department' && line.kind === circular.kind && line.state === 'sent' && !hasOwnReceipt,
      })),
    }
  },
})

/** 签收通报: a department of the place confirms that it has received it; a second time says so. */
export const confirmReceipt = defineUseCase({
  id: 'results.confirmReceipt',
  title: '签收通报',
  stage: 'results',
  kind: 'command',
  by: ['department'],
  input: Type.Object({ recordId: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  output: Type.Object({ recordId: Type.String(), receivedOn: Type.String() }),
  run: async (context, { recordId }) => {
    const { record, kind } = await getRecordData(context, recordId)
    if (kind !== circular) throw new DomainError('NOT_FOUND', '没有找到这份通报，请从“专报和通报”页面签收。')
    const { jurisdictionId } = record
    const { organisationId, personId } = context.actor
    const isNew = await insertReceipt(context.db, {
      ...{ jurisdictionId, recordId, organisationId, personId },
      id: context.newId(),
      now: context.now,
    })
    if (!isNew) throw new DomainError('ACTION_NOT_AVAILABLE', '本单位已经签收过这份通报，不用再签收。')
    context.changed({ kind: kind.kind, id: recordId, jurisdictionId }, [
      { field: 'receipt', from: null, to: organisationId },
    ])
    return { recordId, receivedOn: context.today }
  },
})
