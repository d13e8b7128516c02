import { Type } from 'typebox'
import type { Content } from '../../domain/forms/form.ts'
import type { ProjectEntryContent } from '../../domain/forms/contents.ts'
import { validateContent } from '../../domain/forms/validate.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { findOrganisation } from '../../storage/organisation-repository.ts'
import { findProject, insertProject, updateProjectContent } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { refuseOnErrors } from '../records/act.ts'
import { beginRecord } from '../records/begin-record.ts'
import { getForm } from '../records/record-data.ts'
import { budgetLine } from '../../domain/project/index.ts'
import { projectModule, sameKindFindings } from '../project/index.ts'

const FORM = 'project/entry'
/** Until its target is declared, what a project was entered with may be put right. */
const OPEN_STATUSES: readonly string[] = ['entered', 'selected', 'exante']

/** Whether the facts of a project in this status may still be changed. */
export function isProjectOpen(status: string): boolean {
  return OPEN_STATUSES.includes(status)
}

/** 项目入库: the project's own facts, once; its budget line begins with it. */
export const createProject = defineUseCase({
  id: 'projects.create',
  title: '项目入库',
  stage: 'project',
  kind: 'command',
  by: ['unit', 'department', 'finance_performance'],
  input: Type.Object(
    {
      fiscalYear: Type.Integer({ minimum: 2000, maximum: 2100 }),
      content: Type.Record(Type.String(), Type.Unknown()),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ projectId: Type.String(), version: Type.Integer() }),
  run: async (context, input) => {
    const content = checkContent(context, await withOwnOrganisation(context, input.content as Content))
    const columns = await columnsOf(context, content)
    await refuseSameKind(context, { ...columns, fiscalYear: input.fiscalYear, content })
    const id = context.newId()
    await insertProject(context.db, {
      ...columns,
      jurisdictionId: context.actor.jurisdictionId,
      id,
      fiscalYear: input.fiscalYear,
      content,
      now: context.now,
      personId: context.actor.personId,
    })
    const project = await findProject(context.db, id)
    if (!project)
      throw new DomainError('NOT_PERMITTED', '只能为本单位或本部门的项目入库，请核对实施单位和主管部门。')
    context.changed({ kind: 'project', id, projectId: id, jurisdictionId: project.jurisdictionId }, [
      { field: 'name', from: null, to: project.name },
    ])
    if (!project.isClassified) {
      await beginRecord(
        context,
        budgetLine,
        projectModule.behaviours.find(({ kind }) => kind === budgetLine.kind) ?? { kind: budgetLine.kind },
        { project },
      )
    }
    return { projectId: id, version: 1 }
  },
})

/** 修改项目信息: before the target is declared by anyone who entered it, afterwards refused. */
export const saveProject = defineUseCase({
  id: 'projects.save',
  title: '修改项目信息',
  stage: 'project',
  kind: 'command',
  by: ['unit', 'department', 'finance_performance'],
  input: Type.Object(
    {
      projectId: Type.String({ format: 'uuid' }),
      version: Type.Integer({ minimum: 1 }),
      content: Type.Record(Type.String(), Type.Unknown()),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ projectId: Type.String(), version: Type.Integer() }),
  run: async (context, input) => {
    const project = await findProject(context.db, input.projectId, { isLocked: true })
    if (!project) throw new DomainError('NOT_FOUND', '没有找到这个项目，可能已移交或不在您的管理范围内。')
    if (project.version !== input.version) {
      throw new DomainError(
        'VERSION_CONFLICT',
        '项目信息刚被别人改动过。请先查看对方的内容，再决定保留哪一份。',
        {
          yours: input.version,
          current: project.version,
          content: project.content,
        },
      )
    }
    if (!isProjectOpen(project.status)) {
      throw new DomainError(
        'ACTION_NOT_AVAILABLE',
        '绩效目标已申报，项目信息不能再改；确需修改请先退回绩效目标。',
      )
    }
    const content = checkContent(context, await withOwnOrganisation(context, input.content as Content))
    const columns = await columnsOf(context, content)
    await updateProjectContent(context.db, project, { ...columns, content })
    context.changed(
      { kind: 'project', id: project.id, projectId: project.id, jurisdictionId: project.jurisdictionId },
      Object.entries(content)
        .filter(([field, value]) => JSON.stringify(project.content[field]) !== JSON.stringify(value))
        .map(([field, value]) => ({ field, from: project.content[field] ?? null, to: value })),
    )
    return { projectId: project.id, version: project.version + 1 }
  },
})

