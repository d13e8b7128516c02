/**
 * Every project's money and every indicator again: what the overview would cost without
 * keeping anything.
 * $1: the bounds of each place in basis points, `{"640221": [-1000, -2000]}`.
 */
export const RAW = `with bound as (
    select key as jurisdiction_id, (value ->> 0)::integer as yellow_bp, (value ->> 1)::integer as red_bp
    from jsonb_each($1::jsonb)),
  money as (
    select e.jurisdiction_id, e.project_id, sum(e.adjusted_fen) as adjusted, sum(e.paid_fen) as paid
    from execution e where e.fiscal_year = 2024 and e.month = 9 and e.record_id is not null group by 1, 2),
  target as (
    select o.jurisdiction_id, o.project_id, sum(i.weight_x100 * round(least(1, o.actual / i.value) * 1000000)) as reached,
      sum(i.weight_x100) as weight
    from observation o join indicator i on i.jurisdiction_id = o.jurisdiction_id and i.id = o.indicator_id
    where o.fiscal_year = 2024 and o.month = 9 and o.record_id is not null group by 1, 2),
  state as (
    select m.*, t.reached, t.weight,
      case when m.paid * 12 * 10000 - m.adjusted * 9 * 10000 >= m.adjusted * 12 * b.yellow_bp then 'green'
        when m.paid * 12 * 10000 - m.adjusted * 9 * 10000 >= m.adjusted * 12 * b.red_bp then 'yellow' else 'red' end as light
    from money m join target t using (jurisdiction_id, project_id) join bound b using (jurisdiction_id))
  select json_agg(g)::text as answer from (select jurisdiction_id as id, light, count(*) as projects,
    sum(adjusted)::text as adjusted_fen, sum(paid)::text as paid_fen, sum(reached)::bigint::text as reached,
    sum(weight)::text as weight_x100 from state group by 1, 2 order by 1, 2) g`
