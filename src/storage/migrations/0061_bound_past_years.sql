-- A large place has hundreds of projects of a category behind it: the own years and the 200 newest say enough, and
-- looking at one project stays quick. Shares to the nearest 万分之一, as everywhere else.
create or replace function past_year_lines(wanted text, wanted_project uuid, years integer)
returns table (curve bigint, is_own boolean, line text, month integer, share_bp integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with own as (
    select p.* from project p where p.jurisdiction_id = wanted and p.id = wanted_project
      and (wanted = scope_jurisdiction() or wanted = any (coalesce(scope_jurisdictions(), '{}')))
  ), past as (
    select p.id, p.code = own.code as is_own from project p join own on p.jurisdiction_id = own.jurisdiction_id
    where p.fiscal_year between own.fiscal_year - years and own.fiscal_year - 1 and not p.is_classified
      and (p.code = own.code or p.content ->> 'category' = own.content ->> 'category')
    order by p.code = own.code desc, p.fiscal_year desc, p.id limit 200
  ), rounds as (
    select distinct on (r.project_id, r.content ->> 'month') r.project_id, r.id, (r.content ->> 'month')::int as month
    from record r join past on past.id = r.project_id
    where r.jurisdiction_id = wanted and r.kind = 'monitoring.round' and r.state in ('reviewed', 'concluded')
    order by r.project_id, r.content ->> 'month', r.created_at desc
  ), selves as (
    select distinct on (r.project_id) r.project_id, r.id, r.content
    from record r join past on past.id = r.project_id
    where r.jurisdiction_id = wanted and r.kind = 'evaluation.self' and r.state in ('reviewed', 'confirmed')
    order by r.project_id, r.created_at desc
  ), adding as (
    select i.id, i.project_id, i.weight_x100, i.value from indicator i join past on past.id = i.project_id
    where i.jurisdiction_id = wanted and i.kind = 'quant' and i.value > 0 and i.weight_x100 > 0
      and coalesce(i.operator, 'ge') not in ('le', 'lt')
      and coalesce(i.content ->> 'accumulation', case when i.unit ~ '[%‰]' then 'point' else 'cumulative' end) = 'cumulative'
  ), parts as (
    select s.project_id, 'money' as line, s.month, sum(e.paid_fen)::numeric as done, sum(e.adjusted_fen)::numeric as whole
    from rounds s join execution e on e.jurisdiction_id = wanted and e.record_id = s.id group by 1, 3
    union all
    select s.project_id, 'money', 12, sum((f ->> 'executed_fen')::numeric), sum((f ->> 'adjusted_fen')::numeric)
    from selves s cross join lateral jsonb_array_elements(coalesce(s.content -> 'funds', '[]')) f group by 1
    union all
    select s.project_id, 'output', s.month, sum(a.weight_x100 * least(1, greatest(0, o.actual / a.value))), sum(a.weight_x100)
    from rounds s join observation o on o.jurisdiction_id = wanted and o.record_id = s.id and o.actual is not null
      join adding a on a.id = o.indicator_id and a.project_id = s.project_id group by 1, 3
    union all
    select s.project_id, 'output', 12,
      sum(a.weight_x100 * least(1, greatest(0, (c.content ->> 'actual')::numeric / a.value))), sum(a.weight_x100)
    from selves s join score c on c.jurisdiction_id = wanted and c.record_id = s.id and c.content ? 'actual'
      join adding a on a.id::text = c.content ->> 'indicatorId' and a.project_id = s.project_id group by 1
  ), whole_parts as (
    select distinct on (project_id, line, month) project_id, line, month, round(least(1, done / whole) * 10000)::int as share_bp
    from parts where whole > 0 and done >= 0 order by project_id, line, month, done desc
  )
  select dense_rank() over (order by past.id), past.is_own, w.line, w.month, w.share_bp
  from whole_parts w join past on past.id = w.project_id order by 1, 3, 4
$$;
