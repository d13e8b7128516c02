import { Type } from 'typebox'
import { windowDueOn } from '../../domain/monitoring/compute/index.ts'
import { monitoringRound } from '../../domain/monitoring/index.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { findMonitored, type MonitoredRow } from '../../storage/monitoring-repository.ts'
import { findProject } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { beginRecord } from '../records/begin-record.ts'
import { roundBehaviour } from './round-behaviour.ts'

const Year = Type.Integer({ minimum: 2000, maximum: 2100 })
const Skipped = Type.Object({ projectId: Type.String(), projectName: Type.String(), why: Type.String() })
/** As many as one act may issue; the next ones follow when it is repeated. */
const AT_ONCE = 300

/** 监控任务: which windows a place may issue, and which projects it would reach. */
export const planRounds = defineUseCase({
  id: 'monitoring.planRounds',
  title: '查看可下达的监控任务',
  stage: 'monitoring',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object(
    { jurisdiction: Type.String({ pattern: '^[0-9A-Z]{6}$' }), year: Year },
    { additionalProperties: false },
  ),
  output: Type.Object({
    /** Whether this person may issue them here. */
    canIssue: Type.Boolean(),
    cadences: Type.Array(
      Type.Object({
        id: Type.String(),
        label: Type.String(),
        windows: Type.Array(
          Type.Object({
            month: Type.Integer(),
            label: Type.String(),
            dueOn: Type.String(),
            /** Rounds there are already, and projects still to be reached. */
            issued: Type.Integer(),
            open: Type.Integer(),
          }),
        ),
      }),
    ),
    projects: Type.Array(
      Type.Object({
        projectId: Type.String(),
        projectName: Type.String(),
        unitName: Type.String(),
        isKey: Type.Boolean(),
        months: Type.Array(Type.Integer()),
        openRoundId: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
  }),
  run: async (context, { jurisdiction, year }) => {
    const rows = await findMonitored(context.db, { jurisdictionId: jurisdiction, fiscalYear: year })
    const { role, jurisdictionId } = context.actor
    return {
      canIssue: jurisdiction === jurisdictionId && monitoringRound.createdBy.includes(role),
      cadences: cadencesOf(context, jurisdiction, year).map(({ id, label, windows }) => ({
        id,
        label,
        windows: windows.map((window) => ({
          month: window.months,
          label: window.label,
          dueOn: windowDueOn(window, year),
          issued: rows.filter(({ months }) => months.includes(window.months)).length,
          open: rows.filter((row) => reasonNot(row, window.months) === undefined).length,
        })),
      })),
      projects: rows.map(({ isPilot, isMajor, ...row }) => ({
        projectId: row.projectId,
        projectName: row.projectName,
        unitName: row.unitName,
        isKey: isPilot || isMajor,
        months: [...row.months],
        openRoundId: row.openRoundId,
      })),
    }
  },
})

function cadencesOf(context: Context, jurisdiction: string, fiscalYear: number) {
  return rulesFor(context, jurisdiction, fiscalYear).value('monitoring.cadence').value.cadences
}

function rulesFor(context: Context, jurisdiction: string, fiscalYear: number): ParameterReader {
  return context.rules.at({ date: context.today, jurisdiction, fiscalYear })
}

/**
 * 下达监控任务: one act, one round for every project of the place and year whose target is in force; the
 * key ones with field research and extended content. All of it or nothing.
 */
export const issueRounds = defineUseCase({
  id: 'monitoring.issueRounds',
  title: '下达监控任务',
  stage: 'monitoring',
  kind: 'command',
  by: monitoringRound.createdBy,
  input: Type.Object(
    {
      year: Year,
      cadence: Type.String({ maxLength: 40 }),
      month: Type.Integer({ minimum: 1, maximum: 12 }),
      /** Projects under key monitoring besides the pilot's. */
      keyProjectIds: Type.Array(Type.String({ format: 'uuid' }), { maxItems: 500, uniqueItems: true }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    issued: Type.Integer(),
    key: Type.Integer(),
    dueOn: Type.String(),
    skipped: Type.Array(Skipped),
    /** How many were left for the next time. */
    left: Type.Integer(),
  }),
  run: async (context, { year, cadence, month, keyProjectIds }) => {
    const { jurisdictionId } = context.actor
    const window = cadencesOf(context, jurisdictionId, year)
      .find(({ id }) => id === cadence)
      ?.windows.find(({ months }) => months === month)
    if (!window) throw new DomainError('INVALID_INPUT', '没有这个监控时段，请重新选择频次和时段。')
    const rows = await findMonitored(context.db, { jurisdictionId, fiscalYear: year })
    const known = new Set(rows.map(({ projectId }) => projectId))
    if (keyProjectIds.some((id) => !known.has(id)))
      throw new DomainError('NOT_FOUND', '所选的重点项目不在可以监控的项目中，请刷新后重新选择。')
    const dueOn = windowDueOn(window, year)
    const open = rows.filter((row) => reasonNot(row, month) === undefined)
    const now = open.slice(0, AT_ONCE)
    const isKey = (row: MonitoredRow) => row.isPilot || keyProjectIds.includes(row.projectId)
    for (const row of now) await issueOne(context, row, { month, dueOn, isKey: isKey(row) })
    return {
      issued: now.length,
      key: now.filter(isKey).length,
      dueOn,
      skipped: rows.flatMap((row) => {
        const why = reasonNot(row, month)
        return why === undefined ? [] : [{ projectId: row.projectId, projectName: row.projectName, why }]
      }),
      left: open.length - now.length,
    }
  },
})

async function issueOne(
  context: Context,
  row: MonitoredRow,
  content: { readonly month: number; readonly dueOn: string; readonly isKey: boolean },
): Promise<void> {
  const project = await findProject(context.db, row.projectId)
  if (project) await beginRecord(context, monitoringRound, roundBehaviour, { project, content })
}

/** Why a project gets no round of these months now. */
function reasonNot({ months, openRoundId }: MonitoredRow, month: number): string | undefined {
  if (months.includes(month)) return '这个时段已经下达'
  return openRoundId === null ? undefined : '上一轮监控还没有形成结论'
}
