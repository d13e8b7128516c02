-- The contract ledger: one append-only Merkle log (RFC 9162) per jurisdiction. docs/ledger.md says how it
-- is computed; the program computes it, the database keeps it and lets nothing be changed.

-- Gapless: the next index is the size of the head, whose row is locked by whoever appends. No sequence.
create table ledger_head (
  jurisdiction_id text primary key references jurisdiction,
  origin text not null unique,
  size bigint not null default 0 check (size >= 0),
  frontier_sha256 bytea not null default '',
  frontier_sm3 bytea not null default ''
);
comment on table ledger_head is '契约账账头:各地区一本账,当前长度和右侧未满子树的摘要';

create table ledger_leaf (
  jurisdiction_id text not null references ledger_head,
  idx bigint not null check (idx >= 0),
  type text not null,
  contract_id uuid,
  project_id uuid,
  record_id uuid,
  act_id uuid,
  canon bytea not null,
  sha256 bytea not null check (length(sha256) = 32),
  sm3 bytea not null check (length(sm3) = 32),
  prev_idx bigint,
  created_at timestamptz not null default now(),
  txid bigint not null default pg_current_xact_id()::text::bigint,
  primary key (jurisdiction_id, idx),
  unique (jurisdiction_id, act_id),
  foreign key (jurisdiction_id, act_id) references act (jurisdiction_id, id)
);
create index on ledger_leaf (jurisdiction_id, contract_id, idx);
create index on ledger_leaf (jurisdiction_id, record_id, idx);
comment on table ledger_leaf is '契约账条目:正式行为的规范文本和摘要,只增不改';

-- Complete subtrees only: once written they never change. Level 0 are the leaves.
create table ledger_node (
  jurisdiction_id text not null references ledger_head,
  alg text not null check (alg in ('sha256', 'sm3')),
  level smallint not null check (level between 0 and 62),
  pos bigint not null check (pos >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (jurisdiction_id, alg, level, pos)
);
comment on table ledger_node is '契约账子树摘要:任何人可读,用于出具证明';

create table ledger_checkpoint (
  jurisdiction_id text not null references ledger_head,
  size bigint not null check (size > 0),
  root_sha256 bytea not null,
  root_sm3 bytea not null,
  note text not null,
  created_at timestamptz not null default now(),
  txid bigint not null default pg_current_xact_id()::text::bigint,
  primary key (jurisdiction_id, size)
);
comment on table ledger_checkpoint is '契约账凭证:某一长度时的摘要,有经办单位签名';

create table ledger_cosignature (
  jurisdiction_id text not null,
  size bigint not null,
  witness text not null,
  key text not null,
  line text not null,
  organisation_id uuid not null references organisation,
  received_at timestamptz not null default now(),
  txid bigint not null default pg_current_xact_id()::text::bigint,
  primary key (jurisdiction_id, size, witness),
  foreign key (jurisdiction_id, size) references ledger_checkpoint
);
comment on table ledger_cosignature is '见证签名:财政厅、审计、人大在自己的电脑上核对后签';

-- Salts of personal values. The only rows of the ledger that may go, and only with a leaf that says so.
create table ledger_salt (
  jurisdiction_id text not null,
  idx bigint not null,
  place text not null,
  project_id uuid,
  salt bytea not null check (length(salt) >= 16),
  primary key (jurisdiction_id, idx, place),
  foreign key (jurisdiction_id, idx) references ledger_leaf
);
comment on table ledger_salt is '个人信息的盐值:删去后原值无从还原,条目仍然有效';

-- Prevention of mistakes, not of insiders: those are found out by paper, witnesses and comparison.
do $$
declare name text;
begin
  foreach name in array array['ledger_leaf', 'ledger_node', 'ledger_checkpoint', 'ledger_cosignature'] loop
    execute format('create trigger only_append before update or delete on %I for each row execute function refuse_change()', name);
    execute format('create trigger no_truncate before truncate on %I for each statement execute function refuse_change()', name);
  end loop;
  foreach name in array array['ledger_head', 'ledger_salt'] loop
    execute format('create trigger no_truncate before truncate on %I for each statement execute function refuse_change()', name);
  end loop;
end $$;
create trigger only_append before delete on ledger_head for each row execute function refuse_change();
create trigger only_append before update on ledger_salt for each row execute function refuse_change();

create function guard_head() returns trigger language plpgsql as $$
begin
  if new.jurisdiction_id <> old.jurisdiction_id or new.origin <> old.origin or new.size <= old.size then
    raise exception '契约账只能变长' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger guard before update on ledger_head for each row execute function guard_head();

-- What a leaf says is seen by whoever sees its project; the hashes by everybody, for proofs.
call guard_project_rows('ledger_leaf');
call guard_project_rows('ledger_salt');

create procedure guard_ledger(table_name text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy readable on %I for select to jiheng_app using ((select scope_kind()) <> %L)', table_name, 'none');
  execute format($p$create policy own on %I for insert to jiheng_app with check (
    jurisdiction_id = any ((select scope_jurisdictions())::text[])
    or jurisdiction_id = (select scope_jurisdiction()))$p$, table_name);
  execute format('create policy owner_all on %I for all to %I using (true) with check (true)', table_name, current_user);
end $$;
call guard_ledger('ledger_head');
call guard_ledger('ledger_node');
call guard_ledger('ledger_checkpoint');
call guard_ledger('ledger_cosignature');
create policy grow on ledger_head for update to jiheng_app using (
  jurisdiction_id = any ((select scope_jurisdictions())::text[]) or jurisdiction_id = (select scope_jurisdiction()));

grant select, insert on ledger_head, ledger_leaf, ledger_node, ledger_checkpoint, ledger_cosignature, ledger_salt to jiheng_app;
grant update (size, frontier_sha256, frontier_sm3) on ledger_head to jiheng_app;

-- Files are sealed by both digests of their bytes; the store names them by SHA-256 alone.
create table file_digest (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  sm3 text not null check (sm3 ~ '^[0-9a-f]{64}$')
);
create trigger only_append before update or delete on file_digest for each row execute function refuse_change();
comment on table file_digest is '附件的国密摘要:与 SHA-256 摘要一一对应';
grant select, insert on file_digest to jiheng_app;

-- A stored row with every column as text, exactly as PostgreSQL writes it; numbers lose no digit.
create function text_columns(stored_row jsonb) returns jsonb language sql immutable parallel safe
  as $$ select jsonb_object_agg(key, value) from jsonb_each_text(stored_row) $$;

-- The version of a row that a transaction wrote, from the present or the past; else the present one.
create function row_version(table_name text, wanted_jurisdiction text, wanted_id uuid, wanted_tx bigint) returns jsonb
language plpgsql stable as $$
declare found jsonb;
begin
  execute format('select to_jsonb(t) from %I t where jurisdiction_id = $1 and id = $2 and recorded_tx = $3
      union all select to_jsonb(h) - ''recorded_to'' from %I h where jurisdiction_id = $1 and id = $2 and recorded_tx = $3
      limit 1', table_name, table_name || '_history')
    into found using wanted_jurisdiction, wanted_id, wanted_tx;
  if found is null then
    execute format('select to_jsonb(t) from %I t where jurisdiction_id = $1 and id = $2', table_name)
      into found using wanted_jurisdiction, wanted_id;
  end if;
  return found;
end $$;
