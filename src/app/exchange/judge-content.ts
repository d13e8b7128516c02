import type { Entity } from '../../domain/exchange/profile.ts'
import { type Said, type TakenOver, takeOver } from '../../domain/exchange/take-over.ts'
import type { Content } from '../../domain/forms/form.ts'
import { validateContent } from '../../domain/forms/validate.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import type { Context } from '../kernel/context.ts'
import { editableSections } from '../records/own-fields.ts'
import { getForm } from '../records/record-data.ts'
import { blocked, type Row, saidIn, type Verdict } from './verdict.ts'

/** A record a row would be written into, as far as judging it needs to know. */
export type Into = {
  readonly kind: string
  readonly state: string
  readonly content: Content
  readonly recordId: string | null
}

/** A record as it will be when it is begun. */
export function unbegun(kind: string): Into {
  return { kind, state: getRecordKind(kind).workflow.initial, content: {}, recordId: null }
}

/** A row of a record in a state: what stands in sections this person writes in now, if the form holds it. */
export function judgeContent(context: Context, row: Row, into: Into): Verdict {
  const { entity, difference, theirs } = row
  const no = (obstacle: string) => blocked(obstacle, into.recordId)
  const said = difference.kind === 'withdrawn' ? {} : saidIn(difference)
  const whole = take(row, said, into)
  if (whole.taken.length === 0) return no('这些栏由系统产生，不由交换表改写')
  const closed = closedSection(context, into, whole.patch)
  const written = closed === undefined ? whole : takeOpen(context, row, said, into)
  if (written.taken.length === 0) return no(closed ?? '')
  if (difference.kind === 'new' && hasTwin(entity, theirs, into.content))
    return no('表中已有同名的指标，请核对后在表里修改')
  const form = getForm(context, getRecordKind(into.kind).form)
  const [fault] = validateContent(form, written.patch, { mode: 'draft', stored: into.content })
  if (fault) return no(fault.message.replace(/。$/, ''))
  return { recordId: into.recordId, group: null, taken: written.taken, obstacle: null }
}

function take({ entity, difference, own, theirs }: Row, said: Said, { content }: Into): TakenOver {
  return takeOver(difference.kind, entity, own ?? theirs, said, content)
}

/** Of a row that reaches into sections of others, only what is this person's. */
function takeOpen(context: Context, row: Row, said: Said, into: Into): TakenOver {
  const open = Object.entries(said).filter(([field, text]) => {
    const { patch, taken } = take(row, { [field]: text }, into)
    return taken.length > 0 && closedSection(context, into, patch) === undefined
  })
  return open.length === 0 ? { patch: {}, taken: [] } : take(row, Object.fromEntries(open), into)
}

/** The first section that this person may not write in now, in words. */
function closedSection(context: Context, { kind: name, state }: Into, patch: Content): string | undefined {
  const kind = getRecordKind(name)
  const form = getForm(context, kind.form)
  const touched = form.sections.filter(({ fields }) => fields.some(({ id }) => patch[id] !== undefined))
  const open = editableSections(context, { kind, form, record: { state } })
  const closed = touched.find(({ id }) => !open.includes(id))
  const title = kind.workflow.states[state]?.title ?? state
  return closed && `${kind.title}现为“${title}”，“${closed.title}”不由您填写`
}

/** An indicator typed by hand and sent by a file is one, whatever ids the two have. */
function hasTwin(entity: string, theirs: Entity, content: Content): boolean {
  const rows = content['indicators']
  if (entity !== 'indicator' || !Array.isArray(rows)) return false
  return rows.some(
    (row) =>
      row['level2'] === (theirs['level2'] ?? undefined) && row['name'] === (theirs['name'] ?? undefined),
  )
}
