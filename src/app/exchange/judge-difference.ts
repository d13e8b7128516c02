import type { Entity } from '../../domain/exchange/profile.ts'
import { isOfEntry } from '../../domain/exchange/project-entity.ts'
import { takenInto, takeOver } from '../../domain/exchange/take-over.ts'
import type { Content } from '../../domain/forms/form.ts'
import { findField } from '../../domain/forms/form-index.ts'
import { validateContent } from '../../domain/forms/validate.ts'
import { ROLES } from '../../domain/org/roles.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import type { Context } from '../kernel/context.ts'
import { editableSections } from '../records/own-fields.ts'
import { getForm } from '../records/record-data.ts'
import { judgeKnownProject } from './judge-project.ts'
import type { NewProject } from './new-projects.ts'
import { findOurRecord, type OurTables } from './our-tables.ts'
import { blocked, type Row, saidIn, type Verdict } from './verdict.ts'

/** Kinds of record that begin by being written into; the others are begun by a notice or an act. */
const BEGUN_BY_HAND = ['targets.sheet', 'project.budgetLine']
const LOCAL_ONLY = '这张表只核对，不写入'

/** Judges one row by the rights of this person and the states of what is behind it. */
export function judgeRow(
  context: Context,
  ours: OurTables,
  row: Row,
  newProject: NewProject | undefined,
): Verdict {
  const { entity, difference, own } = row
  const recordId = own?.['recordId'] ?? null
  if (difference.repeats > 1)
    return blocked(`文件中有 ${difference.repeats} 行是同一主键，无法判断以哪一行为准`, recordId)
  if (entity === 'project' && difference.kind !== 'new') return judgeKnownProject(context, ours, row)
  if (difference.isApproved) return blocked('目标已批复，须走调整程序', recordId)
  if (difference.kind === 'new') return judgeNewRow(context, ours, row, newProject)
  const record = recordId === null ? undefined : ours.records.get(recordId)
  if (!record || takenInto(entity) === undefined) return blocked(LOCAL_ONLY, recordId)
  return judgeContent(context, row, record)
}

function judgeNewRow(
  context: Context,
  ours: OurTables,
  row: Row,
  newProject: NewProject | undefined,
): Verdict {
  const { entity, difference, theirs } = row
  const way = takenInto(entity)
  if (way === undefined && entity !== 'project') return blocked(LOCAL_ONLY)
  const foreign = foreignPlace(context, ours, theirs)
  if (foreign !== undefined) return blocked(foreign)
  if (newProject !== undefined) return judgeWithProject(context, row, newProject)
  if (way === undefined) return blocked(LOCAL_ONLY)
  const kind = getRecordKind(way.kind)
  if (!BEGUN_BY_HAND.includes(way.kind)) return blocked(closedRows(context, kind.form, kind.title, way.rows))
  const code = difference.projectCode ?? ''
  if (ours.projects.get(code)?.isClassified) return blocked('这是涉密项目，不得从文件导入')
  const record = findOurRecord(ours, way.kind, code)
  if (record) return judgeContent(context, row, record)
  if (!kind.createdBy.includes(context.actor.role))
    return blocked(`还没有“${kind.title}”，须由${kind.createdBy.map((role) => ROLES[role]).join('、')}新建`)
  return judgeContent(context, row, unbegun(way.kind))
}

/** A row of a project that is entered by the same file. */
function judgeWithProject(context: Context, row: Row, { code, obstacle }: NewProject): Verdict {
  if (obstacle !== null) return blocked(obstacle)
  if (row.entity === 'project') {
    const fields = row.difference.fields.map(({ field }) => field)
    return { recordId: null, group: code, taken: fields.filter(isOfNewProject), obstacle }
  }
  const way = takenInto(row.entity)
  if (way === undefined || !BEGUN_BY_HAND.includes(way.kind))
    return blocked('新项目还没有这张表，请在办理到这一步时填写')
  const kind = getRecordKind(way.kind)
  // The budget line begins with the project, whoever enters it.
  if (way.kind !== 'project.budgetLine' && !kind.createdBy.includes(context.actor.role))
    return blocked(`“${kind.title}”须由${kind.createdBy.map((role) => ROLES[role]).join('、')}新建`)
  const verdict = judgeContent(context, row, unbegun(way.kind))
  return verdict.obstacle === null ? { ...verdict, group: code } : verdict
}

/** The offices of a known project are another matter: it is handed over, not rewritten. */
function isOfNewProject(field: string): boolean {
  return isOfEntry(field) || ['unitCode', 'unitName', 'departmentCode', 'departmentName'].includes(field)
}

type Into = {
  readonly kind: string
  readonly state: string
  readonly content: Content
  readonly recordId: string | null
}

/** A record as it will be when it is begun. */
function unbegun(kind: string): Into {
  return { kind, state: getRecordKind(kind).workflow.initial, content: {}, recordId: null }
}

/** A row of a record in a state: what stands in sections this person writes in now, if the form holds it. */
function judgeContent(context: Context, { entity, difference, own, theirs }: Row, into: Into): Verdict {
  const change = difference.kind
  const known = own ?? theirs
  const no = (obstacle: string) => blocked(obstacle, into.recordId)
  const said = change === 'withdrawn' ? {} : saidIn(difference)
  const parts =
    change === 'withdrawn' ? [said] : Object.entries(said).map(([field, text]) => ({ [field]: text }))
  const closed: string[] = []
  const open = parts.flatMap((part) => {
    const { patch, taken } = takeOver(change, entity, known, part, into.content)
    if (taken.length === 0) return []
    const section = closedSection(context, into.kind, into.state, patch)
    if (section !== undefined) closed.push(section)
    return section === undefined ? [part] : []
  })
  if (open.length === 0) return no(closed[0] ?? '这些栏由系统产生，不由交换表改写')
  if (change === 'new' && hasTwin(entity, theirs, into.content))
    return no('表中已有同名的指标，请核对后在表里修改')
  const { patch, taken } = takeOver(change, entity, known, Object.assign({}, ...open), into.content)
  const form = getForm(context, getRecordKind(into.kind).form)
  const [fault] = validateContent(form, patch, { mode: 'draft', stored: into.content })
  if (fault) return no(fault.message.replace(/。$/, ''))
  return { recordId: into.recordId, group: null, taken, obstacle: null }
}

/** The first section that this person may not write in now, in words. */
function closedSection(
  context: Context,
  kindName: string,
  state: string,
  patch: Content,
): string | undefined {
  const kind = getRecordKind(kindName)
  const form = getForm(context, kind.form)
  const open = editableSections(context, { kind, form, record: { state } })
  const closed = form.sections.find(
    ({ id, fields }) => !open.includes(id) && fields.some((field) => patch[field.id] !== undefined),
  )
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

/** A row of another place or year, which a file may hold as well. */
function foreignPlace({ actor }: Context, { fiscalYear }: OurTables, theirs: Entity): string | undefined {
  const { jurisdiction, year } = theirs
  const isForeign =
    (jurisdiction && jurisdiction !== actor.jurisdictionId) || (year && year !== String(fiscalYear))
  return isForeign ? '这一行属于别的地区或年度，不能写入' : undefined
}

/** Why a table that the system fills takes no rows from outside. */
function closedRows(context: Context, form: string, title: string, rows: string | undefined): string {
  const field = rows === undefined ? undefined : findField(getForm(context, form), rows)
  const isMade = field?.columns?.some((column) => column.readonly) ?? false
  return isMade
    ? `“${title}”的“${field?.label}”由系统从已批复的目标带出，不能增加行`
    : `没有找到这张“${title}”，请先按程序新建`
}
