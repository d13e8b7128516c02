-- Blind scoring asked for the sheet of every single score row. The sheets hidden from the person asking are
-- few and the same for the whole statement: asked once. Experts, who may not read each other's sheets even
-- when handed in, still go by the sheet itself.
create index record_private on record (private_to) where private_to is not null;

create function hidden_sheets() returns uuid[] language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(array_agg(id), '{}') from record where private_to is not null
    and private_to is distinct from scope_person() $$;

drop policy own_sheet on score;
create policy own_sheet on score as restrictive for select to jiheng_app using (
  case when (select scope_kind()) = 'assigned'
    then exists (select 1 from record r where r.jurisdiction_id = score.jurisdiction_id and r.id = score.record_id)
    else record_id <> all ((select hidden_sheets())::uuid[]) end);
