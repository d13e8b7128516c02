-- A project's life is a set of records; each row carries its jurisdiction first.

create table project (
  jurisdiction_id text not null references jurisdiction,
  id uuid not null,
  fiscal_year integer not null check (fiscal_year between 2000 and 2100),
  code text not null,
  name text not null,
  unit_id uuid not null references organisation,
  department_id uuid not null references organisation,
  status text not null,
  is_new boolean not null,
  is_major boolean not null default false,
  is_classified boolean not null default false,
  is_pilot boolean not null default false,
  budget_fen bigint not null default 0 check (budget_fen >= 0),
  grade text check (grade in ('excellent', 'good', 'fair', 'poor')),
  light text check (light in ('green', 'yellow', 'red', 'pending')),
  content jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null references person,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, fiscal_year, code)
);
call make_versioned('project');
create index project_list on project (jurisdiction_id, fiscal_year, status, created_at desc, id desc);
create index project_all on project (jurisdiction_id, fiscal_year, created_at desc, id desc);
create index on project (jurisdiction_id, unit_id);
create index on project (jurisdiction_id, department_id);
call make_as_of('project');
comment on table project is '项目:一项目一档案;金额以分计';

create table record (
  jurisdiction_id text not null references jurisdiction,
  id uuid not null,
  project_id uuid,
  kind text not null,
  fiscal_year integer not null,
  title text not null,
  state text not null,
  version integer not null default 1,
  content jsonb not null default '{}',
  subject_id uuid,
  private_to uuid references person,
  due_on date,
  state_since timestamptz not null,
  created_at timestamptz not null,
  created_by uuid not null references person,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, project_id) references project (jurisdiction_id, id)
);
call make_versioned('record');
create index on record (jurisdiction_id, project_id, kind);
create index on record (jurisdiction_id, kind, state);
create index on record (jurisdiction_id, subject_id) where subject_id is not null;
call make_as_of('record');
comment on table record is '办理事项:状态只由流程推进,内容以草稿保存';

-- Generated from the workflow tables of the program at each start; the trigger below holds to it.
create table workflow_transition (
  kind text not null,
  action text not null,
  from_state text not null,
  to_state text not null,
  primary key (kind, action, from_state)
);
create table workflow_initial (kind text primary key, state text not null);
comment on table workflow_transition is '流程表:由程序生成,数据库据此把关';

create function guard_state() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if current_user = 'jiheng_app'
       and not exists (select 1 from workflow_initial w where w.kind = new.kind and w.state = new.state) then
      raise exception '% 不能从 % 开始', new.kind, new.state using errcode = 'check_violation';
    end if;
  elsif new.state <> old.state and not exists (
    select 1 from workflow_transition t
    where t.kind = new.kind and t.from_state = old.state and t.to_state = new.state) then
    raise exception '% 不能从 % 到 %', new.kind, old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard before insert or update on record for each row execute function guard_state();

create table act (
  jurisdiction_id text not null,
  id uuid not null,
  record_id uuid not null,
  project_id uuid,
  sequence integer not null,
  action text not null,
  from_state text not null,
  to_state text not null,
  version integer not null,
  person_id uuid not null references person,
  post_id uuid references post,
  role text not null,
  organisation_id uuid references organisation,
  opinion text,
  document_number text,
  acted_at timestamptz not null,
  recorded_tx bigint not null default pg_current_xact_id()::text::bigint,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, record_id, sequence),
  foreign key (jurisdiction_id, record_id) references record (jurisdiction_id, id)
);
create index on act (jurisdiction_id, project_id, acted_at);
create trigger only_append before update or delete on act for each row execute function refuse_change();
comment on table act is '办理经过:每一步由谁、以何岗位、何时、何意见,只增不改';

create table frozen (
  jurisdiction_id text not null,
  id uuid not null,
  record_id uuid not null,
  project_id uuid,
  number integer not null,
  action text not null,
  act_id uuid not null,
  content jsonb not null,
  digest text not null,
  frozen_at timestamptz not null,
  recorded_tx bigint not null default pg_current_xact_id()::text::bigint,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, record_id, number),
  foreign key (jurisdiction_id, record_id) references record (jurisdiction_id, id),
  foreign key (jurisdiction_id, act_id) references act (jurisdiction_id, id)
);
create trigger only_append before update or delete on frozen for each row execute function refuse_change();
comment on table frozen is '定稿版本:正式行为形成的内容快照,不可更改';

