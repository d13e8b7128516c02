import type pg from 'pg'
import { PUBLIC_ROLE } from './connection.ts'

/** PostgreSQL lets everybody make tables for the session. Belongs to a database, not to what a migration makes. */
const CLOSE_TEMPORARY = `do $$ begin
  execute format('revoke temporary on database %I from public', current_database());
end $$`

/** PostgreSQL lets everybody keep large objects, which have no table and so no row-level security. */
const CLOSE_LARGE_OBJECTS = `do $$ declare one regprocedure; begin
  for one in select p.oid::regprocedure from pg_proc p
    where p.pronamespace = 'pg_catalog'::regnamespace and (p.proname like 'lo\\_%' or p.proname in ('loread', 'lowrite'))
      and has_function_privilege('${PUBLIC_ROLE}', p.oid, 'execute')
  loop
    execute format('revoke execute on function %s from public', one);
  end loop;
end $$`

/**
 * Takes from everybody what PostgreSQL gives to everybody and the product needs of nobody, so that the role of the
 * public can fill no disk. Only a superuser may close large objects; the public site looks whether it was done.
 */
export async function closeDoors(client: Pick<pg.ClientBase, 'query'>): Promise<void> {
  await client.query(CLOSE_TEMPORARY)
  const { rows } = await client.query<{ rolsuper: boolean }>(
    'select rolsuper from pg_roles where rolname = current_user',
  )
  if (rows[0]?.rolsuper) await client.query(CLOSE_LARGE_OBJECTS)
}
