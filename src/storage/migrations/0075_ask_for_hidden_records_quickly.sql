-- Most people have no hidden kinds: they are answered without looking. Written so that its statements are
-- planned once per session, because every read of acts asks.
create or replace function hidden_records() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  kind text := scope_kind();
  kinds text[] := hidden_kinds();
  found uuid[] := '{}';
begin
  if kind in ('unit', 'department', 'jurisdiction') then
    if kinds <> '{}' then
      select coalesce(array_agg(r.id), '{}') into found from record r
        where r.jurisdiction_id = scope_jurisdiction() and r.kind = any (kinds);
    end if;
  elsif kind = 'assigned' then
    select coalesce(array_agg(r.id), '{}') into found from assignment a
      join record r on r.jurisdiction_id = a.jurisdiction_id and r.project_id = a.project_id
      where (a.person_id = scope_person() or a.organisation_id = scope_organisation())
        and (r.kind = any (kinds)
          or (r.kind in ('evaluation.engagement', 'evaluation.departmentEngagement')
            and r.organisation_id is distinct from scope_organisation()));
  end if;
  return found;
end $$;
