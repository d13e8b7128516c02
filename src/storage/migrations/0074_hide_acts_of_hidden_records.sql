-- An act tells of its record: who may not see the record (a draw, a commission) does not see what was done on
-- it either, nor the words that went with it. Few records are hidden; they are asked for once per statement.
create function hidden_records() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(hidden.id), '{}') from (
    select r.id from record r
      where scope_kind() in ('unit', 'department', 'jurisdiction') and r.jurisdiction_id = scope_jurisdiction()
        and r.kind = any ((select hidden_kinds())::text[])
    union all
    select r.id from assignment a
      join record r on r.jurisdiction_id = a.jurisdiction_id and r.project_id = a.project_id
      where scope_kind() = 'assigned' and (a.person_id = scope_person() or a.organisation_id = scope_organisation())
        and (r.kind = any ((select hidden_kinds())::text[])
          or (r.kind in ('evaluation.engagement', 'evaluation.departmentEngagement')
            and r.organisation_id is distinct from scope_organisation()))
  ) hidden
$$;
revoke all on function hidden_records() from public;
grant execute on function hidden_records() to jiheng_app;

create policy right_reader on act as restrictive for select to jiheng_app using (
  not (select is_program()) or record_id <> all ((select hidden_records())::uuid[]));
