-- The reading room looks at a place as of a day. Rows carry the moment they were recorded at; on an
-- installation at work that is the day itself. A demonstration walks through two years in seconds, so there a
-- day means: what stood after the last act of the place on or before it.
create function moment_of_day(place text, day date) returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when not looks_after(place) then '-infinity'::timestamptz
    when (select is_demo from installation) then coalesce((
      select max(u.at) from act a join audit u on u.tx = a.recorded_tx
      where a.jurisdiction_id = place and a.acted_at < (day + 1)::timestamp at time zone 'Asia/Shanghai'), '-infinity')
    else ((day + 1)::timestamp at time zone 'Asia/Shanghai') - interval '1 microsecond'
  end
$$;

-- Who changed a record after a moment, by which act, and which fields: names of fields, never their values.
-- Whoever may not see the record now is told nothing, and nobody of sheets that are somebody's alone.
create function changes_since(wanted uuid, moment timestamptz)
returns table (at timestamptz, title text, role text, person_name text, organisation_name text, fields text[])
language sql stable security definer set search_path = public, pg_temp as $$
  with seen as (
    select r.jurisdiction_id, r.id, r.recorded_tx, r.recorded_from from record r
    where r.id = wanted and looks_after(r.jurisdiction_id) and r.private_to is null
      and r.kind <> all (hidden_kinds())
  ), written as (
    select s.recorded_tx as tx, s.recorded_from from seen s
    union
    select h.recorded_tx, h.recorded_from from record_history h join seen s
      on s.jurisdiction_id = h.jurisdiction_id and s.id = h.id
  )
  select coalesce(a.acted_at, case when not (select is_demo from installation) then u.at end), u.title, u.role,
    p.name, o.name, array(select distinct c->>'field' from jsonb_array_elements(u.changes) c
      where c->>'id' = wanted::text and c->>'field' is not null order by 1)
  from written w
  join audit u on u.tx = w.tx and u.outcome = 'done'
  left join act a on a.recorded_tx = w.tx and a.record_id = wanted
  left join person p on p.id = u.person_id
  left join post t on t.id = u.post_id
  left join organisation o on o.id = t.organisation_id
  where w.recorded_from > moment
  order by u.at, a.sequence
$$;
revoke all on function moment_of_day(text, date), changes_since(uuid, timestamptz) from public;
grant execute on function moment_of_day(text, date), changes_since(uuid, timestamptz) to jiheng_app;
