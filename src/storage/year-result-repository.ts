import { type Kysely, sql } from 'kysely'
import type { YearResult } from '../domain/results/index.ts'
import type { Schema } from './schema.ts'

/** The frozen version an act made, its content beside. */
const frozenOf = (alias: string, action: string) => sql`
  join lateral (select f.number, f.content->'content' as content from frozen f
    where f.jurisdiction_id = ${sql.ref(`${alias}.jurisdiction_id`)} and f.record_id = ${sql.ref(`${alias}.id`)}
      and f.action = ${action} order by f.number desc limit 1) f on true`

const source = (alias: string, version: string) => sql`'recordId', ${sql.ref(`${alias}.id`)},
  'recordTitle', ${sql.ref(`${alias}.title`)}, 'version', ${sql.ref(version)}`

/** The newest record of a kind of the project at hand, from the version its act froze. */
const applied = (
  kind: string,
  states: readonly string[],
  action: string,
  fields: ReturnType<typeof sql>,
) => sql`
  left join lateral (
    select jsonb_build_object(${source('r', 'f.number')}, ${fields}) as found
    from record r ${frozenOf('r', action)}
    where r.jurisdiction_id = e.jurisdiction_id and r.project_id = e.project_id and r.kind = ${kind}
      and r.state = any (${[...states]}::text[])
    order by r.created_at desc, r.id desc limit 1)`

/**
 * Confirmed evaluations of a year with what followed from them: frozen versions, never drafts. One statement.
 * @param where.jurisdictionId one place; all the scope reaches without it
 */
export async function findYearResults(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId?: string; readonly fiscalYear: number },
): Promise<YearResult[]> {
  const place = where.jurisdictionId ?? null
  const { rows } = await sql<YearResult>`
    with e as (
      select distinct on (r.project_id) r.jurisdiction_id, r.project_id, r.id, r.title, f.number, f.content
      from record r ${frozenOf('r', 'confirm')}
      where r.kind = 'evaluation.finance' and r.state in ('confirmed', 'closed') and r.fiscal_year = ${where.fiscalYear}
        and (${place}::text is null or r.jurisdiction_id = ${place}::text)
      order by r.project_id, r.created_at desc, r.id desc)
    select p.id as "projectId", p.name as "projectName", j.name as "placeName", department.name as "departmentName",
      unit.name as "unitName", coalesce(e.content->>'budget_fen', p.budget_fen::text) as budget_fen,
      e.content->>'budget_fen' is not null as "isBudgetOfEvaluation", p.version as "projectVersion",
      jsonb_build_object(${source('e', 'e.number')}, 'score_x100', e.content->'totalScore_x100',
        'grade', e.content->'grade', 'problems', coalesce((
          select jsonb_agg(coalesce(one->>'problem', '') order by place)
          from jsonb_array_elements(e.content->'problems') with ordinality listed (one, place)), '[]'::jsonb)) as evaluation,
      notice.found as notice, decision.found as decision, disclosure.found as disclosure,
      coalesce(tasks.list, '[]'::jsonb) as tasks
    from e
    join project p on p.jurisdiction_id = e.jurisdiction_id and p.id = e.project_id
    join jurisdiction j on j.id = e.jurisdiction_id
    join organisation unit on unit.id = p.unit_id
    join organisation department on department.id = p.department_id
    ${applied(
      'results.notice',
      ['issued', 'closed'],
      'issue',
      sql`'documentNumber', (select a.document_number from act a where a.jurisdiction_id = r.jurisdiction_id
        and a.record_id = r.id and a.action = 'issue' order by a.sequence desc limit 1)`,
    )} notice on true
    ${applied(
      'results.budgetDecision',
      ['decided'],
      'decide',
      sql`'measure', f.content->'measure', 'current_fen', coalesce(f.content->>'current_fen', '0'),
        'next_fen', coalesce(f.content->>'next_fen', '0'),
        'performanceChange_fen', coalesce(f.content->>'performanceChange_fen', '0')`,
    )} decision on true
    ${applied(
      'results.disclosure',
      ['published'],
      'publish',
      sql`'disclosedOn', f.content->'disclosedOn'`,
    )} disclosure on true
    left join lateral (
      select jsonb_agg(jsonb_build_object(${source('r', 'r.version')}, 'state', r.state, 'isVerified', r.state = 'verified',
          'planDueOn', r.content->'planDueOn', 'completionDueOn', r.content->'completionDueOn',
          'recovered_fen', case when r.state = 'verified' then r.content->'verifiedRecovered_fen' end)
        order by r.created_at, r.id) as list
      from record r where r.jurisdiction_id = e.jurisdiction_id and r.project_id = e.project_id
        and r.kind = 'results.task') tasks on true
    order by p.jurisdiction_id, (e.content->>'totalScore_x100')::integer desc nulls last, p.code`.execute(db)
  return rows
}

/** A frozen version that a report rests on, and where it stands in the contract ledger. */
export type EvidenceLine = {
  readonly projectName: string
  readonly document: string
  readonly documentNumber: string | null
  readonly recordId: string
  readonly version: number
  readonly frozenOn: string
  readonly digest: string
  readonly leaf: number | null
}

/** The last frozen version of every record of some projects the reader may see, project by project. */
export async function findEvidenceLines(
  db: Kysely<Schema>,
  projectIds: readonly string[],
): Promise<EvidenceLine[]> {
  const { rows } = await sql<EvidenceLine>`
    select p.name as "projectName", r.title as document, a.document_number as "documentNumber", r.id as "recordId",
      f.number as version, to_char(a.acted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "frozenOn", f.digest,
      (select (l.idx + 1)::integer from ledger_leaf l where l.jurisdiction_id = f.jurisdiction_id
        and l.act_id = f.act_id order by l.idx limit 1) as leaf
    from project p
    join record r on r.jurisdiction_id = p.jurisdiction_id and r.project_id = p.id
    join lateral (select f.* from frozen f where f.jurisdiction_id = r.jurisdiction_id and f.record_id = r.id
      order by f.number desc limit 1) f on true
    join act a on a.jurisdiction_id = f.jurisdiction_id and a.id = f.act_id
    where p.id = any (${[...projectIds]}::uuid[]) and r.kind <> 'exante.scoreSheet'
    order by p.jurisdiction_id, p.code, a.acted_at, r.id`.execute(db)
  return rows
}
