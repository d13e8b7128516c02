-- One audit row per write, in the transaction of the write. It can be added to, never changed.

create table audit (
  id uuid primary key,
  jurisdiction_id text,
  at timestamptz not null default now(),
  tx bigint not null default pg_current_xact_id()::text::bigint,
  person_id uuid,
  post_id uuid,
  role text,
  use_case text not null,
  title text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  subject_kind text,
  subject_id uuid,
  project_id uuid,
  address text,
  request_id text,
  changes jsonb not null default '[]'
);
create index on audit (at, id);
create index on audit (tx);
create index on audit (jurisdiction_id, at);
create index on audit (subject_id) where subject_id is not null;
create trigger only_append before update or delete on audit for each row execute function refuse_change();
create trigger no_truncate before truncate on audit for each statement execute function refuse_change();
comment on table audit is '审计记录:谁、以何岗位、何时、从何处、改了什么;只增不改';

create table idempotency (
  person_id uuid not null,
  key text not null check (length(key) between 8 and 100),
  body_digest text not null,
  status integer not null,
  answer text not null,
  created_at timestamptz not null default now(),
  primary key (person_id, key)
);
create index on idempotency (created_at);
comment on table idempotency is '防重复提交:同一人同一键只生效一次,保留七天';

grant select, insert on audit to jiheng_app;
grant select, insert, delete on idempotency to jiheng_app;
grant select, insert on act, frozen, document_number to jiheng_app;
grant select on workflow_transition, workflow_initial to jiheng_app;
