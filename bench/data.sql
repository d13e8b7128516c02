-- Deterministic data in the product's own schema: every value is arithmetic on the row's number.
-- $SCALE$ 1 = 30,000 projects of 2021–2024 with 10 indicators, about 33 observations, 12 months of
-- execution and 2 reviews each, over 27 jurisdictions and 3,000 units.
-- Triggers would stamp and check every row; the data are made to be right.
alter table project disable trigger user;
alter table record disable trigger user;
alter table indicator disable trigger user;
alter table observation disable trigger user;
alter table execution disable trigger user;
alter table act disable trigger user;
alter table score disable trigger user;

create function bench_id(kind integer, n bigint) returns uuid language sql immutable parallel safe
  as $$ select (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
create function bench_mix(n bigint, salt integer) returns bigint language sql immutable parallel safe
  as $$ select (n * 2654435761 + salt * 40503) % 1000003 $$;

create temporary table place as
  select id, row_number() over (order by id) - 1 as number from jurisdiction where level <> 'province';

insert into organisation (id, jurisdiction_id, kind, name, code, parent_id, document_prefix, valid_from)
select bench_id(1, u), p.id, 'department', '部门' || u, null, null, null, '2020-01-01'
from generate_series(0, 269) u join place p on p.number = u % 27;
insert into organisation (id, jurisdiction_id, kind, name, code, parent_id, document_prefix, valid_from)
select bench_id(2, u), p.id, 'unit', '预算单位' || u, null, bench_id(1, u % 270), null, '2020-01-01'
from generate_series(0, 2999) u join place p on p.number = u % 27;

insert into project (jurisdiction_id, id, fiscal_year, code, name, unit_id, department_id, status, is_new, budget_fen,
  grade, light, content, created_at, created_by, recorded_from)
select p.id, bench_id(3, n), 2021 + ((n / 27) % 4)::integer, 'B' || n, '基准项目' || n, bench_id(2, n % 2997 - (n % 2997) % 27 + n % 27),
  bench_id(1, (n % 2997 - (n % 2997) % 27 + n % 27) % 270),
  (array['entered', 'exante', 'targets', 'monitoring', 'evaluation', 'results', 'closed'])[1 + bench_mix(n, 1) % 7],
  n % 3 = 0, 100000 * (1 + bench_mix(n, 2)), null, null, '{}',
  timestamptz '2021-01-01' + make_interval(mins => (bench_mix(n, 3))::integer), $PERSON$, timestamptz '2021-01-01'
from generate_series(0, (30000 * $SCALE$)::bigint - 1) n join place p on p.number = n % 27;

insert into record (jurisdiction_id, id, project_id, kind, fiscal_year, title, state, content, state_since, created_at, created_by, recorded_from)
select jurisdiction_id, bench_id(4, split_part(code, 'B', 2)::bigint), id, 'targets.sheet', fiscal_year, '项目支出绩效目标申报表',
  'published', '{}', created_at, created_at, created_by, created_at from project where code like 'B%';

insert into indicator (jurisdiction_id, id, record_id, project_id, ordinal, level1, level2, name, kind, operator, value, unit,
  weight_x100, content, recorded_from)
select p.jurisdiction_id, bench_id(5, n * 10 + i), bench_id(4, n), p.id, i, 'output', 'quantity', '指标' || i, 'quantitative', 'ge',
  100 + bench_mix(n * 10 + i, 4) % 900, '个', 900, '{}', timestamptz '2021-01-01'
from (select *, split_part(code, 'B', 2)::bigint as n from project where code like 'B%') p, generate_series(0, 9) i;

insert into observation (jurisdiction_id, id, record_id, project_id, indicator_id, ordinal, fiscal_year, month, actual, content, recorded_from)
select p.jurisdiction_id, bench_id(6, n * 40 + o), null, p.id, bench_id(5, n * 10 + o % 10), o, p.fiscal_year, 3 * (1 + o / 10),
  bench_mix(n * 40 + o, 5) % 1000, '{}', timestamptz '2021-01-01'
from (select *, split_part(code, 'B', 2)::bigint as n from project where code like 'B%') p,
  generate_series(0, 29 + case when split_part(p.code, 'B', 2)::bigint % 3 = 0 then 10 else 0 end) o;

insert into execution (jurisdiction_id, id, record_id, project_id, ordinal, fiscal_year, month, fund, budget_fen, adjusted_fen, paid_fen, content, recorded_from)
select p.jurisdiction_id, bench_id(7, n * 12 + m), null, p.id, 0, p.fiscal_year, m, 'total', p.budget_fen, p.budget_fen,
  p.budget_fen * m / 12 * (70 + bench_mix(n * 12 + m, 6) % 30) / 100, '{}', timestamptz '2021-01-01'
from (select *, split_part(code, 'B', 2)::bigint as n from project where code like 'B%') p, generate_series(1, 12) m;

insert into act (jurisdiction_id, id, record_id, project_id, sequence, action, from_state, to_state, version, person_id, role, acted_at, opinion)
select p.jurisdiction_id, bench_id(8, n * 2 + r), bench_id(4, n), p.id, r + 1, (array['declare', 'review'])[r + 1],
  (array['draft', 'declared'])[r + 1], (array['declared', 'reviewed'])[r + 1], r + 2, $PERSON$, (array['unit', 'department'])[r + 1],
  p.created_at + make_interval(days => r), '同意'
from (select *, split_part(code, 'B', 2)::bigint as n from project where code like 'B%') p, generate_series(0, 1) r;

insert into score (jurisdiction_id, id, record_id, project_id, ordinal, item_code, weight_x100, score_x100, content, recorded_from)
select p.jurisdiction_id, bench_id(9, n * 10 + i), bench_id(4, n), p.id, i, 'I' || i, 900, bench_mix(n * 10 + i, 7) % 900, '{}', timestamptz '2021-01-01'
from (select *, split_part(code, 'B', 2)::bigint as n from project where code like 'B%') p, generate_series(0, 9) i;

alter table project enable trigger user;
alter table record enable trigger user;
alter table indicator enable trigger user;
alter table observation enable trigger user;
alter table execution enable trigger user;
alter table act enable trigger user;
alter table score enable trigger user;
analyze;
