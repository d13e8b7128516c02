-- 双监控汇总: what every round says, one row each, and its sums, so that a province's overview is read
-- from some hundred rows instead of a million observations (docs/adr/0021).
-- Lights and gaps are computed by the program with their reasons; here they are only kept and added up.

create table monitor_state (
  jurisdiction_id text not null,
  record_id uuid not null,
  project_id uuid not null,
  department_id uuid not null,
  unit_id uuid not null,
  category text not null,
  fiscal_year integer not null,
  month integer not null check (month between 1 and 12),
  light text not null check (light in ('green', 'yellow', 'red', 'pending', 'unreported')),
  reason text,
  adjusted_fen bigint not null default 0,
  paid_fen bigint not null default 0,
  -- Of the indicators that can be compared: weight × share reached and weight × share due, in millionths.
  reached bigint not null default 0,
  due bigint not null default 0,
  weight_x100 integer not null default 0,
  -- Millionths; null where nothing can be compared.
  execution_gap integer,
  target_gap integer,
  worst_gap integer generated always as (least(execution_gap, target_gap)) stored,
  primary key (jurisdiction_id, record_id),
  foreign key (jurisdiction_id, record_id) references record (jurisdiction_id, id)
);
-- The worst of a place, and of all places: read from the front of an index.
create index monitor_worst_here on monitor_state (jurisdiction_id, fiscal_year, month, worst_gap, project_id);
create index monitor_worst on monitor_state (fiscal_year, month, worst_gap, project_id);
create index on monitor_state (jurisdiction_id, project_id);
comment on table monitor_state is '监控状态:每轮监控一行,由监控表算出,可以随时重算核对';
call guard_project_rows('monitor_state');
grant select, insert, update on monitor_state to jiheng_app;

-- A new round stands in the overview as not yet reported; one that went back, too.
create function open_monitor_state() returns trigger language plpgsql as $$
begin
  insert into monitor_state (jurisdiction_id, record_id, project_id, department_id, unit_id, category,
      fiscal_year, month, light)
    select new.jurisdiction_id, new.id, p.id, p.department_id, p.unit_id, coalesce(p.content ->> 'category', ''),
      new.fiscal_year, (new.content ->> 'month')::integer, 'unreported'
    from project p where p.jurisdiction_id = new.jurisdiction_id and p.id = new.project_id;
  return null;
end $$;
create trigger open_monitor_state after insert on record for each row
  when (new.kind = 'monitoring.round' and new.content ->> 'month' is not null) execute function open_monitor_state();

create function empty_monitor_state() returns trigger language plpgsql as $$
begin
  update monitor_state set light = 'unreported', reason = null, adjusted_fen = 0, paid_fen = 0, reached = 0, due = 0,
      weight_x100 = 0, execution_gap = null, target_gap = null
    where jurisdiction_id = new.jurisdiction_id and record_id = new.id;
  return null;
end $$;
create trigger empty_monitor_state after update of state on record for each row
  when (new.kind = 'monitoring.round' and new.state = 'open' and old.state <> 'open') execute function empty_monitor_state();

-- A project that was handed over is counted where it now is.
create function move_monitor_state() returns trigger language plpgsql as $$
begin
  update monitor_state set department_id = new.department_id, unit_id = new.unit_id,
      category = coalesce(new.content ->> 'category', '')
    where jurisdiction_id = new.jurisdiction_id and project_id = new.id;
  return null;
end $$;
create trigger move_monitor_state after update on project for each row
  when (new.department_id <> old.department_id or new.unit_id <> old.unit_id
    or new.content ->> 'category' is distinct from old.content ->> 'category')
  execute function move_monitor_state();

-- The sums are kept in slots: a writer takes one that no other open transaction holds, or makes one, and
-- readers add them up. So approvals and reports of one county never wait for each other here.
create table monitor_summary (
  fiscal_year integer not null,
  month integer not null,
  jurisdiction_id text not null,
  department_id uuid not null,
  light text not null,
  slot bigint generated always as identity,
  projects bigint not null,
  adjusted_fen bigint not null,
  paid_fen bigint not null,
  reached bigint not null,
  weight_x100 bigint not null,
  primary key (fiscal_year, month, jurisdiction_id, department_id, light, slot)
) with (fillfactor = 80);
comment on table monitor_summary is '监控汇总:年度、监控月份、地区、主管部门、亮灯,按计数槽相加';
alter table monitor_summary enable row level security;
alter table monitor_summary force row level security;
create policy visible on monitor_summary for select to jiheng_app using (
  jurisdiction_id = any ((select scope_jurisdictions())::text[]) or department_id = (select scope_department()));