create table indicator (
  jurisdiction_id text not null,
  id uuid not null,
  record_id uuid not null,
  project_id uuid not null,
  ordinal integer not null,
  level1 text not null,
  level2 text not null,
  name text not null,
  kind text,
  operator text,
  value numeric(24, 6),
  unit text,
  weight_x100 integer check (weight_x100 between 0 and 10000),
  content jsonb not null default '{}',
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, record_id) references record (jurisdiction_id, id)
);
call make_versioned('indicator');
create index on indicator (jurisdiction_id, record_id, ordinal);
create index on indicator (jurisdiction_id, project_id);
call make_as_of('indicator');
comment on table indicator is '绩效指标';

create table observation (
  jurisdiction_id text not null,
  id uuid not null,
  record_id uuid,
  project_id uuid not null,
  indicator_id uuid not null,
  ordinal integer not null,
  fiscal_year integer not null,
  month integer not null check (month between 1 and 12),
  actual numeric(24, 6),
  content jsonb not null default '{}',
  primary key (jurisdiction_id, id)
);
call make_versioned('observation');
create index on observation (jurisdiction_id, project_id, indicator_id, month);
create index on observation (jurisdiction_id, record_id);
call make_as_of('observation');
comment on table observation is '指标完成情况';

create table execution (
  jurisdiction_id text not null,
  id uuid not null,
  record_id uuid,
  project_id uuid not null,
  ordinal integer not null,
  fiscal_year integer not null,
  month integer not null check (month between 1 and 12),
  fund text not null,
  budget_fen bigint,
  adjusted_fen bigint,
  paid_fen bigint,
  expected_fen bigint,
  content jsonb not null default '{}',
  primary key (jurisdiction_id, id)
);
call make_versioned('execution');
create index on execution (jurisdiction_id, project_id, fiscal_year, month);
create index on execution (jurisdiction_id, record_id);
call make_as_of('execution');
comment on table execution is '预算执行情况:金额以分计';

create table score (
  jurisdiction_id text not null,
  id uuid not null,
  record_id uuid not null,
  project_id uuid not null,
  ordinal integer not null,
  item_code text not null,
  weight_x100 integer check (weight_x100 >= 0),
  score_x100 integer check (score_x100 >= 0 and (weight_x100 is null or score_x100 <= weight_x100)),
  content jsonb not null default '{}',
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, record_id) references record (jurisdiction_id, id)
);
call make_versioned('score');
create index on score (jurisdiction_id, record_id, ordinal);
call make_as_of('score');
comment on table score is '评分:自评、财政评价、专家评分';

create table assignment (
  jurisdiction_id text not null,
  id uuid not null,
  project_id uuid not null,
  record_id uuid,
  person_id uuid references person,
  organisation_id uuid references organisation,
  ends_on date,
  primary key (jurisdiction_id, id),
  check ((person_id is null) <> (organisation_id is null)),
  foreign key (jurisdiction_id, project_id) references project (jurisdiction_id, id)
);
call make_versioned('assignment');
create index on assignment (jurisdiction_id, project_id);
create index on assignment (person_id);
create index on assignment (organisation_id);
call make_as_of('assignment');
comment on table assignment is '委派:专家和第三方机构只看到受委派的项目';

create table attachment (
  jurisdiction_id text not null,
  id uuid not null,
  project_id uuid,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  media_type text not null,
  size_bytes bigint not null check (size_bytes > 0),
  uploaded_by uuid not null references person,
  uploaded_at timestamptz not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, project_id) references project (jurisdiction_id, id)
);
call make_versioned('attachment');
create index on attachment (jurisdiction_id, project_id);
create index on attachment (sha256);
call make_as_of('attachment');
comment on table attachment is '附件:按内容摘要存放,文件先落盘再入库';

create table evidence (
  jurisdiction_id text not null,
  id uuid not null,
  project_id uuid not null,
  record_id uuid not null,
  attachment_id uuid not null,
  place text not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, record_id) references record (jurisdiction_id, id),
  foreign key (jurisdiction_id, attachment_id) references attachment (jurisdiction_id, id)
);
call make_versioned('evidence');
create index on evidence (jurisdiction_id, record_id);
call make_as_of('evidence');
comment on table evidence is '佐证:附件证明哪一个数';

create table document_number (
  jurisdiction_id text not null,
  series text not null,
  year integer not null,
  number integer not null check (number > 0),
  record_id uuid not null,
  issued_at timestamptz not null,
  recorded_tx bigint not null default pg_current_xact_id()::text::bigint,
  primary key (jurisdiction_id, series, year, number)
);
create trigger only_append before update or delete on document_number for each row execute function refuse_change();
comment on table document_number is '发文字号:按代字和年度连续编号';

-- 95.000000 is shown as it was typed: 95
create function trim_scale_text(value text) returns text language sql immutable parallel safe
  as $$ select case when value ~ '^-?\d+\.\d+$' then trim_scale(value::numeric)::text else value end $$;
