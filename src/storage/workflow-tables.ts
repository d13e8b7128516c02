import type pg from 'pg'
import type { BoundTable, FormDefinition } from '../domain/forms/form.ts'
import type { RecordKind } from '../domain/workflow/record-kind.ts'

/**
 * Writes the workflow tables of the program into the database, where a trigger holds every change
 * of state to them. Run at each start, as the owner; leaves unchanged tables alone.
 */
export async function writeWorkflowTables(
  owner: pg.Pool,
  kinds: readonly RecordKind[],
  scopes: Readonly<Record<string, string>>,
  forms: ReadonlyMap<string, FormDefinition>,
): Promise<void> {
  const transitions = kinds.flatMap(({ kind, workflow }) =>
    Object.entries(workflow.actions).flatMap(([action, { from, to }]) =>
      from.map((from_state) => ({ kind, action, from_state, to_state: to })),
    ),
  )
  const initials = kinds.map(({ kind, workflow }) => ({ kind, state: workflow.initial }))
  const roles = Object.entries(scopes).map(([role, scope]) => ({ role, scope }))
  await replace(owner, 'workflow_transition', 'kind, action, from_state, to_state', transitions)
  await replace(owner, 'workflow_initial', 'kind, state', initials)
  await replace(owner, 'role_scope', 'role, scope', roles)
  const readers = kinds.flatMap(({ kind, seenBy = [] }) => seenBy.map((role) => ({ kind, role })))
  await replace(owner, 'kind_reader', 'kind, role', readers)
  const rows = kinds.flatMap(({ kind, form }) =>
    boundTables(forms.get(form)).map((bound) => ({ kind, bound })),
  )
  await replace(owner, 'kind_rows', 'kind, bound', rows)
}

function boundTables(form: FormDefinition | undefined): BoundTable[] {
  const fields = form?.sections.flatMap((section) => section.fields) ?? []
  return [...new Set(fields.flatMap(({ bound }) => bound ?? []))]
}

async function replace(
  owner: pg.Pool,
  table: string,
  columns: string,
  rows: readonly object[],
): Promise<void> {
  await owner.query(
    `with wanted as (select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)),
       gone as (delete from ${table} where row(${columns}) not in (select ${columns} from wanted))
     insert into ${table} (${columns}) select ${columns} from wanted
     except select ${columns} from ${table}`,
    [JSON.stringify(rows)],
  )
}
