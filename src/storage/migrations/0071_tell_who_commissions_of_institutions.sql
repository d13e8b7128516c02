-- The register of institutions belongs to the finance bureau of a place. A department that commissions an
-- evaluation, and the institution itself, are told of one entry what the checks ask, and nothing else.
create function agency_entry(place text, agency uuid)
  returns table (record_id uuid, state text, content jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.state, r.content from record r
    where r.kind = 'evaluation.agencyEntry' and r.jurisdiction_id = place and r.state <> 'draft'
      and r.content ->> 'agency' = agency::text
      and (looks_after(place)
        or (scope_role() = 'department' and scope_jurisdiction() = place)
        or (scope_role() = 'agency' and scope_organisation() = agency))
    order by (r.state = 'left'), r.created_at desc limit 1
$$;
revoke all on function agency_entry(text, uuid) from public;
grant execute on function agency_entry(text, uuid) to jiheng_app;
