-- 预算测算: a scenario holds the projects of a place and budget year as they were when it was made, and what
-- people set; a plan holds one worked-out answer whole, so that it can be read when the scenario has changed.
-- Only the finance bureau's people of the place see either: what is being weighed is nobody else's affair yet.
create table budget_scenario (
  jurisdiction_id text not null references jurisdiction,
  id uuid not null,
  fiscal_year integer not null check (fiscal_year between 2000 and 2100),
  name text not null,
  lines jsonb not null,
  settings jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null references person,
  primary key (jurisdiction_id, id)
);
call make_versioned('budget_scenario');
call make_as_of('budget_scenario');
create index on budget_scenario (jurisdiction_id, fiscal_year, created_at desc);
comment on table budget_scenario is '预算测算:一个地区一个预算年度的项目、约束和设定';

create table budget_plan (
  jurisdiction_id text not null references jurisdiction,
  id uuid not null,
  scenario_id uuid not null,
  name text not null,
  -- Lines and settings as they went in, then the answer.
  lines jsonb not null,
  settings jsonb not null,
  weights jsonb not null,
  result jsonb not null,
  version integer not null default 1,
  made_at timestamptz not null,
  made_by uuid not null references person,
  adopted_at timestamptz,
  adopted_by uuid references person,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, scenario_id) references budget_scenario (jurisdiction_id, id)
);
call make_versioned('budget_plan');
call make_as_of('budget_plan');
create index on budget_plan (jurisdiction_id, scenario_id, made_at);
-- One plan of a scenario is adopted, once.
create unique index on budget_plan (jurisdiction_id, scenario_id) where adopted_at is not null;
comment on table budget_plan is '预算测算方案:连同测算时的约束一并保存,采用后写入各项目的挂钩决定草稿';

create procedure guard_scenarios(table_name text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format($p$
    create policy own_bureau on %1$I for all to jiheng_app using (
      jurisdiction_id = (select scope_jurisdiction())
      and (select scope_role()) in ('finance_business', 'finance_performance', 'finance_leader'))
    $p$, table_name);
  execute format('create policy owner_all on %I for all to %I using (true) with check (true)', table_name, current_user);
end $$;
call guard_scenarios('budget_scenario');
call guard_scenarios('budget_scenario_history');
call guard_scenarios('budget_plan');
call guard_scenarios('budget_plan_history');
grant select, insert, update on budget_scenario, budget_plan to jiheng_app;
grant select, insert on budget_scenario_history, budget_plan_history to jiheng_app;