do $$ begin
  execute format('create policy owner_all on monitor_summary for all to %I using (true) with check (true)', current_user);
end $$;
grant select on monitor_summary to jiheng_app;

create type monitor_delta as (
  fiscal_year integer, month integer, jurisdiction_id text, department_id uuid, light text,
  projects bigint, adjusted_fen bigint, paid_fen bigint, reached bigint, weight_x100 bigint);

create function add_monitor_deltas(given monitor_delta[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare d monitor_delta;
begin
  for d in
    select fiscal_year, month, jurisdiction_id, department_id, light, sum(projects), sum(adjusted_fen), sum(paid_fen),
      sum(reached), sum(weight_x100)
    from unnest(given) group by fiscal_year, month, jurisdiction_id, department_id, light
    having (sum(projects), sum(adjusted_fen), sum(paid_fen), sum(reached), sum(weight_x100)) <> (0, 0, 0, 0, 0)
  loop
    update monitor_summary s set projects = s.projects + d.projects, adjusted_fen = s.adjusted_fen + d.adjusted_fen,
        paid_fen = s.paid_fen + d.paid_fen, reached = s.reached + d.reached, weight_x100 = s.weight_x100 + d.weight_x100
      where (s.fiscal_year, s.month, s.jurisdiction_id, s.department_id, s.light)
          = (d.fiscal_year, d.month, d.jurisdiction_id, d.department_id, d.light)
        and s.slot = (select free.slot from monitor_summary free
          where (free.fiscal_year, free.month, free.jurisdiction_id, free.department_id, free.light)
              = (d.fiscal_year, d.month, d.jurisdiction_id, d.department_id, d.light)
          limit 1 for update skip locked);
    if not found then
      insert into monitor_summary (fiscal_year, month, jurisdiction_id, department_id, light, projects, adjusted_fen,
          paid_fen, reached, weight_x100)
        values (d.fiscal_year, d.month, d.jurisdiction_id, d.department_id, d.light, d.projects, d.adjusted_fen,
          d.paid_fen, d.reached, d.weight_x100);
    end if;
  end loop;
end $$;
revoke all on function add_monitor_deltas(monitor_delta[]) from public;

-- Once per statement: a hundred rounds opened at once move each sum once.
create function sum_monitor_states() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare deltas monitor_delta[] := '{}';
begin
  if tg_op <> 'DELETE' then
    select deltas || array_agg((fiscal_year, month, jurisdiction_id, department_id, light, 1, adjusted_fen, paid_fen,
      reached, weight_x100)::monitor_delta) into deltas from added;
  end if;
  if tg_op <> 'INSERT' then
    select deltas || array_agg((fiscal_year, month, jurisdiction_id, department_id, light, -1, -adjusted_fen, -paid_fen,
      -reached, -weight_x100)::monitor_delta) into deltas from superseded;
  end if;
  perform add_monitor_deltas(deltas);
  return null;
end $$;
create trigger sum_added after insert on monitor_state referencing new table as added
  for each statement execute function sum_monitor_states();
create trigger sum_changed after update on monitor_state referencing old table as superseded new table as added
  for each statement execute function sum_monitor_states();
create trigger sum_deleted after delete on monitor_state referencing old table as superseded
  for each statement execute function sum_monitor_states();

-- 监控总览: one call opens the scope and answers (docs/adr/0006). Sums are read from the slots by whoever
-- sees whole places or a department, and from the few rows of their own by units, experts and agencies.
-- wanted_place null: everything in scope by place; else that place by department. Without a month: the newest.
create function api_monitor_overview(wanted_token bytea, wanted_place text, wanted_year integer, wanted_month integer)
returns text language plpgsql as $$
declare months integer[]; the_month integer; answer text; is_wide boolean;
begin
  if not enter_scope(wanted_token) then return null; end if;
  is_wide := scope_kind() in ('jurisdiction', 'province', 'department');
  -- Each month is one step into an index, however many sums stand under it.
  months := array(select m from generate_series(1, 12) m where case when is_wide
      then exists (select 1 from monitor_summary where fiscal_year = wanted_year and month = m and projects <> 0
        and (wanted_place is null or jurisdiction_id = wanted_place))
      else exists (select 1 from monitor_state where fiscal_year = wanted_year and month = m
        and (wanted_place is null or jurisdiction_id = wanted_place)) end order by m);
  the_month := coalesce(wanted_month, months[cardinality(months)]);
  select json_build_object(
    'month', the_month, 'months', to_json(months),
    'groups', coalesce((select json_agg(json_build_object('id', g.id, 'name', case when wanted_place is null
          then (select name from jurisdiction where id = g.id)
          else (select name from organisation where id = g.id::uuid) end,
        'light', g.light, 'projects', g.projects, 'adjusted_fen', g.adjusted_fen::text, 'paid_fen', g.paid_fen::text,
        'reached', g.reached::text, 'weight_x100', g.weight_x100::text) order by g.id, g.light)
      from (
        select case when wanted_place is null then jurisdiction_id else department_id::text end as id, light,
          sum(projects) as projects, sum(adjusted_fen) as adjusted_fen, sum(paid_fen) as paid_fen,
          sum(reached) as reached, sum(weight_x100) as weight_x100
        from (
          select jurisdiction_id, department_id, light, projects, adjusted_fen, paid_fen, reached, weight_x100
            from monitor_summary where is_wide and fiscal_year = wanted_year and month = the_month
              and (wanted_place is null or jurisdiction_id = wanted_place)
          union all
          select jurisdiction_id, department_id, light, 1, adjusted_fen, paid_fen, reached, weight_x100
            from monitor_state where not is_wide and fiscal_year = wanted_year and month = the_month
              and (wanted_place is null or jurisdiction_id = wanted_place)) s
        group by 1, 2 having sum(projects) <> 0) g), '[]'::json),
    'worst', coalesce((select json_agg(json_build_object('recordId', w.record_id, 'projectId', w.project_id,
        'jurisdictionId', w.jurisdiction_id, 'jurisdictionName', j.name, 'projectName', p.name, 'unitName', u.name,
        'light', w.light, 'reason', w.reason, 'executionGap', w.execution_gap, 'targetGap', w.target_gap)
        order by w.worst_gap, w.project_id, w.record_id)
      from (
        (select * from monitor_state where wanted_place is null and fiscal_year = wanted_year and month = the_month
          and worst_gap < 0 order by worst_gap, project_id limit 20)
        union all
        (select * from monitor_state where jurisdiction_id = wanted_place and fiscal_year = wanted_year
          and month = the_month and worst_gap < 0 order by worst_gap, project_id limit 20)) w
      join project p on p.jurisdiction_id = w.jurisdiction_id and p.id = w.project_id
      join jurisdiction j on j.id = w.jurisdiction_id
      join organisation u on u.id = w.unit_id), '[]'::json)) into answer;
  return answer;
end $$;

-- The points of the chart, worst first; what has nothing to compare has no point.
create function api_monitor_points(
  wanted_token bytea, wanted_place text, wanted_year integer, wanted_month integer, most integer)
returns text language plpgsql as $$
declare answer text;
begin
  if not enter_scope(wanted_token) then return null; end if;
  select json_build_object(
    'total', (select count(*) from monitor_state where fiscal_year = wanted_year and month = wanted_month
      and worst_gap is not null and (wanted_place is null or jurisdiction_id = wanted_place)),
    'categories', coalesce((select json_agg(json_build_object('category', c.category, 'light', c.light,
        'projects', c.projects, 'adjusted_fen', c.adjusted_fen::text, 'paid_fen', c.paid_fen::text,
        'reached', c.reached::text, 'weight_x100', c.weight_x100::text) order by c.category, c.light)
      from (select category, light, count(*) as projects, sum(adjusted_fen) as adjusted_fen, sum(paid_fen) as paid_fen,
          sum(reached) as reached, sum(weight_x100) as weight_x100
        from monitor_state where fiscal_year = wanted_year and month = wanted_month
          and (wanted_place is null or jurisdiction_id = wanted_place) group by 1, 2) c), '[]'::json),
    'points', coalesce((select json_agg(json_build_array(w.record_id, w.project_id, w.jurisdiction_id, p.name, u.name,
        w.light, w.execution_gap, w.target_gap) order by w.worst_gap, w.project_id, w.record_id)
      from (select * from monitor_state where fiscal_year = wanted_year and month = wanted_month
          and worst_gap is not null and (wanted_place is null or jurisdiction_id = wanted_place)
        order by worst_gap, project_id limit most) w
      join project p on p.jurisdiction_id = w.jurisdiction_id and p.id = w.project_id
      join organisation u on u.id = w.unit_id), '[]'::json)) into answer;
  return answer;
end $$;

-- Rounds that were there before: their rows; the figures follow from the program's recomputation.
insert into monitor_state (jurisdiction_id, record_id, project_id, department_id, unit_id, category, fiscal_year, month, light)
  select r.jurisdiction_id, r.id, p.id, p.department_id, p.unit_id, coalesce(p.content ->> 'category', ''), r.fiscal_year,
    (r.content ->> 'month')::integer, 'unreported'
  from record r join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id
  where r.kind = 'monitoring.round' and r.content ->> 'month' is not null;
