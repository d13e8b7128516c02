-- Targets of offices are published too, with the file that was published: a file may belong to a record of
-- no project. Whoever sees the whole place sees it; the office sees those of its own records.
alter table evidence alter column project_id drop not null;
alter table evidence_history alter column project_id drop not null;

create policy own_office on evidence for all to jiheng_app using (
  project_id is null and record_id = any ((select scope_office_records())::uuid[]));
create policy own_office on evidence_history for all to jiheng_app using (
  project_id is null and record_id = any ((select scope_office_records())::uuid[]));

-- Asked once per statement, and only by narrow scopes; under the policy of the evidence table itself.
create function scope_office_files() returns uuid[] language sql stable
  as $$ select array(select attachment_id from evidence where project_id is null and scope_kind() = 'department') $$;
create policy own_office on attachment for all to jiheng_app using (
  project_id is null and id = any ((select scope_office_files())::uuid[]));
