-- Who answers for an indicator after its target was declared. The sheet itself, and what was approved
-- and sealed of it, stay as they are: a hand-over is a row here, the newest of an indicator counts.
create table indicator_owner (
  jurisdiction_id text not null,
  id uuid not null,
  project_id uuid not null,
  record_id uuid not null,
  indicator_id uuid not null,
  person_id uuid not null references person,
  reason text not null,
  changed_at timestamptz not null,
  changed_by uuid not null references person,
  recorded_tx bigint not null default pg_current_xact_id()::text::bigint,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, project_id) references project (jurisdiction_id, id),
  foreign key (jurisdiction_id, record_id) references record (jurisdiction_id, id)
);
create index on indicator_owner (jurisdiction_id, indicator_id, changed_at desc);
create trigger only_append before update or delete on indicator_owner
  for each row execute function refuse_change();
comment on table indicator_owner is '指标责任人变更:只增不改,以最近一次为准';
call guard_project_rows('indicator_owner');
grant select, insert on indicator_owner to jiheng_app;

-- The person an indicator is answered for by now: the last hand-over, else its own, else the sheet's.
-- Null where the record names somebody in words only, or nobody.
create view indicator_in_hand with (security_invoker = true) as
select i.jurisdiction_id, i.id as indicator_id, i.record_id, i.project_id, i.ordinal, i.name,
  r.title as record_title, r.state, p.name as project_name, p.unit_id, p.fiscal_year,
  coalesce(nullif(i.content ->> 'owner', ''), r.content ->> 'indicatorOwner') as named,
  coalesce(
    (select o.person_id from indicator_owner o where o.jurisdiction_id = i.jurisdiction_id
      and o.indicator_id = i.id order by o.changed_at desc, o.id desc limit 1),
    case when coalesce(nullif(i.content ->> 'owner', ''), r.content ->> 'indicatorOwner')
        ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
      then coalesce(nullif(i.content ->> 'owner', ''), r.content ->> 'indicatorOwner')::uuid end) as person_id
from indicator i
join record r on r.jurisdiction_id = i.jurisdiction_id and r.id = i.record_id
join project p on p.jurisdiction_id = i.jurisdiction_id and p.id = i.project_id
where r.kind = 'targets.sheet' and r.state in ('declared', 'reviewed', 'rechecked', 'approved', 'published')
  and p.status <> 'closed';
comment on view indicator_in_hand is '在办指标及其现任责任人';
grant select on indicator_in_hand to jiheng_app;
