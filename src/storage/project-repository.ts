import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import type { Content } from '../domain/forms/form.ts'
import { DomainError } from '../domain/shared/errors.ts'
import type { Schema } from './schema.ts'

/** A project's header with the names people read; money in fen as text. */
export type ProjectRow = {
  readonly jurisdictionId: string
  readonly jurisdictionName: string
  readonly id: string
  readonly fiscalYear: number
  readonly code: string
  readonly name: string
  readonly unitId: string
  readonly unitName: string
  readonly departmentId: string
  readonly departmentName: string
  readonly status: string
  readonly isNew: boolean
  readonly isMajor: boolean
  readonly isClassified: boolean
  readonly isPilot: boolean
  readonly budget_fen: string
  readonly grade: string | null
  readonly light: string | null
  readonly content: Content
  readonly version: number
  readonly createdAt: string
}

const COLUMNS = sql`project.jurisdiction_id as "jurisdictionId", jurisdiction.name as "jurisdictionName", project.id,
  project.fiscal_year as "fiscalYear", project.code, project.name, project.unit_id as "unitId",
  unit.name as "unitName", project.department_id as "departmentId", department.name as "departmentName",
  project.status, project.is_new as "isNew", project.is_major as "isMajor", project.is_classified as "isClassified",
  project.is_pilot as "isPilot", project.budget_fen::text as budget_fen, project.grade, project.light,
  project.content, project.version, project.created_at as "createdAt"`

const JOINS = sql`join jurisdiction on jurisdiction.id = project.jurisdiction_id
  join organisation unit on unit.id = project.unit_id
  join organisation department on department.id = project.department_id`

/** The project, or nothing when it does not exist or the scope does not reach it. */
export async function findProject(
  db: Kysely<Schema>,
  id: string,
  options: { readonly asOf?: string; readonly isLocked?: boolean } = {},
): Promise<ProjectRow | undefined> {
  const source = options.asOf ? sql`project_as_of(${options.asOf}::timestamptz) project` : sql`project`
  const lock = options.isLocked ? sql`for update of project` : sql``
  const { rows } =
    await sql<ProjectRow>`select ${COLUMNS} from ${source} ${JOINS} where project.id = ${id} ${lock}`.execute(
      db,
    )
  return rows[0]
}

/** The project under a code in a year: a continuing project keeps its code from year to year. */
export async function findProjectOfYear(
  db: Kysely<Schema>,
  { jurisdictionId, fiscalYear, code }: Pick<ProjectRow, 'jurisdictionId' | 'fiscalYear' | 'code'>,
): Promise<ProjectRow | undefined> {
  const { rows } = await sql<ProjectRow>`
    select ${COLUMNS} from project ${JOINS}
    where project.jurisdiction_id = ${jurisdictionId} and project.fiscal_year = ${fiscalYear}
      and project.code = ${code}`.execute(db)
  return rows[0]
}

/** All visible projects of a jurisdiction, or of all, that are in the pilot. */
export async function findPilotProjects(db: Kysely<Schema>, jurisdictionId?: string): Promise<ProjectRow[]> {
  const { rows } = await sql<ProjectRow>`
    select ${COLUMNS} from project ${JOINS}
    where project.is_pilot and (${jurisdictionId ?? null}::text is null or project.jurisdiction_id = ${jurisdictionId ?? null})
    order by project.jurisdiction_id, project.created_at, project.id`.execute(db)
  return rows
}

/** What acts on records leave on the project: where it stands, its money, grade and light. */
export type ProjectSummary = Partial<{
  readonly status: string
  readonly is_pilot: boolean
  readonly is_major: boolean
  readonly budget_fen: bigint
  readonly grade: string | null
  readonly light: string | null
}>

/** Written only by the effect of an act, in its transaction. */
export async function updateProjectSummary(
  db: Kysely<Schema>,
  project: { readonly jurisdictionId: string; readonly id: string },
  summary: ProjectSummary,
): Promise<void> {
  await db
    .updateTable('project')
    .set(summary)
    .where('jurisdiction_id', '=', project.jurisdictionId)
    .where('id', '=', project.id)
    .execute()
}

/**
 * The same, and in the same statement the assignments made for the project's records of one kind end: whoever had it
 * in view for them has it no longer.
 * @param ending the kind, and the last day of its assignments
 */
