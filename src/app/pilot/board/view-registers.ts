import { Type } from 'typebox'
import type {
  PilotAdoptionContent,
  PilotLeadGroupContent,
  PilotMeetingContent,
  PilotPublicityContent,
  PilotSupervisionContent,
} from '../../../domain/forms/contents.ts'
import { optionLabel } from '../../../domain/forms/form-index.ts'
import {
  adoption,
  leadGroup,
  meeting,
  programme,
  publicity,
  supervision,
} from '../../../domain/pilot/index.ts'
import { formatDate } from '../../../domain/shared/dates.ts'
import { findRegisterRows, type RegisterRow, sumPublicity } from '../../../storage/pilot-repository.ts'
import { tellPublicity } from '../../../domain/pilot/story/tell-publicity.ts'
import type { Context } from '../../kernel/context.ts'
import { requireOwnPlace } from '../../kernel/own-place.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { getForm } from '../../records/record-data.ts'

const MaybeText = Type.Union([Type.String(), Type.Null()])
const KINDS = [programme, leadGroup, meeting, supervision, publicity, adoption]

/** 联合推进和登记: lead group, meetings, 督办, publicity, roll-out; of one place, or of all for the region. */
export const viewRegisters = defineUseCase({
  id: 'pilot.registers',
  title: '试点联合推进和登记',
  stage: 'pilot',
  kind: 'query',
  by: ['finance_business', 'finance_performance', 'finance_leader', 'province', 'congress', 'audit'],
  input: Type.Object(
    { jurisdiction: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{6}$' })) },
    { additionalProperties: false },
  ),
  output: Type.Object({
    today: Type.String(),
    items: Type.Array(
      Type.Object({
        recordId: Type.String(),
        kind: Type.String(),
        jurisdictionId: Type.String(),
        jurisdictionName: Type.String(),
        state: Type.String(),
        stateTitle: Type.String(),
        isFinal: Type.Boolean(),
        /** The day it is about: held, due, adopted, effective. */
        on: MaybeText,
        isOverdue: Type.Boolean(),
        name: Type.String(),
        who: MaybeText,
        detail: MaybeText,
        people: Type.Union([Type.Integer(), Type.Null()]),
      }),
    ),
    publicity: Type.Object({
      activities: Type.Integer(),
      people: Type.Integer(),
      sentence: Type.String(),
    }),
  }),
  run: async (context, { jurisdiction }) => {
    requireOwnPlace(context, jurisdiction)
    const isAll =
      context.scope === 'province' && (jurisdiction === undefined || jurisdiction === ownPlace(context))
    const place = isAll ? undefined : (jurisdiction ?? ownPlace(context))
    const rows = await findRegisterRows(
      context.db,
      KINDS.map(({ kind }) => kind),
      place,
    )
    return {
      today: context.today,
      items: rows.map((row) => present(context, row)),
      publicity: await countPublicity(context, place),
    }
  },
})

function ownPlace({ actor }: Context): string {
  return actor.jurisdictionId
}

/** How many activities are registered, and how many people they reached; the pilot report says the same. */
export async function countPublicity(context: Context, jurisdictionId?: string) {
  const sum = await sumPublicity(context.db, jurisdictionId === undefined ? {} : { jurisdictionId })
  return { ...sum, sentence: tellPublicity(sum) ?? '还没有登记宣传活动。' }
}

function present(context: Context, row: RegisterRow) {
  const kind = KINDS.find((one) => one.kind === row.kind) ?? meeting
  const state = kind.workflow.states[row.state]
  const isFinal = state?.isFinal ?? false
  const told = tell(context, row)
  return {
    recordId: row.recordId,
    kind: row.kind,
    jurisdictionId: row.jurisdictionId,
    jurisdictionName: row.jurisdictionName,
    state: row.state,
    stateTitle: state?.title ?? row.state,
    isFinal,
    isOverdue: !isFinal && row.dueOn !== null && row.dueOn < context.today,
    people: null,
    who: null,
    ...told,
    on: told.on ?? null,
  }
}

/** What a line says of its record, by its kind. */
function tell(context: Context, { kind, content, title, organisationName, createdOn }: RegisterRow) {
  switch (kind) {
    case leadGroup.kind: {
      const { members, duties, establishedOn, documentNumber } = content as PilotLeadGroupContent
      const head = members?.find(({ role }) => role === 'head')?.name
      return {
        name: documentNumber || title,
        on: establishedOn,
        who: head ? `组长：${head}` : null,
        detail: `成员${members?.length ?? 0}人，职责${duties?.length ?? 0}项`,
      }
    }
    case meeting.kind: {
      const { name, heldOn, chair, decisions } = content as PilotMeetingContent
      const detail = `议定事项${decisions?.length ?? 0}项`
      return { name: name ?? title, on: heldOn, who: chair ? `主持：${chair}` : null, detail }
    }
    case supervision.kind: {
      const { task, dueOn, result } = content as PilotSupervisionContent
      return { name: task ?? title, on: dueOn, who: organisationName ?? '财政业务股', detail: result ?? null }
    }
    case publicity.kind: {
      const { name, heldOn, form, audience, people, link } = content as PilotPublicityContent
      const how = optionLabel(getForm(context, 'pilot/publicity'), 'form', form)
      return {
        name: name ?? title,
        on: heldOn,
        who: [how, audience].filter(Boolean).join(' · ') || null,
        detail: link ?? null,
        people: people ?? null,
      }
    }
    case adoption.kind: {
      const { blueprint, blueprintVersion, adoptedOn, adaptedParts, fromPlaces } =
        content as PilotAdoptionContent
      const parts = adaptedParts?.length ?? 0
      return {
        name: `${blueprint ?? title}（${blueprintVersion ?? '未填版本'}）`,
        on: adoptedOn,
        who: fromPlaces ? `来自${fromPlaces}` : null,
        detail:
          parts === 0 ? '没有调整' : `调整${parts}处：${adaptedParts?.map(({ part }) => part).join('、')}`,
      }
    }
    default: {
      const from = (content['effectiveFrom'] as string | undefined) ?? null
      return {
        name: title,
        on: from,
        detail: from ? `${formatDate(from)}起用` : `${formatDate(createdOn)}新建`,
      }
    }
  }
}
