import { entryOf } from '../../domain/exchange/project-entity.ts'
import type { Entity } from '../../domain/exchange/profile.ts'
import type { Content } from '../../domain/forms/form.ts'
import { findField } from '../../domain/forms/form-index.ts'
import { validateContent } from '../../domain/forms/validate.ts'
import { findOrganisations, type Organisation } from '../../storage/organisation-repository.ts'
import type { Context } from '../kernel/context.ts'
import { createProject } from '../projects/save-project.ts'
import { getForm } from '../records/record-data.ts'
import { isForeign } from './misplaced-row.ts'
import type { OurTables } from './our-tables.ts'
import type { Row } from './verdict.ts'

/** A project that a file holds and we do not. */
export type NewProject = {
  readonly code: string
  /** What it would be entered with. */
  readonly content: Content
  /** Why it is not entered from this file, in words: what the file does not say is not guessed. */
  readonly obstacle: string | null
}

const PROJECT_TABLE = '“项目基本信息”（X_PROJECT）'

/**
 * The projects that new rows of a file belong to and that this person does not have, by code: each with what it
 * would be entered with, if the file says enough for a project with its goal and its budget.
 */
export async function planNewProjects(
  context: Context,
  ours: OurTables,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, NewProject>> {
  const byCode = new Map<string, Row[]>()
  for (const row of rows) {
    const code = row.difference.projectCode
    if (row.difference.kind !== 'new' || !code || ours.projects.has(code)) continue
    if (isForeign(context, ours, row.theirs)) continue
    const own = byCode.get(code)
    if (own) own.push(row)
    else byCode.set(code, [row])
  }
  if (byCode.size === 0) return new Map()
  const offices = await findOrganisations(context.db, { jurisdictionId: context.actor.jurisdictionId })
  return new Map([...byCode].map(([code, own]) => [code, planOne(context, offices, code, own)]))
}

function planOne(
  context: Context,
  offices: readonly Organisation[],
  code: string,
  rows: readonly Row[],
): NewProject {
  const row = rows.find(({ entity }) => entity === 'project')
  const no = (obstacle: string, content: Content = {}) => ({ code, content, obstacle })
  if (!row) return no(`您的范围内没有这个项目；新建须有${PROJECT_TABLE}一行，文件里没有，请对方补上`)
  if (row.difference.repeats > 1)
    return no(`${PROJECT_TABLE}中这个项目不止一行，无法判断以哪一行为准，请对方只留一行`)
  if (!/^[0-9A-Z]{1,21}$/.test(code)) return no('项目代码应为 21 位以内的数字和大写字母，请核对后再新建')
  if (row.theirs['isClassified'] === 'true') return no('涉密项目不得从文件导入，请按保密规定登记编号')
  const { role } = context.actor
  if (createProject.by === 'everyone' || !createProject.by.includes(role))
    return no('项目不由您入库，请由实施单位或主管部门采纳')
  const found = officesOf(context, offices, row.theirs)
  if (typeof found === 'string') return no(found)
  const content = { ...entryOf(row.theirs), ...found, code }
  const lacking = lackingOf(context, content, rows)
  return lacking === undefined ? { code, content, obstacle: null } : no(lacking, content)
}

/** What is missing for a valid entry, its goal and its budget; or the first thing the form refuses. */
function lackingOf(context: Context, content: Content, rows: readonly Row[]): string | undefined {
  const form = getForm(context, 'project/entry')
  const findings = validateContent(form, content, { mode: 'submit' })
  const wrong = findings.find(({ ruleId }) => ruleId !== 'FRM-006')
  if (wrong) return `新建项目时${wrong.message.replace(/。$/, '')}`
  const has = (entity: string, field: string, isOf: (one: Entity) => boolean = () => true) =>
    rows.some((one) => one.entity === entity && isOf(one.theirs) && Boolean(one.theirs[field]))
  const missing = [
    ...findings.flatMap(({ where }) => findField(form, where?.field ?? '')?.label ?? []),
    ...(has('goal', 'goal', ({ isLongTerm }) => isLongTerm === 'false')
      ? []
      : ['年度绩效目标（PM_PERF_GOAL_INFO）']),
    ...(has('annualBudget', 'requested_fen') ? [] : ['年度预算申报数（BGT_PM_ANNUAL）']),
  ]
  return missing.length === 0 ? undefined : `新建项目还缺${missing.join('、')}，请对方补全后再核对`
}

/** Unit and department as ids, or why they cannot be told. */
function officesOf(
  { actor }: Context,
  offices: readonly Organisation[],
  { unitCode, unitName, departmentCode, departmentName }: Entity,
): { readonly unit: string; readonly department: string } | string {
  const unit = officeOf(offices, '实施单位', unitCode, unitName)
  if (typeof unit === 'string') return unit
  const isNamed = departmentCode || departmentName
  const department = isNamed
    ? officeOf(offices, '主管部门', departmentCode, departmentName)
    : offices.find(({ id }) => id === (unit.parentId ?? unit.id))
  if (typeof department === 'string') return department
  if (!department) return '新建项目还缺主管部门，请对方补全后再核对'
  const isOthers =
    (actor.role === 'unit' && unit.id !== actor.organisationId) ||
    (actor.role === 'department' && department.id !== actor.organisationId)
  return isOthers
    ? '不是本单位或本部门的项目，不由您入库，请由其实施单位或主管部门采纳'
    : { unit: unit.id, department: department.id }
}

/** The one office with this code, or with this name where no code of ours speaks against it. */
function officeOf(
  offices: readonly Organisation[],
  what: string,
  code: string | null | undefined,
  name: string | null | undefined,
): Organisation | string {
  if (!code && !name) return `新建项目还缺${what}（代码或名称），请对方补全后再核对`
  const coded = code ? offices.filter((office) => office.code === code) : []
  const named = offices.filter((office) => office.name === name && (!code || office.code === null))
  const found = coded.length > 0 ? coded : named
  const [one] = found
  if (one && found.length === 1) return one
  const told = [code, name].filter(Boolean).join(' ')
  return one
    ? `${what}“${told}”在本地区不止一个，无法判断是哪一个，请对方写明代码`
    : `本地区没有${what}“${told}”，请核对代码和名称`
}
