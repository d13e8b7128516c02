-- What places add to, revise in or retire from the indicator library. One row per approved change:
-- rows only grow, the newest of a place counts. The national library itself is in the rules folder.
create table library_indicator (
  jurisdiction_id text not null references jurisdiction,
  id uuid not null,
  indicator_id text not null check (indicator_id ~ '^([A-Z]{3}|\d{6})-\d{3,}$'),
  version integer not null check (version > 0),
  change text not null check (change in ('add', 'revise', 'retire')),
  based_on integer not null check (based_on >= 0),
  content jsonb not null,
  record_id uuid not null,
  approved_on date not null,
  recorded_tx bigint not null default pg_current_xact_id()::text::bigint,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, indicator_id, version),
  foreign key (jurisdiction_id, record_id) references record (jurisdiction_id, id)
);
create trigger only_append before update or delete on library_indicator
  for each row execute function refuse_change();
comment on table library_indicator is '指标库的本地版本:新增、修订、停用,只增不改';

-- A place reads its own, its city's and the region's; it writes only where it answers for the place.
alter table library_indicator enable row level security;
alter table library_indicator force row level security;
create policy readable on library_indicator for select to jiheng_app using (
  jurisdiction_id = any ((select scope_jurisdictions())::text[])
  or jurisdiction_id in (
    (select scope_jurisdiction()),
    (select left(scope_jurisdiction(), 4) || '00'),
    (select left(scope_jurisdiction(), 2) || '0000')));
create policy writable on library_indicator for insert to jiheng_app with check (
  jurisdiction_id = any ((select scope_jurisdictions())::text[]));
do $$ begin
  execute format('create policy owner_all on library_indicator for all to %I using (true) with check (true)', current_user);
end $$;
grant select, insert on library_indicator to jiheng_app;
