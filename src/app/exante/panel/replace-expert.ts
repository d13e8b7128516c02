import { type Drawn, nextInOrder } from '../../../domain/exante/compute/index.ts'
import { exanteDraw, exanteEvaluation } from '../../../domain/exante/index.ts'
import type { ExanteDrawContent } from '../../../domain/forms/contents.ts'
import type { Content } from '../../../domain/forms/form.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import { findPanelSheets } from '../../../storage/panel-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { type ActInput, defineAct } from '../../records/act.ts'
import { findLatestRecord, type RecordData } from '../../records/record-data.ts'
import { layOutSheets } from '../open-scoring.ts'
import { namePanel } from './draw-panel.ts'
import { rosterOf } from './roster.ts'
import { withdrawSheets } from './withdraw-sheets.ts'

type Leaving = { readonly person: string; readonly reason: string }

/**
 * 更换专家: whoever stood back, or was named with a written reason, gives way to the next in the order
 * that was drawn. Nobody chooses the successor.
 */
export const replaceExpert = defineAct(exanteDraw, 'replace', {
  gate: async (context, data, input) => {
    await leavingOf(context, data, input)
    return []
  },
  complete: async (context, data, input) => {
    const leaving = await leavingOf(context, data, input)
    const content = data.content as ExanteDrawContent
    return withSuccessors(context, data, content, leaving)
  },
  effect: async (context, data) => {
    const evaluation = await requireEvaluation(context, data)
    const draw = data.content as ExanteDrawContent
    const fresh = (draw.replacements ?? []).slice(-countOf(draw))
    const successors = new Map(fresh.map(({ replaced, successor }) => [replaced ?? '', successor ?? '']))
    await namePanel(context, evaluation, draw, successors)
    if (evaluation.record.state !== 'scoring') return
    for (const { replaced, successor } of fresh) {
      if (replaced) await withdrawSheets(context, evaluation, [replaced], replaced)
      if (successor) await layOutSheets(context, evaluation, [successor])
    }
  },
})

/** How many lines the last replacement added. */
function countOf(draw: ExanteDrawContent): number {
  const rows = draw.replacements ?? []
  const last = rows[rows.length - 1]
  return rows.filter(({ round }) => round === last?.round).length
}

async function requireEvaluation(context: Context, { project }: RecordData): Promise<RecordData> {
  const evaluation = project && (await findLatestRecord(context, project, exanteEvaluation.kind))
  if (evaluation && ['draft', 'submitted', 'scoring'].includes(evaluation.record.state)) return evaluation
  throw new DomainError('ACTION_NOT_AVAILABLE', '评分已经结束，不能再更换专家。', { availableActions: [] })
}

/** Whom the act takes off the panel, and why. @throws DomainError when there is nobody, or no reason */
async function leavingOf(context: Context, data: RecordData, input: ActInput): Promise<Leaving[]> {
  const evaluation = await requireEvaluation(context, data)
  const { panel, replacing } = data.content as ExanteDrawContent
  const people = (panel ?? []).flatMap(({ person }) => (person ? [person] : []))
  const sheets = await findPanelSheets(context.db, evaluation.record.id)
  const recused = sheets
    .filter(
      ({ person, state, conflictNote }) => state === 'withdrawn' && conflictNote && people.includes(person),
    )
    .filter(({ person }) => !sheets.some((one) => one.person === person && one.state !== 'withdrawn'))
    .map(({ person, conflictNote }) => ({ person, reason: `申报回避：${conflictNote ?? ''}` }))
  if (!replacing || recused.some(({ person }) => person === replacing)) {
    if (recused.length > 0) return recused
    throw new DomainError(
      'INVALID_INPUT',
      '没有专家申报回避，也没有选定需要更换的专家，请先选定并写明理由。',
      {
        places: [{ field: 'replacing', problem: '没有选定' }],
      },
    )
  }
  const reason = input.opinion?.trim()
  if (!people.includes(replacing) || !reason) {
    throw new DomainError(
      'INVALID_INPUT',
      reason ? '选定的人不在专家组中，请重新选择。' : '更换专家须在意见中写明理由。',
      { places: [{ field: reason ? 'replacing' : 'opinion', problem: '请填写' }] },
    )
  }
  if (sheets.some(({ person, state }) => person === replacing && state === 'submitted')) {
    throw new DomainError('ACTION_NOT_AVAILABLE', '这位专家已经提交评分，不能再更换。', {
      availableActions: [],
    })
  }
  return [...recused, { person: replacing, reason }]
}

function withSuccessors(
  context: Context,
  { record }: RecordData,
  content: ExanteDrawContent,
  leaving: readonly Leaving[],
): Content {
  const roster = rosterOf(record.id, content)
  const order = (content.order ?? []).map(({ entry, place, key }) => ({
    id: entry ?? '',
    place: place ?? 0,
    key: key ?? '',
  }))
  const personOf = new Map((content.roster ?? []).map(({ entry, person }) => [entry, person]))
  const entryOf = new Map((content.roster ?? []).map(({ entry, person }) => [person, entry ?? '']))
  const before = content.replacements ?? []
  const gone = before.flatMap(({ replaced }) => (replaced ? [entryOf.get(replaced) ?? ''] : []))
  const round = Math.max(0, ...before.map((row) => row.round ?? 0)) + 1
  let panel = content.panel ?? []
  const added = leaving.map(({ person, reason }, index) => {
    const seat = panel.find((one) => one.person === person)
    const used = [...gone, ...panel.flatMap(({ entry }) => (entry ? [entry] : []))]
    const next: Drawn | undefined = nextInOrder(roster, order, seat?.field ?? '', used)
    gone.push(entryOf.get(person) ?? '')
    panel = panel.flatMap((one) =>
      one.person !== person
        ? [one]
        : next
          ? [{ ...one, entry: next.id, person: personOf.get(next.id) ?? '', place: next.place }]
          : [],
    )
    return {
      number: before.length + index + 1,
      round,
      replaced: person,
      ...(next ? { successor: personOf.get(next.id) ?? '', place: next.place } : {}),
      ...(seat?.field ? { field: seat.field } : {}),
      reason: next ? reason : `${reason}（该领域名单已用完，没有递补）`,
      on: context.today,
    }
  })
  const { replacing: _replacing, ...rest } = content
  return { ...rest, panel, replacements: [...before, ...added] } as Content
}
