-- 推进情况排名: what the region published, one row a place. Each place sees its own row, the region all; what was
-- published stays as it was.
create table pilot_ranking (
  jurisdiction_id text not null references jurisdiction,
  id uuid not null,
  published_on date not null,
  published_by uuid not null references person,
  rank integer not null check (rank > 0),
  places integer not null check (places >= rank),
  is_tied boolean not null,
  total_x100 integer not null check (total_x100 between 0 and 10000),
  lines jsonb not null,
  source text not null,
  recorded_at timestamptz not null default now(),
  primary key (jurisdiction_id, id)
);
create index on pilot_ranking (jurisdiction_id, recorded_at);
create trigger only_append before update or delete on pilot_ranking for each row execute function refuse_change();
comment on table pilot_ranking is '自治区公布的试点推进情况排名:只增不改';

alter table pilot_ranking enable row level security;
alter table pilot_ranking force row level security;
create policy visible on pilot_ranking for select to jiheng_app
  using (jurisdiction_id = any ((select scope_jurisdictions())::text[]));
create policy published on pilot_ranking for insert to jiheng_app with check ((select scope_kind()) = 'province');
do $$ begin
  execute format('create policy owner_all on pilot_ranking for all to %I using (true) with check (true)', current_user);
end $$;
grant select, insert on pilot_ranking to jiheng_app;
