-- A concluded round of September for every project of the bench: its rows are those of the month, the target
-- is frozen as approved. Triggers would stamp every row; the figures are filled in by the product itself.
alter table record disable trigger user;
alter table act disable trigger user;
alter table execution disable trigger user;
alter table observation disable trigger user;
alter table frozen disable trigger user;

insert into record (jurisdiction_id, id, project_id, kind, fiscal_year, title, state, content, state_since, created_at, created_by, recorded_from)
select jurisdiction_id, bench_id(20, n), id, 'monitoring.round', fiscal_year, '项目支出绩效目标执行监控表', 'concluded',
  '{"month": 9}', created_at, make_timestamptz(fiscal_year, 10, 8, 10, 0, 0, 'Asia/Shanghai'), created_by, created_at
from (select *, split_part(code, 'B', 2)::bigint as n from project where code like 'B%') p;

insert into act (jurisdiction_id, id, record_id, project_id, sequence, action, from_state, to_state, version, person_id, role, acted_at)
select jurisdiction_id, bench_id(21, n), bench_id(20, n), id, 1, 'conclude', 'reviewed', 'concluded', 2, created_by, 'finance_performance',
  make_timestamptz(fiscal_year, 10, 20, 10, 0, 0, 'Asia/Shanghai')
from (select *, split_part(code, 'B', 2)::bigint as n from project where code like 'B%') p;

update execution set record_id = bench_id(20, split_part(p.code, 'B', 2)::bigint), fund = 'fiscal',
  expected_fen = execution.adjusted_fen
from project p where p.id = execution.project_id and p.jurisdiction_id = execution.jurisdiction_id
  and execution.month = 9 and p.code like 'B%';

update observation set record_id = bench_id(20, split_part(p.code, 'B', 2)::bigint),
  content = '{"likelihood": "certain", "weight_x100": 900}'
from project p where p.id = observation.project_id and p.jurisdiction_id = observation.jurisdiction_id
  and observation.month = 9 and p.code like 'B%';

insert into frozen (jurisdiction_id, id, record_id, project_id, number, action, act_id, content, digest, frozen_at)
select p.jurisdiction_id, bench_id(22, n), bench_id(4, n), p.id, 1, 'approve', bench_id(8, n * 2 + 1),
  jsonb_build_object('content', jsonb_build_object('indicators', (select jsonb_agg(jsonb_build_object('id', i.id,
    'name', i.name, 'kind', 'quant', 'operator', 'ge', 'value', trim_scale(i.value)::text, 'unit', '个',
    'weight_x100', i.weight_x100, 'accumulation', 'cumulative') order by i.ordinal)
    from indicator i where i.jurisdiction_id = p.jurisdiction_id and i.record_id = bench_id(4, n)))), 'bench', p.created_at
from (select *, split_part(code, 'B', 2)::bigint as n from project where code like 'B%') p;

alter table record enable trigger user;
alter table act enable trigger user;
alter table execution enable trigger user;
alter table observation enable trigger user;
alter table frozen enable trigger user;
insert into monitor_state (jurisdiction_id, record_id, project_id, department_id, unit_id, category, fiscal_year, month, light)
select jurisdiction_id, bench_id(20, split_part(code, 'B', 2)::bigint), id, department_id, unit_id, '', fiscal_year, 9, 'unreported'
from project where code like 'B%';
analyze;
