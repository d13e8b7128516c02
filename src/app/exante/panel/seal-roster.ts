import { checkQuotas, checkValueUnknown } from '../../../domain/exante/checks/index.ts'
import { exanteDraw, exanteEvaluation } from '../../../domain/exante/index.ts'
import type { ExanteDrawContent } from '../../../domain/forms/contents.ts'
import type { Content } from '../../../domain/forms/form.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import type { Context } from '../../kernel/context.ts'
import { defineAct } from '../../records/act.ts'
import { findLatestRecord, type RecordData } from '../../records/record-data.ts'
import { assembleRoster, earlierDraws, rosterHashOf } from './roster.ts'

/** 封存名单: roster, quotas and the name of the value enter the ledger while the value is unknown. */
export const sealRoster = defineAct(exanteDraw, 'seal', {
  gate: async (context, data) => {
    await requireOpenPanel(context, data)
    const content = data.content as ExanteDrawContent
    return [
      ...checkValueUnknown(content, context.today),
      ...checkQuotas(content, await assembleRoster(context, data)),
    ]
  },
  complete: async (context, data) => {
    const lines = (await assembleRoster(context, data)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const content = {
      ...(data.content as ExanteDrawContent),
      earlier: await earlierDraws(context, data),
      roster: lines.map(({ id, person, name, fields, employer, reasons }) => ({
        entry: id,
        person,
        name,
        fields,
        employer,
        ...(reasons.length === 0 ? {} : { reasons: reasons.map(oneLine).join('\n') }),
      })),
    } as ExanteDrawContent
    return { ...content, rosterHash: rosterHashOf(data.record.id, content) } as Content
  },
})

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}

/** A panel is drawn before its scoring begins. @throws DomainError ACTION_NOT_AVAILABLE */
export async function requireOpenPanel(
  context: Context,
  { project, record }: RecordData,
): Promise<RecordData> {
  const evaluation = project && (await findLatestRecord(context, project, exanteEvaluation.kind))
  if (evaluation && ['draft', 'submitted'].includes(evaluation.record.state)) return evaluation
  throw new DomainError(
    'ACTION_NOT_AVAILABLE',
    evaluation
      ? '本项目的评估已经组织评分，不能再抽取专家。'
      : '本项目还没有事前绩效评估，请先新建评估，再抽取专家。',
    { version: record.version, availableActions: [] },
  )
}
