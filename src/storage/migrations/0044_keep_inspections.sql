-- 每夜核对: what the inspection found, night by night, so that a difference raises its alarm on a page.
create table inspection (
  id bigint generated always as identity primary key,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  differences integer not null check (differences >= 0),
  lines jsonb not null
);
create index on inspection (ended_at desc);
create trigger only_append before update or delete on inspection for each row execute function refuse_change();
comment on table inspection is '每夜核对的结果:逐项名称、差异个数和例子,只增不改';
alter table inspection enable row level security;
alter table inspection force row level security;
create policy administrators on inspection for select to jiheng_app
  using ((select scope_role()) in ('system_admin', 'audit_admin'));
do $$ begin
  execute format('create policy owner_all on inspection for all to %I using (true) with check (true)', current_user);
end $$;
grant select on inspection to jiheng_app;
