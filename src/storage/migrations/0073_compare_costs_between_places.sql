-- What one unit of an output cost in other places, for whoever works on an evaluation: one figure a place,
-- nameless and in no order, and none at all where fewer than five other places have that output. The walls
-- around a county stay as they are; only the middle of a crowd is told.
create function output_costs_elsewhere(own_place text, names text[], units text[], fewest integer)
  returns table (name text, unit text, spent_fen bigint, reached numeric)
language sql stable security definer set search_path = public, pg_temp as $$
  with own as (
    select scope_role() in ('finance_performance', 'finance_leader', 'department', 'agency', 'province', 'audit')
      and (looks_after(own_place) or scope_jurisdiction() = own_place or scope_role() = 'agency') as may
  ), done as (
    select r.jurisdiction_id, replace(normalize(i.name, NFKC), ' ', '') as name, btrim(i.unit) as unit,
      (select sum((f ->> 'executed_fen')::bigint) from jsonb_array_elements(r.content -> 'funds') f
        where f ->> 'executed_fen' ~ '^[0-9]{1,16}$')::bigint as spent_fen,
      (s.content ->> 'actual')::numeric as reached
    from record r
    join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id and not p.is_classified
    join score s on s.jurisdiction_id = r.jurisdiction_id and s.record_id = r.id
    join indicator i on i.jurisdiction_id = r.jurisdiction_id and i.id::text = s.content ->> 'indicatorId'
    where (select may from own) and r.kind = 'evaluation.self' and r.state = 'confirmed'
      and r.jurisdiction_id <> own_place and i.level2 = 'quantity'
      and replace(normalize(i.name, NFKC), ' ', '') = any(names) and btrim(i.unit) = any(units)
      and s.content ->> 'actual' ~ '^[0-9]+([.][0-9]+)?$'
  ), places as (
    select done.name, done.unit, sum(done.spent_fen)::bigint as spent_fen, sum(done.reached) as reached
    from done where done.spent_fen > 0 and done.reached > 0
    group by done.jurisdiction_id, done.name, done.unit
  )
  select places.name, places.unit, places.spent_fen, places.reached from places
  where (select count(*) from places other where other.name = places.name and other.unit = places.unit)
    >= greatest(5, fewest)
  order by places.name, places.unit, md5(places.spent_fen::text || places.reached::text)
$$;
revoke all on function output_costs_elsewhere(text, text[], text[], integer) from public;
grant execute on function output_costs_elsewhere(text, text[], text[], integer) to jiheng_app;
