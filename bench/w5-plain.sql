-- The same forms without anything the product adds: figures as columns, no history, no scope, no audit.
create table plain_form with (fillfactor = 50) as
select r.jurisdiction_id, r.id, sum((f->>'adjusted_fen')::bigint) as budget_fen, sum((f->>'executed_fen')::bigint) as executed_fen,
  null::integer as total_x100, null::text as grade
from record r, jsonb_array_elements(r.content->'funds') f where r.kind = 'evaluation.self' group by 1, 2;
alter table plain_form add primary key (jurisdiction_id, id);

create table plain_score with (fillfactor = 50) as
select s.jurisdiction_id, s.id, s.record_id, s.ordinal, i.kind, i.operator, i.value::numeric as target,
  (s.content->>'actual')::numeric as actual, (s.content->>'bandPercent')::numeric as percent, s.weight_x100,
  null::integer as score_x100
from score s join record r on r.jurisdiction_id = s.jurisdiction_id and r.id = s.record_id and r.kind = 'evaluation.self'
join record t on t.jurisdiction_id = r.jurisdiction_id and t.project_id = r.project_id and t.kind = 'targets.sheet'
join frozen f on f.jurisdiction_id = t.jurisdiction_id and f.record_id = t.id
cross join jsonb_to_recordset(f.content->'content'->'indicators') i(id uuid, kind text, operator text, value text)
where i.id::text = s.item_code;
alter table plain_score add primary key (jurisdiction_id, id);
create index on plain_score (jurisdiction_id, record_id, ordinal);
analyze plain_form;
analyze plain_score;

-- Half up: the product comes first, so that one division decides every tie.
create function plain_points(kind text, operator text, target numeric, actual numeric, percent numeric, weight integer)
returns integer language sql immutable parallel safe as $$
  select round(case
    when kind = 'qual' then weight * percent / 100
    when operator = 'ge' then case when actual >= target then weight else weight * actual / target end
    when operator = 'le' then case when actual <= target then weight else weight * target / actual end
    else weight * least(actual, target) / greatest(actual, target) end)::integer $$;

create procedure compute_plain() language plpgsql as $$
begin
  update plain_score set score_x100 = plain_points(kind, operator, target, actual, percent, weight_x100);
  update plain_form f set total_x100 = t.total, grade = case when t.total >= 9000 then 'excellent'
      when t.total >= 8000 then 'good' when t.total >= 6000 then 'fair' else 'poor' end
    from (select f.jurisdiction_id, f.id, round(1000 * least(1, f.executed_fen::numeric / f.budget_fen))::integer
        + sum(s.score_x100)::integer as total
      from plain_form f join plain_score s on s.jurisdiction_id = f.jurisdiction_id and s.record_id = f.id
      group by 1, 2, f.executed_fen, f.budget_fen) t
    where t.jurisdiction_id = f.jurisdiction_id and t.id = f.id;
end $$;
