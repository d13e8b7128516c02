-- A department's own targets belong to the office and its year, not to one project: the office sees them
-- beside whoever sees the whole place.
alter table record add column organisation_id uuid references organisation;
alter table record_history add column organisation_id uuid;
comment on column record.organisation_id is '所属单位:不属于某一个项目的事项由哪个单位办理';
create index on record (organisation_id) where organisation_id is not null;
call keep_by_statement('record');
drop function record_as_of(timestamptz);
call make_as_of('record');

-- Only what belongs to no project: a project's records follow the project.
create policy own_office on record for all to jiheng_app using (
  project_id is null and organisation_id = (select scope_department()));
create policy own_office on record_history for all to jiheng_app using (
  project_id is null and organisation_id = (select scope_department()));

-- Asked once per statement, and only by narrow scopes; under the policy of the record table itself.
create function scope_office_records() returns uuid[] language sql stable
  as $$ select array(select id from record where project_id is null and scope_kind() = 'department'
    and organisation_id = scope_organisation()) $$;
create policy own_office on act for all to jiheng_app using (
  project_id is null and record_id = any ((select scope_office_records())::uuid[]));
create policy own_office on frozen for all to jiheng_app using (
  project_id is null and record_id = any ((select scope_office_records())::uuid[]));
create policy own_office on target_check for all to jiheng_app using (
  project_id is null and record_id = any ((select scope_office_records())::uuid[]));

-- Budget rounds (一上、二上……) are records of a place. Whoever declares has to know when a round is open, also
-- those who see only their own projects: the dates are told, the records stay where they are.
create function budget_rounds(wanted text, year integer)
returns table (id uuid, round_type text, opens_on date, closes_on date, state text, closed_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.content ->> 'roundType', (r.content ->> 'opensOn')::date, (r.content ->> 'closesOn')::date, r.state,
    case when r.state = 'closed' then (r.state_since at time zone 'Asia/Shanghai')::date end
  from record r
  where r.kind = 'project.budgetRound' and r.jurisdiction_id = wanted and r.fiscal_year = year
    and r.state in ('open', 'closed')
    and (wanted = scope_jurisdiction() or wanted = any (coalesce(scope_jurisdictions(), '{}')))
  order by 3, 1
$$;
revoke all on function budget_rounds(text, integer) from public;
grant execute on function budget_rounds(text, integer) to jiheng_app;

-- What was declared in which round, and whether its last day was over; a declaration after a return counts again.
create table round_entry (
  jurisdiction_id text not null,
  id uuid not null,
  round_id uuid not null,
  record_id uuid not null,
  project_id uuid,
  declared_on date not null,
  days_late integer not null check (days_late >= 0),
  amount_fen bigint,
  recorded_tx bigint not null default pg_current_xact_id()::text::bigint,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, record_id) references record (jurisdiction_id, id)
);
create index on round_entry (jurisdiction_id, round_id);
create index on round_entry (jurisdiction_id, record_id, declared_on);
create trigger only_append before update or delete on round_entry for each row execute function refuse_change();
comment on table round_entry is '编报轮次内的申报:只增不改';
call guard_project_rows('round_entry');
create policy own_office on round_entry for all to jiheng_app using (
  project_id is null and record_id = any ((select scope_office_records())::uuid[]));
grant select, insert on round_entry to jiheng_app;
