import { checkValuePublished } from '../../../domain/exante/checks/index.ts'
import { computeExpertDraw, valueText } from '../../../domain/exante/compute/index.ts'
import { exanteDraw } from '../../../domain/exante/index.ts'
import type { ExanteDrawContent, ExanteEvaluationContent } from '../../../domain/forms/contents.ts'
import type { Content } from '../../../domain/forms/form.ts'
import type { Context } from '../../kernel/context.ts'
import { defineAct } from '../../records/act.ts'
import { getRecordData, type RecordData, storeContent } from '../../records/record-data.ts'
import { digestText, rosterOf } from './roster.ts'
import { requireOpenPanel } from './seal-roster.ts'

/** 抽取专家: the value is public now; order and panel follow from it and from what was sealed. */
export const drawPanel = defineAct(exanteDraw, 'draw', {
  gate: async (context, data) => {
    await requireOpenPanel(context, data)
    return checkValuePublished(data.content as ExanteDrawContent, context.today)
  },
  complete: async (_context, data) => {
    const content = data.content as ExanteDrawContent
    const value = valueText(content.publicValue ?? '')
    const drawn = computeExpertDraw(rosterOf(data.record.id, content), value, digestText)
    const personOf = new Map((content.roster ?? []).map(({ entry, person }) => [entry, person]))
    return {
      ...content,
      publicValue: value,
      seed: drawn.seed,
      panel: drawn.panel.map(({ id, field, place }) => ({
        entry: id,
        person: personOf.get(id),
        field,
        place,
      })),
      order: drawn.order.map(({ id, place, key }) => ({ place, entry: id, person: personOf.get(id), key })),
    } as Content
  },
  effect: async (context, data) => {
    const evaluation = await requireOpenPanel(context, data)
    await namePanel(context, evaluation, data.content as ExanteDrawContent)
  },
})

/** Writes the drawn panel into the evaluation; who leads it stays as it was, where that person stays. */
export async function namePanel(
  context: Context,
  evaluation: RecordData,
  draw: ExanteDrawContent,
  successors: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const locked = await getRecordData(context, evaluation.record.id, { isLocked: true })
  const before = (locked.content as ExanteEvaluationContent).experts ?? []
  const leads = before
    .filter(({ isLead }) => isLead)
    .map(({ person }) => successors.get(person ?? '') ?? person)
  const roster = new Map((draw.roster ?? []).map((line) => [line.entry, line]))
  const experts = (draw.panel ?? []).map(({ entry, person, field }) => ({
    ...(person ? { person } : {}),
    ...(field ? { field } : {}),
    employer: roster.get(entry)?.employer ?? '',
    isConflictDeclared: false,
    isLead: leads.includes(person),
  }))
  await storeContent(context, locked, { ...locked.content, experts })
  const { id, projectId, jurisdictionId } = locked.record
  context.changed({ kind: locked.kind.kind, id, projectId, jurisdictionId }, [
    { field: 'experts', from: before.map(({ person }) => person), to: experts.map(({ person }) => person) },
  ])
}
