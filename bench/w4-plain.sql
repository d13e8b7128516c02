-- What the floor of W4 and W4b writes into: the same rows, without history, scope, checks or signatures.
create table plain_sheet (id uuid primary key, content jsonb not null, version integer not null default 1);
create table plain_indicator (id uuid primary key, sheet_id uuid not null, ordinal integer not null, name text,
  operator text, value numeric, unit text, weight_x100 integer, content jsonb not null);
create index on plain_indicator (sheet_id, ordinal);
create table plain_audit (id uuid primary key, at timestamptz not null default now(), title text not null,
  changes jsonb not null);
create table plain_record (id uuid primary key, contract uuid not null, state text not null, version integer not null,
  content jsonb not null);
create index on plain_record (contract);
create table plain_act (id uuid primary key, record_id uuid not null, action text not null, at timestamptz not null default now());
create index on plain_act (record_id);
create table plain_frozen (id uuid primary key, record_id uuid not null, content text not null, digest bytea not null);
create index on plain_frozen (record_id);
create table plain_head (place text primary key, size bigint not null);
create table plain_leaf (place text not null, idx bigint not null, record_id uuid not null, canon bytea not null,
  digest bytea not null, primary key (place, idx));
create index on plain_leaf (record_id);
create table plain_number (series text primary key, last integer not null);
insert into plain_head values ('640221', 0);
insert into plain_number values ('640221/2026', 0);
