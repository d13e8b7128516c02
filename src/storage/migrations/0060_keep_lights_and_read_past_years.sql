-- Every light a round ended with, its reason, and all that it was computed from: rules can be asked again years
-- later and must give the same. Only added to.
create table monitoring_light (
  jurisdiction_id text not null,
  id uuid not null,
  project_id uuid not null,
  record_id uuid not null,
  fiscal_year integer not null,
  month integer not null check (month between 1 and 12),
  light text not null check (light in ('green', 'yellow', 'red', 'pending')),
  reason text not null,
  input jsonb not null,
  concluded_at timestamptz not null,
  recorded_tx bigint not null default pg_current_xact_id()::text::bigint,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, record_id) references record (jurisdiction_id, id),
  foreign key (jurisdiction_id, project_id) references project (jurisdiction_id, id)
);
create index on monitoring_light (jurisdiction_id, project_id, concluded_at);
create trigger only_append before update or delete on monitoring_light for each row execute function refuse_change();
comment on table monitoring_light is '监控亮灯:每轮结论的灯、理由和全部计算数据,只增不改';
call guard_project_rows('monitoring_light');
grant select, insert on monitoring_light to jiheng_app;

-- How far past years had come, for the forecast: this project's and those of the same category in the same place.
-- Without names or ids, because whoever looks at one project may not see the others; the forecast itself asks for
-- several curves before it says anything.
create function past_year_lines(wanted text, wanted_project uuid, years integer)
returns table (curve bigint, is_own boolean, line text, month integer, share_bp integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with own as (
    select p.* from project p where p.jurisdiction_id = wanted and p.id = wanted_project
      and (wanted = scope_jurisdiction() or wanted = any (coalesce(scope_jurisdictions(), '{}')))
  ), past as (
    select p.id, p.code = own.code as is_own from project p join own on p.jurisdiction_id = own.jurisdiction_id
    where p.fiscal_year between own.fiscal_year - years and own.fiscal_year - 1 and not p.is_classified
      and (p.code = own.code or p.content ->> 'category' = own.content ->> 'category')
  ), rounds as (
    select distinct on (r.project_id, r.content ->> 'month') r.project_id, r.id, (r.content ->> 'month')::int as month
    from record r join past on past.id = r.project_id
    where r.jurisdiction_id = wanted and r.kind = 'monitoring.round' and r.state in ('reviewed', 'concluded')
    order by r.project_id, r.content ->> 'month', r.created_at desc
  ), selves as (
    select distinct on (r.project_id) r.project_id, r.id, r.content
    from record r join past on past.id = r.project_id
    where r.jurisdiction_id = wanted and r.kind = 'evaluation.self' and r.state in ('reviewed', 'confirmed')
    order by r.project_id, r.created_at desc
  ), adding as (
    select i.id, i.project_id, i.weight_x100, i.value from indicator i join past on past.id = i.project_id
    where i.jurisdiction_id = wanted and i.kind = 'quant' and i.value > 0 and i.weight_x100 > 0
      and coalesce(i.operator, 'ge') not in ('le', 'lt')
      and coalesce(i.content ->> 'accumulation', case when i.unit ~ '[%‰]' then 'point' else 'cumulative' end) = 'cumulative'
  ), parts as (
    select s.project_id, 'money' as line, s.month, sum(e.paid_fen)::numeric as done, sum(e.adjusted_fen)::numeric as whole
    from rounds s join execution e on e.jurisdiction_id = wanted and e.record_id = s.id group by 1, 3
    union all
    select s.project_id, 'money', 12, sum((f ->> 'executed_fen')::numeric), sum((f ->> 'adjusted_fen')::numeric)
    from selves s cross join lateral jsonb_array_elements(coalesce(s.content -> 'funds', '[]')) f group by 1
    union all
    select s.project_id, 'output', s.month, sum(a.weight_x100 * least(1, greatest(0, o.actual / a.value))), sum(a.weight_x100)
    from rounds s join observation o on o.jurisdiction_id = wanted and o.record_id = s.id and o.actual is not null
      join adding a on a.id = o.indicator_id and a.project_id = s.project_id group by 1, 3
    union all
    select s.project_id, 'output', 12,
      sum(a.weight_x100 * least(1, greatest(0, (c.content ->> 'actual')::numeric / a.value))), sum(a.weight_x100)
    from selves s join score c on c.jurisdiction_id = wanted and c.record_id = s.id and c.content ? 'actual'
      join adding a on a.id::text = c.content ->> 'indicatorId' and a.project_id = s.project_id group by 1
  ), whole_parts as (
    select distinct on (project_id, line, month) project_id, line, month, floor(least(1, done / whole) * 10000)::int as share_bp
    from parts where whole > 0 and done >= 0 order by project_id, line, month, done desc
  )
  select dense_rank() over (order by past.id), past.is_own, w.line, w.month, w.share_bp
  from whole_parts w join past on past.id = w.project_id order by 1, 3, 4
$$;
revoke all on function past_year_lines(text, uuid, integer) from public;
grant execute on function past_year_lines(text, uuid, integer) to jiheng_app;
