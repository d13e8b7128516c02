-- Parameters that a place approved for itself, such as by taking over a blueprint (docs/adr/0027). One row per
-- parameter and day; rows only grow, of one day the latest approval counts. They are read like the files in
-- rules/overlays, which everybody may read. How many there are tells a server whether it knows them all.
create table place_parameter (
  jurisdiction_id text not null references jurisdiction,
  id uuid not null,
  sequence bigint not null generated always as identity,
  parameter text not null check (parameter ~ '^[a-z]+\.[a-z0-9_]+$'),
  effective_from date not null,
  -- {"value": …}: null inside ends what the place says for itself.
  entry jsonb not null check (entry ? 'value'),
  source jsonb not null check (source ? 'id'),
  article text not null,
  standing text not null check (standing in ('seen', 'memory', 'proposal')),
  record_id uuid not null,
  approved_on date not null,
  recorded_tx bigint not null default pg_current_xact_id()::text::bigint,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, record_id) references record (jurisdiction_id, id)
);
create trigger only_append before update or delete on place_parameter
  for each row execute function refuse_change();
create trigger only_append_all before truncate on place_parameter
  for each statement execute function refuse_change();
-- What is kept of any page was made under the parameters before.
create trigger count_change after insert on place_parameter
  for each statement execute function count_shared_change();
comment on table place_parameter is '各地审定的参数取值,按日期生效,只增不改';

alter table place_parameter enable row level security;
alter table place_parameter force row level security;
create policy readable on place_parameter for select to jiheng_app using (true);
create policy writable on place_parameter for insert to jiheng_app with check (
  jurisdiction_id = any ((select scope_jurisdictions())::text[]));

-- 规范管理蓝本: the packs published here and those brought in from elsewhere, each as the bytes it is.
create table blueprint_pack (
  jurisdiction_id text not null references jurisdiction,
  id uuid not null,
  record_id uuid not null,
  origin text not null check (origin in ('published', 'loaded')),
  name text not null,
  version text not null,
  publisher text not null,
  published_on date not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  sm3 text not null check (sm3 ~ '^[0-9a-f]{64}$'),
  body text not null,
  recorded_tx bigint not null default pg_current_xact_id()::text::bigint,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, record_id) references record (jurisdiction_id, id)
);
create unique index on blueprint_pack (name, version) where origin = 'published';
create trigger only_append before update or delete on blueprint_pack
  for each row execute function refuse_change();
create trigger only_append_all before truncate on blueprint_pack
  for each statement execute function refuse_change();
comment on table blueprint_pack is '规范管理蓝本:本系统发布的和从别处装入的,原样保存,只增不改';

-- A place reads its own, its city's and the region's; it writes only where it answers for the place.
alter table blueprint_pack enable row level security;
alter table blueprint_pack force row level security;
create policy readable on blueprint_pack for select to jiheng_app using (
  jurisdiction_id = any ((select scope_jurisdictions())::text[])
  or jurisdiction_id in (
    (select scope_jurisdiction()),
    (select left(scope_jurisdiction(), 4) || '00'),
    (select left(scope_jurisdiction(), 2) || '0000')));
create policy writable on blueprint_pack for insert to jiheng_app with check (
  jurisdiction_id = any ((select scope_jurisdictions())::text[]));

do $$ declare name text;
begin
  foreach name in array array['place_parameter', 'blueprint_pack'] loop
    execute format('create policy owner_all on %I for all to %I using (true) with check (true)', name, current_user);
    execute format('grant select, insert on %I to jiheng_app', name);
  end loop;
end $$;

-- That a blueprint was published, and its digest, is for every place to prove; persons stand in it as commitments.
create policy published_blueprint on ledger_leaf for select to jiheng_app using (
  type = 'blueprint.published' and (select scope_kind()) <> 'none');
