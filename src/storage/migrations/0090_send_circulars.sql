-- A 通报 is sent within the system to every department and unit of its place. They see the record once it was
-- sent, its acts and its frozen version; nothing of the draft, and nothing of a 专报.
create policy sent_circular on record for select to jiheng_app using (
  kind = 'results.circular' and state in ('sent', 'closed') and jurisdiction_id = (select scope_jurisdiction())
  and (select scope_kind()) in ('unit', 'department'));

-- Asked once per statement, and only by the narrow scopes that may have one.
create function scope_circulars() returns uuid[] language plpgsql stable as $$
begin
  if scope_kind() not in ('unit', 'department') then return '{}'; end if;
  return array(select id from record where kind = 'results.circular' and state in ('sent', 'closed')
    and jurisdiction_id = scope_jurisdiction());
end $$;
create policy sent_circular on act for select to jiheng_app using (
  project_id is null and record_id = any ((select scope_circulars())::uuid[]));
create policy sent_circular on frozen for select to jiheng_app using (
  project_id is null and record_id = any ((select scope_circulars())::uuid[]));

-- Who received it: one office once, by whom and when.
create table report_receipt (
  jurisdiction_id text not null,
  id uuid not null,
  record_id uuid not null,
  organisation_id uuid not null references organisation,
  person_id uuid not null references person,
  received_at timestamptz not null,
  recorded_tx bigint not null default pg_current_xact_id()::text::bigint,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, record_id, organisation_id),
  foreign key (jurisdiction_id, record_id) references record (jurisdiction_id, id)
);
create trigger only_append before update or delete on report_receipt for each row execute function refuse_change();
comment on table report_receipt is '通报签收:哪个单位何时由谁签收,只增不改';
alter table report_receipt enable row level security;
alter table report_receipt force row level security;
create policy visible on report_receipt for select to jiheng_app using (
  jurisdiction_id = any ((select scope_jurisdictions())::text[]) or organisation_id = (select scope_organisation()));
create policy own on report_receipt for insert to jiheng_app with check (
  person_id = (select scope_person()) and organisation_id = (select scope_organisation())
  and record_id = any ((select scope_circulars())::uuid[]));
do $$ begin
  execute format('create policy owner_all on report_receipt for all to %I using (true) with check (true)', current_user);
end $$;
grant select, insert on report_receipt to jiheng_app;
