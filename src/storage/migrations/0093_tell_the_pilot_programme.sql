-- 试点方案设置 is a record of the region. Every place works by it: the version in force on a day is told to whoever
-- is signed in; the record itself, and the versions still being written, stay with the region.
create function pilot_programme(day date)
returns table (record_id uuid, content jsonb, approved_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.content, (r.state_since at time zone 'Asia/Shanghai')::date
  from record r join jurisdiction j on j.id = r.jurisdiction_id and j.level = 'province'
  where r.kind = 'pilot.programme' and r.state = 'approved' and (r.content ->> 'effectiveFrom')::date <= day
  order by r.content ->> 'effectiveFrom' desc, r.state_since desc
  limit 1
$$;
revoke all on function pilot_programme(date) from public;
grant execute on function pilot_programme(date) to jiheng_app;
