-- W5: $FORMS$ self-evaluations that are handed in, of ten approved indicators each; every value is
-- arithmetic on the row's number. No score, total or grade is stored yet.
alter table project disable trigger user;
alter table record disable trigger user;
alter table act disable trigger user;
alter table score disable trigger user;

create function bench_id(kind integer, n bigint) returns uuid language sql immutable parallel safe
  as $$ select (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
create function bench_mix(n bigint, salt integer) returns bigint language sql immutable parallel safe
  as $$ select (n * 2654435761 + salt * 40503) % 1000003 $$;

create temporary table place as
  select id, row_number() over (order by id) - 1 as number from jurisdiction where level <> 'province';
create temporary table form as
  select n, p.id as place, bench_id(3, n) as project, bench_id(4, n) as sheet, bench_id(5, n) as self,
    timestamptz '2024-01-10' as moment
  from generate_series(0, $FORMS$ - 1) n join place p on p.number = n % (select count(*) from place);

insert into organisation (id, jurisdiction_id, kind, name, code, parent_id, document_prefix, valid_from)
select bench_id(1, number), id, 'department', '部门' || number, null, null, null, '2020-01-01' from place;
insert into organisation (id, jurisdiction_id, kind, name, code, parent_id, document_prefix, valid_from)
select bench_id(2, number), id, 'unit', '单位' || number, null, bench_id(1, number), null, '2020-01-01' from place;

insert into project (jurisdiction_id, id, fiscal_year, code, name, unit_id, department_id, status, is_new, budget_fen, content, created_at, created_by)
select place, project, 2023, 'W' || n, '重算项目' || n, bench_id(2, n % 27), bench_id(1, n % 27), 'evaluation', false,
  100000000 + bench_mix(n, 1) * 100, '{}', moment, $PERSON$ from form;
insert into record (jurisdiction_id, id, project_id, kind, fiscal_year, title, state, version, content, state_since, created_at, created_by)
select place, sheet, project, 'targets.sheet', 2023, '项目支出绩效目标申报表', 'published', 6, '{}', moment, moment, $PERSON$ from form;

-- Ten indicators: six amounts, one not to be exceeded, one exact, one judged by band, one satisfaction.
create temporary table indicator_of as
select f.n, i, bench_id(6, f.n * 10 + i) as id,
  case when i < 6 then 'output' when i < 9 then 'benefit' else 'satisfaction' end as level1,
  case when i = 8 then 'qual' else 'quant' end as kind,
  case when i = 6 then 'le' when i = 7 then 'eq' when i <> 8 then 'ge' end as operator,
  case when i = 9 then 90 when i <> 8 then 100 + bench_mix(f.n * 10 + i, 4) % 900 end as target,
  case when i = 9 then 60 + bench_mix(f.n * 10 + i, 5) % 40
    when i <> 8 then (100 + bench_mix(f.n * 10 + i, 4) % 900) * (70 + bench_mix(f.n * 10 + i, 5) % 60) / 100 end as actual,
  900 as weight
from form f, generate_series(0, 9) i;
create index on indicator_of (n);
analyze form;
analyze indicator_of;

insert into act (jurisdiction_id, id, record_id, project_id, sequence, action, from_state, to_state, version, person_id, role, acted_at)
select place, bench_id(7, n), sheet, project, 1, 'approve', 'rechecked', 'approved', 5, $PERSON$, 'finance_leader', moment from form;
insert into frozen (jurisdiction_id, id, record_id, project_id, number, action, act_id, content, digest, frozen_at)
select f.place, bench_id(8, f.n), f.sheet, f.project, 1, 'approve', bench_id(7, f.n),
  jsonb_build_object('content', jsonb_build_object('annualGoal', '完成年度任务', 'indicators', (
    select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', o.id, 'level1', level1, 'level2', 'quantity', 'name', '指标' || i,
      'kind', kind, 'operator', operator, 'value', target::text, 'unit', '个', 'weight_x100', weight, 'basis', '工作计划',
      'source', '部门业务统计', 'evidence', '正式资料')) order by i)
    from indicator_of o where o.n = f.n))), 'bench', f.moment
from form f;

insert into record (jurisdiction_id, id, project_id, kind, fiscal_year, title, state, version, content, state_since, created_at, created_by)
select place, self, project, 'evaluation.self', 2023, '项目支出绩效自评表', 'submitted', 4, jsonb_build_object('funds', jsonb_build_array(
    jsonb_build_object('fund', 'fiscal', 'initial_fen', (100000000 + bench_mix(n, 1) * 100)::text,
      'adjusted_fen', (100000000 + bench_mix(n, 1) * 100)::text,
      'executed_fen', ((100000000 + bench_mix(n, 1) * 100) * (60 + bench_mix(n, 2) % 41) / 100)::text),
    jsonb_build_object('fund', 'carryOver', 'initial_fen', '0', 'adjusted_fen', '0', 'executed_fen', '0'),
    jsonb_build_object('fund', 'other', 'initial_fen', '0', 'adjusted_fen', '0', 'executed_fen', '0')),
  'expectedGoal', '完成年度任务', 'actualGoal', '完成年度任务', 'problems', '支付进度慢', 'measures', '加快支付', 'filledBy', '张三'),
  moment, moment, $PERSON$ from form;
insert into score (jurisdiction_id, id, record_id, project_id, ordinal, item_code, weight_x100, score_x100, content)
select f.place, bench_id(9, f.n * 10 + i), f.self, f.project, i, o.id::text, weight, null, jsonb_strip_nulls(jsonb_build_object(
  'indicatorId', o.id, 'level1', '产出指标', 'level2', '数量指标', 'name', '指标' || i, 'targetText', '≥' || target || '个',
  'actual', actual::text, 'band', case when i = 8 then 'achieved' end,
  'bandPercent', case when i = 8 then (80 + bench_mix(f.n, 6) % 21)::text end, 'sourceNote', '部门业务统计'))
from form f join indicator_of o on o.n = f.n;

alter table project enable trigger user;
alter table record enable trigger user;
alter table act enable trigger user;
alter table score enable trigger user;
