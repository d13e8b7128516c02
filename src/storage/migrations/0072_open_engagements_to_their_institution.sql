-- A commission is known to the institution it is for before the project opens to it: it declares and pledges
-- there. It sees its own commissions and no other institution's, not even those of a project it works on.
create function scope_agency() returns uuid language sql stable parallel safe
  as $$ select case when scope_role() = 'agency' then scope_organisation() end $$;

create policy own_engagement on record for all to jiheng_app using (organisation_id = (select scope_agency()));
create policy own_engagement on record_history for all to jiheng_app using (organisation_id = (select scope_agency()));

-- Asked once per statement, and only by institutions; under the policies of the record table itself.
create function scope_engagements() returns uuid[] language sql stable
  as $$ select array(select id from record where organisation_id = scope_agency()) $$;
create policy own_engagement on act for all to jiheng_app using (
  record_id = any ((select scope_engagements())::uuid[]));
create policy own_engagement on frozen for all to jiheng_app using (
  record_id = any ((select scope_engagements())::uuid[]));

create policy other_engagement on record as restrictive for select to jiheng_app using (
  not (select is_program()) or (select scope_agency()) is null
  or kind not in ('evaluation.engagement', 'evaluation.departmentEngagement')
  or organisation_id = (select scope_agency()));
create policy other_engagement on record_history as restrictive for select to jiheng_app using (
  not (select is_program()) or (select scope_agency()) is null
  or kind not in ('evaluation.engagement', 'evaluation.departmentEngagement')
  or organisation_id = (select scope_agency()));

-- How many commissions of a year each institution of a place holds, for whoever commissions: only counted.
create function agency_tasks(place text, year integer) returns table (agency uuid, tasks integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.organisation_id, count(*)::integer from record r
    where r.kind in ('evaluation.engagement', 'evaluation.departmentEngagement')
      and r.jurisdiction_id = place and r.fiscal_year = year and r.state not in ('declined', 'cancelled')
      and (looks_after(place) or (scope_role() = 'department' and scope_jurisdiction() = place))
    group by r.organisation_id order by r.organisation_id
$$;
revoke all on function agency_tasks(text, integer) from public;
grant execute on function agency_tasks(text, integer) to jiheng_app;
