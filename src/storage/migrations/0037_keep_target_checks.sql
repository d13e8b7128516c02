-- What the checks and the table doctor said of a target when it was declared: lists of many sheets sort by
-- it. The sheet cannot change until it is returned, so one row per declaration holds; the newest counts.
create table target_check (
  jurisdiction_id text not null,
  id uuid not null,
  record_id uuid not null,
  project_id uuid,
  errors integer not null check (errors >= 0),
  warnings integer not null check (warnings >= 0),
  doctor integer not null check (doctor >= 0),
  checked_at timestamptz not null,
  recorded_tx bigint not null default pg_current_xact_id()::text::bigint,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, record_id) references record (jurisdiction_id, id)
);
create index on target_check (jurisdiction_id, record_id, checked_at desc);
create trigger only_append before update or delete on target_check
  for each row execute function refuse_change();
comment on table target_check is '申报时的检查和体检结果(条数),只增不改';
call guard_project_rows('target_check');
grant select, insert on target_check to jiheng_app;
