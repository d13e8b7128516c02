-- What should never have been public is taken down by two people of the place. The row stays: its digest is in the
-- ledger, and the inside may still read it. The public is shut out of it by policies that only take away, so that it
-- does not matter in which order they and those that open were made.
create table withdrawal_proposal (
  jurisdiction_id text not null,
  id uuid not null,
  publication_id text not null check (publication_id ~ '^[0-9a-f]{12}$'),
  versions integer[] not null check (cardinality(versions) > 0),
  kind text not null check (kind in ('personal', 'secret', 'wrong', 'other')),
  -- For the inside, and what the public is told in its place.
  reason text not null,
  said text not null,
  is_name_told boolean not null,
  person_id uuid not null references person,
  proposed_at timestamptz not null,
  recorded_tx bigint not null default pg_current_xact_id()::text::bigint,
  primary key (jurisdiction_id, id)
);
create index on withdrawal_proposal (publication_id);
comment on table withdrawal_proposal is '撤下公开的提出：哪几版、类别、理由和对外说明';

create table withdrawal_decision (
  jurisdiction_id text not null,
  id uuid not null,
  proposal_id uuid not null,
  action text not null check (action in ('approve', 'refuse')),
  said text not null,
  person_id uuid not null references person,
  decided_at timestamptz not null,
  recorded_tx bigint not null default pg_current_xact_id()::text::bigint,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, proposal_id),
  foreign key (jurisdiction_id, proposal_id) references withdrawal_proposal
);
comment on table withdrawal_decision is '撤下公开的审批：批准或不同意，不能由提出人本人';

create function decided_by_another() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select 1 from withdrawal_proposal p where p.jurisdiction_id = new.jurisdiction_id
    and p.id = new.proposal_id and p.person_id = new.person_id) then
    raise exception '审批撤下公开的不能是提出人本人' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger second_person before insert on withdrawal_decision for each row execute function decided_by_another();

do $$
declare name text;
begin
  foreach name in array array['withdrawal_proposal', 'withdrawal_decision'] loop
    execute format('create trigger only_append before update or delete on %I for each row execute function refuse_change()', name);
    execute format('create trigger no_truncate before truncate on %I for each statement execute function refuse_change()', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy visible on %I for all to jiheng_app using (
      jurisdiction_id = any ((select scope_jurisdictions())::text[])) with check (
      jurisdiction_id = any ((select scope_jurisdictions())::text[]))', name);
    execute format('create policy owner_all on %I for all to %I using (true) with check (true)', name, current_user);
    execute format('grant select, insert on %I to jiheng_app', name);
  end loop;
end $$;

-- What the public reads from then on.
create table disclosure.withdrawal (
  publication_id text not null,
  version integer not null,
  jurisdiction_id text not null,
  place_name text not null,
  fiscal_year integer not null,
  -- Left out where the name itself had to go.
  name text,
  occasion text not null,
  published_on date not null,
  withdrawn_on date not null,
  said text not null,
  sha256 text not null,
  sm3 text not null,
  -- The leaf of the version, and the one that says that it was withdrawn.
  package_idx bigint not null,
  leaf_idx bigint not null,
  primary key (publication_id, version),
  foreign key (publication_id, version) references disclosure.version
);
create index on disclosure.withdrawal (jurisdiction_id, fiscal_year);
comment on table disclosure.withdrawal is '撤下公开的说明：公众从此只能看到这些';

create table disclosure.withdrawal_proof (
  publication_id text not null,
  version integer not null,
  size bigint not null,
  bundle text not null,
  made_at timestamptz not null default now(),
  primary key (publication_id, version, size),
  foreign key (publication_id, version) references disclosure.withdrawal
);
comment on table disclosure.withdrawal_proof is '撤下公开在契约账中的证据包';

-- It says of the version what the version says of itself, and stands on an approval.
create function disclosure.withdraw_as_published() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from disclosure.version v where v.publication_id = new.publication_id and v.version = new.version
    and v.jurisdiction_id = new.jurisdiction_id and v.place_name = new.place_name and v.fiscal_year = new.fiscal_year
    and (new.name is null or v.project_name = new.name) and v.occasion = new.occasion
    and v.published_on = new.published_on and v.sha256 = new.sha256 and v.sm3 = new.sm3 and v.leaf_idx = new.package_idx) then
    raise exception '撤下说明与公开的版本不一致' using errcode = 'integrity_constraint_violation';
  end if;
  if not exists (select 1 from withdrawal_proposal p join withdrawal_decision d
      on d.jurisdiction_id = p.jurisdiction_id and d.proposal_id = p.id and d.action = 'approve'
    where p.jurisdiction_id = new.jurisdiction_id and p.publication_id = new.publication_id
      and new.version = any (p.versions) and p.said = new.said) then
    raise exception '撤下公开须经批准' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
revoke all on function disclosure.withdraw_as_published() from public;
grant execute on function disclosure.withdraw_as_published() to jiheng_app;
create trigger as_published before insert on disclosure.withdrawal for each row execute function disclosure.withdraw_as_published();

do $$
declare name text;
begin
  foreach name in array array['withdrawal', 'withdrawal_proof'] loop
    execute format('create trigger only_append before update or delete on disclosure.%I for each row execute function public.refuse_change()', name);
    execute format('create trigger no_truncate before truncate on disclosure.%I for each statement execute function public.refuse_change()', name);
    execute format('alter table disclosure.%I enable row level security', name);
    execute format('create policy readable on disclosure.%I for select using (true)', name);
    execute format('grant select on disclosure.%I to jiheng_app, jiheng_public', name);
    execute format('grant insert on disclosure.%I to jiheng_app', name);
  end loop;
end $$;
create policy own on disclosure.withdrawal for insert to jiheng_app with check (
  jurisdiction_id = any ((select scope_jurisdictions())::text[]));
create policy own on disclosure.withdrawal_proof for insert to jiheng_app with check (exists (
  select 1 from disclosure.withdrawal w where w.publication_id = withdrawal_proof.publication_id
    and w.version = withdrawal_proof.version and w.jurisdiction_id = any ((select scope_jurisdictions())::text[])));

-- The public is shut out of what was withdrawn; inside it is the place's own affair.
create policy not_withdrawn on disclosure.version as restrictive for select to jiheng_public using (
  (publication_id, version) not in (select w.publication_id, w.version from disclosure.withdrawal w));
create policy withdrawn_is_own on disclosure.version as restrictive for select to jiheng_app using (
  (publication_id, version) not in (select w.publication_id, w.version from disclosure.withdrawal w)
  or jurisdiction_id = any ((select scope_jurisdictions())::text[]));
create policy not_withdrawn on disclosure.answer as restrictive for select to jiheng_public using (
  (publication_id, version) not in (select w.publication_id, w.version from disclosure.withdrawal w));
-- The proof of a version names its project and the reason of a correction: it goes where the name had to go.
create policy not_withdrawn on disclosure.proof as restrictive for select to jiheng_public using (
  (publication_id, version) not in (select w.publication_id, w.version from disclosure.withdrawal w where w.name is null));

-- Nobody writes about what cannot be read; an answer about it is not let out.
create function not_about_withdrawn() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select 1 from disclosure.withdrawal w where w.publication_id = new.publication_id and w.version = new.version) then
    raise exception 'withdrawn' using errcode = 'JH410';
  end if;
  return new;
end $$;
create trigger not_about_withdrawn before insert on feedback for each row execute function not_about_withdrawn();
create trigger not_about_withdrawn before insert on disclosure.answer for each row execute function not_about_withdrawn();
grant execute on function not_about_withdrawn() to jiheng_app;
