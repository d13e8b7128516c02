-- An official boundary file of the region, for the map of the cockpit: handed in by the region, never shipped. Whoever
-- sees the cockpit sees it; earlier files stay.
create table boundary_file (
  jurisdiction_id text not null references jurisdiction,
  id uuid not null,
  name text not null,
  content jsonb not null,
  sha256 text not null,
  uploaded_at timestamptz not null,
  uploaded_by uuid not null references person,
  primary key (jurisdiction_id, id)
);
create index on boundary_file (jurisdiction_id, uploaded_at);
create trigger only_append before update or delete on boundary_file for each row execute function refuse_change();
comment on table boundary_file is '自治区上传的行政区划边界文件:只增不改';

alter table boundary_file enable row level security;
alter table boundary_file force row level security;
create policy everybody on boundary_file for select to jiheng_app using (true);
create policy uploaded on boundary_file for insert to jiheng_app
  with check ((select scope_kind()) = 'province' and jurisdiction_id = (select scope_jurisdiction()));
do $$ begin
  execute format('create policy owner_all on boundary_file for all to %I using (true) with check (true)', current_user);
end $$;
grant select, insert on boundary_file to jiheng_app;
