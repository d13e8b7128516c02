-- Organisations and people: reference data of the whole installation, owned by the province.

create table installation (
  only_row boolean primary key default true check (only_row),
  is_demo boolean not null,
  set_up_at timestamptz not null default now()
);
comment on table installation is '本系统:是否演示数据、何时初始化';

create table jurisdiction (
  id text primary key check (id ~ '^[0-9A-Z]{6}$'),
  name text not null,
  parent_id text references jurisdiction,
  level text not null check (level in ('province', 'city', 'county')),
  kind text not null,
  tile_column integer not null,
  tile_row integer not null,
  valid_from date not null,
  valid_to date
);
comment on table jurisdiction is '行政区划:自治区、设区的市、县(市、区)';

create table organisation (
  id uuid primary key,
  jurisdiction_id text not null references jurisdiction,
  kind text not null check (kind in ('province', 'finance', 'department', 'unit', 'agency', 'congress', 'audit', 'system')),
  name text not null,
  code text,
  parent_id uuid references organisation,
  document_prefix text,
  valid_from date not null,
  valid_to date
);
create index on organisation (jurisdiction_id, kind, name);
comment on table organisation is '机构:财政部门、主管部门、预算单位、第三方机构、人大、审计';

create table person (
  id uuid primary key,
  name text not null,
  employer text,
  is_expert boolean not null default false,
  expert_field text,
  created_at timestamptz not null default now()
);
comment on table person is '人员';

create table account (
  person_id uuid primary key references person,
  username text not null unique,
  password_hash text not null,
  password_set_at timestamptz not null default now(),
  must_change boolean not null default false,
  failed_count integer not null default 0,
  locked_until timestamptz,
  is_disabled boolean not null default false,
  version integer not null default 1
);
comment on table account is '登录账号:口令只存 argon2id 摘要';

create table post (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  jurisdiction_id text not null references jurisdiction,
  role text not null,
  title text not null,
  valid_from date not null,
  valid_to date,
  handed_over_from uuid references post,
  version integer not null default 1
);
create index on post (person_id);
create index on post (jurisdiction_id, role);
comment on table post is '任职:一人可任多职,有起止日期';

create table session (
  token_hash bytea primary key,
  person_id uuid not null references person,
  post_id uuid not null references post,
  csrf_token text not null,
  address text,
  -- What every request needs to know of the post, copied at sign-in; ending a post, or disabling an
  -- account, ends its sessions (0006), so that the copy cannot outlive the truth.
  role text not null,
  scope text not null,
  jurisdiction_id text not null references jurisdiction,
  organisation_id uuid not null references organisation,
  last_day date,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index on session (person_id);
comment on table session is '会话:只存令牌摘要,注销或停用立即失效';

create table holiday (
  day date primary key,
  is_workday boolean not null,
  name text not null
);
comment on table holiday is '节假日和调休上班日';

create table programme (
  id uuid primary key,
  title text not null,
  starts_on date not null,
  ends_on date not null,
  source_id text not null
);
comment on table programme is '试点工作:名称、起止日期、依据';

grant select on installation, jurisdiction, organisation, person, account, post, session, holiday, programme to jiheng_app;
grant insert on installation, jurisdiction, organisation, person, account, post, session, holiday, programme to jiheng_app;
grant update on organisation, person, account, post, session, programme to jiheng_app;
grant delete on session to jiheng_app;
