-- 不再安排同类新增项目: a decision about one project is felt by the next of its department and category, which
-- may belong to another unit that must not see the first. Only years and days are told, nothing of the project.
create function decided_against_kind(place text, wanted_department uuid, wanted_category text)
  returns table (fiscal_year integer, decided_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.fiscal_year, (r.state_since at time zone 'Asia/Shanghai')::date
  from record r
  join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id
  where scope_role() <> 'none' and (scope_jurisdiction() = place or place = any (scope_jurisdictions()))
    and r.jurisdiction_id = place and r.kind = 'results.budgetDecision' and r.state = 'decided'
    and r.content ->> 'measure' = 'no_same_type'
    and p.department_id = wanted_department and p.content ->> 'category' = wanted_category
  order by 2 desc, 1 desc limit 20
$$;
revoke all on function decided_against_kind(text, uuid, text) from public;
grant execute on function decided_against_kind(text, uuid, text) to jiheng_app;
create index on record (jurisdiction_id, kind, state) where kind = 'results.budgetDecision';