export async function updateSummaryAndEndAssignments(
  db: Kysely<Schema>,
  project: { readonly jurisdictionId: string; readonly id: string },
  summary: ProjectSummary,
  ending: { readonly kind: string; readonly on: string },
): Promise<void> {
  const { jurisdictionId, id } = project
  await db
    .with('ended', (query) =>
      query
        .updateTable('assignment')
        .set({ ends_on: ending.on })
        .where('jurisdiction_id', '=', jurisdictionId)
        .where('project_id', '=', id)
        .where('record_id', 'in', (records) =>
          records
            .selectFrom('record')
            .where('jurisdiction_id', '=', jurisdictionId)
            .where('project_id', '=', id)
            .where('kind', '=', ending.kind)
            .select('id'),
        ),
    )
    .updateTable('project')
    .set(summary)
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('id', '=', id)
    .execute()
}

export type ProjectColumns = {
  readonly name: string
  readonly code: string
  readonly unitId: string
  readonly departmentId: string
  readonly isNew: boolean
  readonly isMajor: boolean
  readonly isClassified: boolean
  readonly budget_fen: bigint
  readonly content: Content
}

/**
 * Stores a new project as entered.
 * @throws DomainError INVALID_INPUT when another project of the place and year has the code
 */
export async function insertProject(
  db: Kysely<Schema>,
  project: ProjectColumns & {
    readonly jurisdictionId: string
    readonly id: string
    readonly fiscalYear: number
    readonly now: string
    readonly personId: string
  },
): Promise<void> {
  await db
    .insertInto('project')
    .values({
      ...storedColumns(project),
      jurisdiction_id: project.jurisdictionId,
      id: project.id,
      fiscal_year: project.fiscalYear,
      status: 'entered',
      is_pilot: false,
      grade: null,
      light: null,
      version: 1,
      created_at: project.now,
      created_by: project.personId,
    })
    .execute()
    .catch((error: unknown) => refuseTakenCode(error, project.code))
}

/**
 * Writes the entered facts again and raises the version by one.
 * @throws DomainError INVALID_INPUT when another project of the place and year has the code
 */
export async function updateProjectContent(
  db: Kysely<Schema>,
  project: ProjectRow,
  columns: ProjectColumns,
): Promise<void> {
  await db
    .updateTable('project')
    .set({ ...storedColumns(columns), version: project.version + 1 })
    .where('jurisdiction_id', '=', project.jurisdictionId)
    .where('id', '=', project.id)
    .execute()
    .catch((error: unknown) => refuseTakenCode(error, columns.code))
}

/** Asked of the table itself: who enters a project may not see the one that has the code. */
function refuseTakenCode(error: unknown, code: string): never {
  if (!(error instanceof pg.DatabaseError) || error.constraint !== CODE_IS_UNIQUE) throw error
  const message = `本年度已有项目使用代码“${code}”（可能是别的单位的项目），请核对后换一个。`
  throw new DomainError('INVALID_INPUT', message, { places: [{ field: 'code', problem: '已有项目使用' }] })
}
const CODE_IS_UNIQUE = 'project_jurisdiction_id_fiscal_year_code_key'

function storedColumns(columns: ProjectColumns) {
  return {
    name: columns.name,
    code: columns.code,
    unit_id: columns.unitId,
    department_id: columns.departmentId,
    is_new: columns.isNew,
    is_major: columns.isMajor,
    is_classified: columns.isClassified,
    budget_fen: columns.budget_fen,
    content: JSON.stringify(columns.content),
  }
}

/** The project list as lines for a workbook, newest first, at most 20,000. */
export async function findProjectLines(
  db: Kysely<Schema>,
  where: { readonly jurisdiction: string; readonly year: number; readonly status?: string },
): Promise<ProjectRow[]> {
  const { rows } = await sql<ProjectRow>`
    select ${COLUMNS} from project ${JOINS}
    where project.jurisdiction_id = ${where.jurisdiction} and project.fiscal_year = ${where.year}
      and (${where.status ?? null}::text is null or project.status = ${where.status ?? null})
    order by project.created_at desc, project.id desc limit 20000`.execute(db)
  return rows
}

/** Ids of all projects of a place that the scope shows. */
export async function findProjectIds(db: Kysely<Schema>, jurisdictionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('project')
    .where('jurisdiction_id', '=', jurisdictionId)
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}
