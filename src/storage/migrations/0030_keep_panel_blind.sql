-- The expert panel. Some kinds of record are for some roles only (the register of experts, a draw);
-- a score sheet stays its author's alone until every expert has handed in and scoring is closed, and
-- what then opens it, or takes somebody off the panel, is done here and nowhere else.

-- Generated from the record kinds of the program at each start, like the workflow tables.
create table kind_reader (kind text not null, role text not null, primary key (kind, role));
comment on table kind_reader is '只有这些岗位可见的事项种类:由程序生成';
grant select on kind_reader to jiheng_app;

create function hidden_kinds() returns text[] language sql stable
  as $$ select coalesce(array_agg(distinct kind), '{}') from kind_reader k
    where not exists (select 1 from kind_reader own where own.kind = k.kind and own.role = scope_role()) $$;

-- The owner is a member of jiheng_app, so walls set up for jiheng_app alone stood in its way too: what
-- looks past them on purpose (hidden_sheets, inspections, the functions below) saw too little, and score
-- rows of sheets in progress were not hidden. A wall now says whom it is for.
create function is_program() returns boolean language sql stable parallel safe
  as $$ select current_user = 'jiheng_app' $$;

create policy right_reader on record as restrictive for select to jiheng_app
  using (not (select is_program()) or kind <> all ((select hidden_kinds())::text[]));
create policy right_reader on record_history as restrictive for select to jiheng_app
  using (not (select is_program()) or kind <> all ((select hidden_kinds())::text[]));
-- Versions of a record follow it. Only narrow scopes meet kinds of a project they may not see.
create policy right_reader on frozen as restrictive for select to jiheng_app
  using (not (select is_program()) or case when (select scope_kind()) in ('unit', 'department', 'assigned')
    then exists (select 1 from record r where r.jurisdiction_id = frozen.jurisdiction_id and r.id = frozen.record_id)
    else true end);

alter policy own_sheet on record
  using (not (select is_program()) or private_to is null or private_to = (select scope_person()));
alter policy own_sheet on record_history
  using (not (select is_program()) or private_to is null or private_to = (select scope_person()));
alter policy own_judgement on record using (not (select is_program()) or kind <> 'exante.scoreSheet'
  or (select scope_kind()) <> 'assigned' or content->>'rater' = (select scope_person())::text);
alter policy own_judgement on record_history using (not (select is_program()) or kind <> 'exante.scoreSheet'
  or (select scope_kind()) <> 'assigned' or content->>'rater' = (select scope_person())::text);
alter policy own_sheet on score using (not (select is_program()) or
  case when (select scope_kind()) = 'assigned'
    then exists (select 1 from record r where r.jurisdiction_id = score.jurisdiction_id and r.id = score.record_id)
    else record_id <> all ((select hidden_sheets())::uuid[]) end);
alter policy own_sheet on score_history using (not (select is_program()) or
  exists (select 1 from record r where r.jurisdiction_id = score_history.jurisdiction_id
    and r.id = score_history.record_id));

-- Whether whoever asks looks after the place: the functions below see past the wall, so they ask.
create function looks_after(place text) returns boolean language sql stable
  as $$ select place = any (scope_jurisdictions()) $$;

-- How far the panel of an evaluation is: who, and in which state. Never what was marked.
create function panel_sheets(evaluation uuid)
  returns table (record_id uuid, person_id uuid, name text, state text, state_since timestamptz, conflict_note text)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, p.id, p.name, r.state, r.state_since,
      case when r.state = 'withdrawn' and r.content->>'hasConflict' = 'true' then r.content->>'conflictNote' end
    from record r join person p on p.id = (r.content->>'rater')::uuid
    where r.kind = 'exante.scoreSheet' and r.subject_id = evaluation and looks_after(r.jurisdiction_id)
    order by r.created_at, r.id
$$;

-- Opens the sheets of an evaluation whose scoring is closed; refused while one is still out.
create function open_panel_sheets(evaluation uuid) returns integer
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare opened integer;
begin
  if scope_role() <> 'finance_performance' or not exists (
    select 1 from record e where e.id = evaluation and e.kind = 'exante.evaluation' and e.state = 'scored'
      and looks_after(e.jurisdiction_id)) then
    raise exception '评分还没有结束,不能打开评分表' using errcode = 'insufficient_privilege';
  end if;
  if exists (select 1 from record r where r.kind = 'exante.scoreSheet' and r.subject_id = evaluation
      and r.state not in ('submitted', 'withdrawn')) then
    raise exception '还有专家没有提交,不能打开评分表' using errcode = 'insufficient_privilege';
  end if;
  update record set private_to = null
    where kind = 'exante.scoreSheet' and subject_id = evaluation and state = 'submitted';
  get diagnostics opened = row_count;
  return opened;
end $$;

-- Takes sheets off the panel: one person's, or all when scoring is organised anew. Marks stay hidden.
create function withdraw_panel_sheets(evaluation uuid, person uuid)
  returns table (record_id uuid, from_state text, version integer)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if scope_role() <> 'finance_performance' or not exists (
    select 1 from record e where e.id = evaluation and e.kind = 'exante.evaluation'
      and e.state in ('scoring', 'submitted') and looks_after(e.jurisdiction_id)) then
    raise exception '当前环节不能更换评分专家' using errcode = 'insufficient_privilege';
  end if;
  return query
    with old as (
      select r.jurisdiction_id, r.id, r.state, r.version from record r
        where r.kind = 'exante.scoreSheet' and r.subject_id = evaluation
          and r.state in ('draft', 'pledged', 'submitted')
          and (person is null or (r.content->>'rater')::uuid = person)
        for update)
    update record r set state = 'withdrawn', version = r.version + 1, state_since = now(), due_on = null
      from old where r.jurisdiction_id = old.jurisdiction_id and r.id = old.id
      returning r.id, old.state, r.version;
end $$;

-- An expert's own entry in the register of a place, so that the pledge is checked against it.
create function own_expert_entry(place text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select r.content from record r
    where r.kind = 'exante.expertEntry' and r.jurisdiction_id = place and r.state <> 'draft'
      and r.content->>'person' = scope_person()::text
    order by r.created_at desc limit 1
$$;

revoke all on function panel_sheets(uuid), open_panel_sheets(uuid), withdraw_panel_sheets(uuid, uuid),
  own_expert_entry(text) from public;
grant execute on function panel_sheets(uuid), open_panel_sheets(uuid), withdraw_panel_sheets(uuid, uuid),
  own_expert_entry(text) to jiheng_app;
