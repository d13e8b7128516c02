-- What is public is copied, at the moment of publishing, into a room of its own. Whoever reads for the public has
-- the key to this room only: its role may not even enter the schema where everything else lives.
revoke usage on schema public from public;
create schema disclosure;
comment on schema disclosure is '已公开的内容：发布时复制，只增不改；公开站的账号只能读这里';

create table disclosure.version (
  publication_id text not null check (publication_id ~ '^[0-9a-f]{12}$'),
  version integer not null check (version > 0),
  jurisdiction_id text not null,
  place_name text not null,
  fiscal_year integer not null,
  project_name text not null,
  unit_name text not null,
  department_name text not null,
  category text not null,
  grade text,
  score_x100 integer,
  budget_fen bigint not null,
  occasion text not null check (occasion in ('target', 'result')),
  correction text,
  published_on date not null,
  -- Canonical JSON, exactly the text whose digests stand beside it and in the ledger.
  package text not null,
  sha256 text not null check (sha256 = encode(sha256(convert_to(package, 'UTF8')), 'hex')),
  sm3 text not null check (sm3 ~ '^[0-9a-f]{64}$'),
  leaf_idx bigint not null,
  created_at timestamptz not null default now(),
  primary key (publication_id, version)
);
create index on disclosure.version (jurisdiction_id, fiscal_year);
comment on table disclosure.version is '公开内容各版本：更正是新版本，原版本保留';

-- Versions count without a gap; a correction never takes the place of what it corrects.
create function disclosure.follow_on() returns trigger language plpgsql as $$
begin
  if new.version <> coalesce((select max(version) from disclosure.version where publication_id = new.publication_id), 0) + 1 then
    raise exception '公开版本须逐版递增' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger follow_on before insert on disclosure.version for each row execute function disclosure.follow_on();

create table disclosure.proof (
  publication_id text not null,
  version integer not null,
  size bigint not null,
  bundle text not null,
  made_at timestamptz not null default now(),
  primary key (publication_id, version, size),
  foreign key (publication_id, version) references disclosure.version
);
comment on table disclosure.proof is '公开内容在契约账中的证据包，出具凭证时生成';

create table disclosure.answer (
  number text primary key check (number ~ '^[0-9A-Z]{10}$'),
  publication_id text not null,
  version integer not null,
  said text not null,
  answer text not null,
  received_on date not null,
  answered_on date not null,
  foreign key (publication_id, version) references disclosure.version
);
comment on table disclosure.answer is '已公开的公众反馈和答复';

do $$
declare name text;
begin
  foreach name in array array['version', 'proof', 'answer'] loop
    execute format('create trigger only_append before update or delete on disclosure.%I for each row execute function public.refuse_change()', name);
    execute format('create trigger no_truncate before truncate on disclosure.%I for each statement execute function public.refuse_change()', name);
  end loop;
end $$;

-- Inside, a place adds only what is its own; what is public may be read by everybody.
alter table disclosure.version enable row level security;
create policy readable on disclosure.version for select using (true);
create policy own on disclosure.version for insert to jiheng_app with check (
  jurisdiction_id = any ((select scope_jurisdictions())::text[]));
grant usage on schema disclosure to jiheng_app, jiheng_public;
grant select on all tables in schema disclosure to jiheng_app, jiheng_public;
grant insert on disclosure.version, disclosure.proof, disclosure.answer to jiheng_app;

-- What citizens write comes in by one door and is seen outside only when somebody inside lets it.
create table feedback (
  jurisdiction_id text not null,
  id uuid not null default gen_random_uuid(),
  number text not null unique check (number ~ '^[0-9A-Z]{10}$'),
  publication_id text not null,
  version integer not null,
  said text not null,
  received_at timestamptz not null default now(),
  primary key (jurisdiction_id, id)
);
create index on feedback (publication_id, received_at);
create index on feedback (received_at);
comment on table feedback is '公众反馈原文：公开站只能经函数添加';

create table feedback_handling (
  jurisdiction_id text not null,
  id uuid not null,
  feedback_id uuid not null,
  action text not null check (action in ('answer', 'publish', 'ignore')),
  said text not null,
  person_id uuid not null references person,
  handled_at timestamptz not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, feedback_id, action),
  foreign key (jurisdiction_id, feedback_id) references feedback
);
comment on table feedback_handling is '公众反馈的办理：答复、公开、不予公开及理由';

do $$
declare name text;
begin
  foreach name in array array['feedback', 'feedback_handling'] loop
    execute format('create trigger only_append before update or delete on %I for each row execute function refuse_change()', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy visible on %I for all to jiheng_app using (
      jurisdiction_id = any ((select scope_jurisdictions())::text[])) with check (
      jurisdiction_id = any ((select scope_jurisdictions())::text[]))', name);
    execute format('create policy owner_all on %I for all to %I using (true) with check (true)', name, current_user);
  end loop;
end $$;
grant select on feedback to jiheng_app;
grant select, insert on feedback_handling to jiheng_app;

-- The one thing the public may write. Limits hold here too, whatever the program in front forgets.
create function disclosure.send_feedback(wanted_publication text, wanted_version integer, words text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare place text; made text;
begin
  select jurisdiction_id into place from disclosure.version v
    where v.publication_id = wanted_publication and v.version = wanted_version;
  if place is null then raise exception 'unknown publication' using errcode = 'JH404'; end if;
  if words is null or length(btrim(words)) < 5 or length(words) > 1000 then
    raise exception 'too short or too long' using errcode = 'JH422';
  end if;
  if (select count(*) from feedback where publication_id = wanted_publication and received_at > now() - interval '1 hour') >= 30
    or (select count(*) from feedback where received_at > now() - interval '1 hour') >= 300 then
    raise exception 'too many' using errcode = 'JH429';
  end if;
  made := upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 10));
  insert into feedback (jurisdiction_id, number, publication_id, version, said)
    values (place, made, wanted_publication, wanted_version, btrim(words));
  return made;
end $$;
revoke all on function disclosure.send_feedback(text, integer, text) from public;
revoke all on function disclosure.follow_on() from public;
grant execute on function disclosure.send_feedback(text, integer, text) to jiheng_public;
grant execute on function disclosure.follow_on() to jiheng_app;
