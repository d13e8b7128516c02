-- Change numbers (docs/adr/0007): the server keeps what a hot read showed as long as no number behind it
-- has moved. The transaction that writes moves them, whoever writes and however: nothing else can be exact.

create table change_number (
  jurisdiction_id text not null,
  bucket integer not null,
  slot bigint generated always as identity,
  number bigint not null default 1,
  primary key (jurisdiction_id, bucket, slot)
) with (fillfactor = 50);
comment on table change_number is '变更计数:地区(* 为各地共用的机构、人员、区划)、项目分组、计数;只增不减';
grant select on change_number to jiheng_app;
create trigger only_grow before delete or truncate on change_number for each statement execute function refuse_change();

-- Projects of a jurisdiction in 16 groups: a project's file outlives writes to the other 15.
create function change_bucket(project uuid) returns integer language sql immutable parallel safe
  as $$ select get_byte(uuid_send(project), 15) & 15 $$;

-- What is read is the sum over the slots. A writer takes a slot that no other open transaction holds, or
-- makes one: writers never wait for each other here, so they cannot block or deadlock. As each adds to the
-- sum what becomes visible with its commit, two different states never have the same sum.
create function move_change_number(wanted_jurisdiction text, wanted_bucket integer) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update change_number set number = number + 1
    where jurisdiction_id = wanted_jurisdiction and bucket = wanted_bucket and slot = (
      select slot from change_number where jurisdiction_id = wanted_jurisdiction and bucket = wanted_bucket
      limit 1 for update skip locked);
  if not found then
    insert into change_number (jurisdiction_id, bucket) values (wanted_jurisdiction, wanted_bucket);
  end if;
end $$;

-- Once per transaction and group; what is already moved stands in a setting that ends with the
-- transaction, and goes back with a savepoint just as the move itself does.
create function count_change(wanted_jurisdiction text, project uuid) returns void language plpgsql as $$
declare
  setting text := 'jiheng.moved_' || wanted_jurisdiction;
  wanted_bucket integer := change_bucket(project);
  moved integer := coalesce(nullif(current_setting(setting, true), ''), '0');
begin
  if moved & (1 << wanted_bucket) <> 0 then return; end if;
  perform set_config(setting, (moved | (1 << wanted_bucket))::text, true);
  perform move_change_number(wanted_jurisdiction, wanted_bucket);
end $$;

create function count_project_change() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform count_change(old.jurisdiction_id, old.id); end if;
  if tg_op = 'DELETE' then return old; end if;
  perform count_change(new.jurisdiction_id, new.id);
  return new;
end $$;

create function count_row_change() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.project_id is not null then
    perform count_change(old.jurisdiction_id, old.project_id);
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if new.project_id is not null then perform count_change(new.jurisdiction_id, new.project_id); end if;
  return new;
end $$;

create function count_shared_change() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('jiheng.moved_shared', true), '') = '' then
    perform set_config('jiheng.moved_shared', 'yes', true);
    perform move_change_number('*', -1);
  end if;
  return null;
end $$;

create trigger count_change before insert or update or delete on project
  for each row execute function count_project_change();
do $$ declare name text;
begin
  foreach name in array array['record', 'act', 'indicator', 'observation', 'execution'] loop
    execute format('create trigger count_change before insert or update or delete on %I
      for each row execute function count_row_change()', name);
  end loop;
  foreach name in array array['organisation', 'person', 'jurisdiction'] loop
    execute format('create trigger count_change after insert or update or delete on %I
      for each statement execute function count_shared_change()', name);
  end loop;
  foreach name in array array['project', 'record', 'act', 'indicator', 'observation', 'execution',
      'organisation', 'person', 'jurisdiction'] loop
    execute format('create trigger count_truncate after truncate on %I
      for each statement execute function count_shared_change()', name);
  end loop;
end $$;
