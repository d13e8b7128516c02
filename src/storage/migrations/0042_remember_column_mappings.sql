-- Which column of a source's table is which of ours: chosen once by a person, then taken for every file
-- with the same headings. One row per place, subject and layout.
create table column_mapping (
  jurisdiction_id text not null references jurisdiction,
  subject text not null,
  layout_digest text not null,
  headers jsonb not null,
  mapping jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null references person,
  primary key (jurisdiction_id, subject, layout_digest)
);
comment on table column_mapping is '批量导入的列对应关系:按地区、事项和表头记住';

alter table column_mapping enable row level security;
alter table column_mapping force row level security;
create policy own_place on column_mapping for all to jiheng_app
  using (jurisdiction_id = (select scope_jurisdiction()))
  with check (jurisdiction_id = (select scope_jurisdiction()));
do $$ begin
  execute format('create policy owner_all on column_mapping for all to %I using (true) with check (true)', current_user);
end $$;
grant select, insert, update on column_mapping to jiheng_app;
