-- What was taken over from a file of the budget system: the differences as they were shown and chosen, with the
-- digest of the file. The file itself is read and given up.
create table exchange_takeover (
  jurisdiction_id text not null,
  id uuid not null,
  fiscal_year integer not null,
  file_name text not null,
  file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  differences jsonb not null check (jsonb_typeof(differences) = 'array'),
  person_id uuid not null references person,
  taken_at timestamptz not null,
  recorded_tx bigint not null default pg_current_xact_id()::text::bigint,
  primary key (jurisdiction_id, id)
);
create index on exchange_takeover (jurisdiction_id, fiscal_year, taken_at);
create trigger only_append before update or delete on exchange_takeover for each row execute function refuse_change();
comment on table exchange_takeover is '交换表采纳记录:所采纳的差异清单和文件摘要,只增不改';

-- Whoever sees the whole place sees all of it, everybody else what they took over themselves.
alter table exchange_takeover enable row level security;
alter table exchange_takeover force row level security;
create policy visible on exchange_takeover for select to jiheng_app using (
  jurisdiction_id = any ((select scope_jurisdictions())::text[]) or person_id = (select scope_person()));
create policy own on exchange_takeover for insert to jiheng_app with check (
  person_id = (select scope_person()) and jurisdiction_id = (select scope_jurisdiction()));
do $$ begin
  execute format('create policy owner_all on exchange_takeover for all to %I using (true) with check (true)', current_user);
end $$;
grant select, insert on exchange_takeover to jiheng_app;
