import { isOfEntry } from '../../domain/exchange/project-entity.ts'
import { takenInto } from '../../domain/exchange/take-over.ts'
import { findField } from '../../domain/forms/form-index.ts'
import { ROLES } from '../../domain/org/roles.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import type { Context } from '../kernel/context.ts'
import { getForm } from '../records/record-data.ts'
import { judgeContent, unbegun } from './judge-content.ts'
import { judgeKnownProject } from './judge-project.ts'
import { misplacedRow } from './misplaced-row.ts'
import type { NewProject } from './new-projects.ts'
import { findOurRecord, type OurTables } from './our-tables.ts'
import { blocked, type Row, type Verdict } from './verdict.ts'

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
    return blocked(
      `文件中有 ${difference.repeats} 行是同一主键，无法判断以哪一行为准，请对方只留一行`,
      recordId,
    )
  const misplaced = misplacedRow(context, ours, row)
  if (misplaced !== undefined) return blocked(misplaced, recordId)
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
  const { entity, difference } = row
  const way = takenInto(entity)
  if (way === undefined && entity !== 'project') return blocked(LOCAL_ONLY)
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

/** Why a table that the system fills takes no rows from outside. */
function closedRows(context: Context, form: string, title: string, rows: string | undefined): string {
  const field = rows === undefined ? undefined : findField(getForm(context, form), rows)
  const isMade = field?.columns?.some((column) => column.readonly) ?? false
  return isMade
    ? `“${title}”的“${field?.label}”由系统从已批复的目标带出，不能增加行`
    : `没有找到这张“${title}”，请先按程序新建`
}