/** Where the place made it a gate, a new item of a kind decided against is not entered at all. */
async function refuseSameKind(
  context: Context,
  project: {
    readonly fiscalYear: number
    readonly departmentId: string
    readonly isNew: boolean
    readonly content: Content
  },
): Promise<void> {
  refuseOnErrors(
    await sameKindFindings(context, { ...project, jurisdictionId: context.actor.jurisdictionId }),
  )
}

/** 涉密项目 leaves nothing here but its register number. */
function checkContent(context: Context, content: Content): Content {
  const form = getForm(context, FORM)
  if (content['isClassified'] === true) {
    const more = Object.keys(content).filter(
      (field) => field !== 'isClassified' && field !== 'registerNumber',
    )
    if (more.length > 0) {
      throw new DomainError('INVALID_INPUT', '涉密项目只登记编号，请删去其他内容，按保密规定另行办理。', {
        places: more.map((field) => ({ field, problem: '涉密项目不得填写' })),
      })
    }
  }
  refuseOnErrors(validateContent(form, content, { mode: 'submit' }))
  return content
}

/** A unit enters its own projects: its unit and department need not be chosen. */
async function withOwnOrganisation(context: Context, content: Content): Promise<Content> {
  if (content['isClassified'] === true || context.actor.role !== 'unit') return content
  const own = await findOrganisation(context.db, context.actor.organisationId)
  return {
    ...content,
    unit: content['unit'] ?? context.actor.organisationId,
    department: content['department'] ?? own?.parentId ?? context.actor.organisationId,
  }
}

async function columnsOf(context: Context, content: Content) {
  const entry = content as ProjectEntryContent
  const isClassified = entry.isClassified === true
  const unit = await getOffice(context, entry.unit ?? context.actor.organisationId, 'unit')
  const department = await getOffice(context, entry.department ?? unit.parentId ?? unit.id, 'department')
  requireOwn(context, unit.id, department.id)
  return {
    name: isClassified ? `涉密项目（登记编号 ${entry.registerNumber}）` : (entry.name ?? ''),
    code: entry.code?.trim() || `${context.actor.jurisdictionId}-${context.newId().slice(-12)}`,
    unitId: unit.id,
    departmentId: department.id,
    isNew: entry.isNew ?? false,
    isMajor: entry.isMajor ?? false,
    isClassified,
    budget_fen: BigInt(entry.annual_fen ?? '0'),
  }
}

/** An office of the own jurisdiction; others are not there for whoever enters a project. */
async function getOffice(context: Context, id: string, field: 'unit' | 'department') {
  const office = await findOrganisation(context.db, id)
  if (office?.jurisdictionId === context.actor.jurisdictionId) return office
  const message =
    field === 'unit' ? '没有找到实施单位，请从本地区单位中选择。' : '没有找到主管部门，请从本地区部门中选择。'
  throw new DomainError('INVALID_INPUT', message, { places: [{ field, problem: '请选择' }] })
}

/** A unit enters its own projects, a department those of its units; the second wall would not let others in. */
function requireOwn({ actor }: Context, unitId: string, departmentId: string): void {
  const isOthers =
    (actor.role === 'unit' && unitId !== actor.organisationId) ||
    (actor.role === 'department' && departmentId !== actor.organisationId)
  if (isOthers)
    throw new DomainError('NOT_PERMITTED', '只能为本单位或本部门的项目入库，请核对实施单位和主管部门。')
}
