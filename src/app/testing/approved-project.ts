import { Type } from 'typebox'
import type { Content } from '../../domain/forms/form.ts'
import { targetSheet } from '../../domain/targets/index.ts'
import { findProject, insertProject, updateProjectSummary } from '../../storage/project-repository.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { performSystemAct } from '../records/act.ts'
import { beginRecord } from '../records/begin-record.ts'
import { getRecordData } from '../records/record-data.ts'
import type { World } from './world.ts'

/** The worked form of the field notes: six indicators of 90 points, 500 万元, year 2022. */
export const APPROVED_TARGET: Content = {
  attribute: 'new',
  periodStart: '2022-01-01',
  periodEnd: '2022-12-31',
  contact: '张三',
  periodTotal_fen: '500000000',
  total_fen: '500000000',
  fiscal_fen: '500000000',
  other_fen: '0',
  periodGoal: '建成示范基地50个',
  annualGoal: '建成示范基地50个，带动300户增收',
  indicators: [
    quant('output', 'quantity', '建成示范基地', 'ge', '50', '个', 2000, 'cumulative'),
    quant('output', 'quality', '验收合格率', 'ge', '95', '%', 2000, 'point'),
    quant('output', 'timeliness', '建设工期', 'le', '12', '个月', 1000, 'point'),
    quant('benefit', 'social', '带动农户', 'ge', '300', '户', 1500, 'cumulative'),
    {
      level1: 'benefit',
      level2: 'sustainability',
      name: '长效管护机制',
      kind: 'qual',
      valueText: '基本建立',
      weight_x100: 1500,
      accumulation: 'point',
    },
    quant('satisfaction', 'serviceSatisfaction', '农户满意度', 'ge', '90', '%', 1000, 'point'),
  ],
}

function quant(
  level1: string,
  level2: string,
  name: string,
  operator: string,
  value: string,
  unit: string,
  weight_x100: number,
  accumulation: string,
) {
  return { level1, level2, name, kind: 'quant', operator, value, unit, weight_x100, accumulation }
}

const setUp = defineUseCase({
  id: 'test.approvedProject',
  title: '测试项目',
  stage: 'shell',
  kind: 'command',
  by: 'everyone',
  input: Type.Object({
    code: Type.String(),
    departmentId: Type.String(),
    isPilot: Type.Boolean(),
    fiscalYear: Type.Integer(),
    name: Type.Optional(Type.String()),
    target: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  }),
  run: async (context, { code, departmentId, isPilot, fiscalYear, name, target }) => {
    const { jurisdictionId, organisationId, personId } = context.actor
    const projectId = context.newId()
    const place = { jurisdictionId, id: projectId }
    await insertProject(context.db, {
      ...place,
      fiscalYear,
      code,
      name: name ?? '高效农业示范项目',
      unitId: organisationId,
      departmentId,
      isNew: true,
      isMajor: true,
      isClassified: false,
      budget_fen: 500_000_000n,
      content: {},
      now: context.now,
      personId,
    })
    const project = await findProject(context.db, projectId)
    const sheet = await beginRecord(
      context,
      targetSheet,
      { kind: targetSheet.kind },
      {
        project,
        content: { ...APPROVED_TARGET, ...(target as Content | undefined), indicatorOwner: personId },
      },
    )
    for (const action of ['declare', 'review', 'recheck', 'approve']) {
      await performSystemAct(context, await getRecordData(context, sheet.record.id), action)
    }
    await updateProjectSummary(context.db, place, { status: 'monitoring', is_pilot: isPilot })
    return { projectId, sheetId: sheet.record.id }
  },
})

let count = 0

/** A project of `unit` in 示例县 whose target is approved: where monitoring and evaluation begin. */
export async function giveApprovedProject(
  world: World,
  options: {
    readonly isPilot?: boolean
    readonly fiscalYear?: number
    /** Of 示例县 unless it is the other county's. */
    readonly by?: 'unit' | 'outsiderUnit'
    readonly name?: string
    /** Fields of the approved target that shall be others than the worked form's. */
    readonly target?: Content
  } = {},
): Promise<{ projectId: string; sheetId: string }> {
  count += 1
  const { isPilot = false, fiscalYear = 2022, by = 'unit', name, target } = options
  const department = by === 'unit' ? world.people.department : world.people.outsiderDepartment
  return world.as(by, setUp, {
    code: `T-${count}`,
    departmentId: department.organisationId,
    isPilot,
    fiscalYear,
    ...(name ? { name } : {}),
    ...(target ? { target } : {}),
  })
}
