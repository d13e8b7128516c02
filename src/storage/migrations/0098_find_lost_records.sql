-- What the contract ledger was given and the tables no longer hold: a record that was removed leaves its leaf
-- behind. Asked across the walls, so that a record the reader may not see is not taken for a lost one; said of it
-- is only what the reader of the project may know anyway: which kind, and under which number it was sealed.
create function lost_records(place text, project uuid)
returns table (record_id uuid, kind text, title text, number bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  with lost as materialized (
    select l.record_id, min(l.idx) as idx from ledger_leaf l
    where l.jurisdiction_id = place and l.record_id is not null
      and case when project is null then l.project_id is null and l.type in ('report.submitted', 'acceptance.decided')
        else l.contract_id = project end
      and not exists (
        select 1 from record r where r.jurisdiction_id = l.jurisdiction_id and r.id = l.record_id)
    group by l.record_id
  )
  select lost.record_id, said->>'kind', said->>'title', lost.idx + 1
  from lost join ledger_leaf l on l.jurisdiction_id = place and l.idx = lost.idx
  cross join lateral (select convert_from(l.canon, 'UTF8')::jsonb->'record') as leaf (said)
  order by lost.idx
$$;
comment on function lost_records is '契约账登有而系统中已没有的办理事项';
revoke all on function lost_records from public;
grant execute on function lost_records to jiheng_app;
