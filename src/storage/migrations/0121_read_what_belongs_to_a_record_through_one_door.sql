-- A save started statements over ten tables, each with the conditions of row-level security for every one of them:
-- starting them cost more than running them. Now the policies of the record itself are asked, once; what belongs
-- to a record they let through is read and stepped through functions of the owner, which open for that record
-- alone (docs/adr/0016). Who may see a record sees its rows and its steps: that was so before.

-- Which tables the rows of a kind stand in; written from the program at its start.
create table kind_rows (kind text not null, bound text not null, primary key (kind, bound));
grant select on kind_rows to jiheng_app;

-- The records that the policies let through in this transaction, each with its place: an id alone says too little,
-- since another place may have it too. Those that were locked as well passed the policies of writing: who receives a
-- circular reads it and takes no step on it. Like the scope itself both are settings that end with the transaction,
-- and are forgotten with the scope.
create function is_at_hand(place text, wanted uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  return coalesce(position(' ' || place || '/' || wanted::text || ' ' in current_setting('jiheng.records', true)) > 0, false);
end $$;
create function is_held(place text, wanted uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  return coalesce(position(' ' || place || '/' || wanted::text || ' ' in current_setting('jiheng.held', true)) > 0, false);
end $$;

create function take_to_hand(place text, wanted uuid, is_locked boolean) returns boolean language plpgsql as $$
declare name text := ' ' || place || '/' || wanted::text || ' '; done text;
begin
  if not is_at_hand(place, wanted) then
    done := set_config('jiheng.records', coalesce(current_setting('jiheng.records', true), '') || name, true);
  end if;
  if is_locked and not is_held(place, wanted) then
    done := set_config('jiheng.held', coalesce(current_setting('jiheng.held', true), '') || name, true);
  end if;
  return true;
end $$;

-- Takes the project of a record to hand, if the scope reaches it. (Answers whether it did: a function that answers
-- is called by an assignment, which costs a tenth of a statement.)
drop function approach_record(uuid);
create function approach_record(wanted uuid) returns boolean language plpgsql as $$
declare at record; done text;
begin
  if scope_kind() not in ('unit', 'department', 'assigned') then return false; end if;
  at := place_of_record(wanted);
  if not exists (select from project where jurisdiction_id = at.place and id = at.project) then return false; end if;
  done := set_config('jiheng.project', at.project::text, true);
  return true;
end $$;

create or replace function set_scope(
  wanted_scope text, wanted_role text, wanted_jurisdiction text, wanted_organisation uuid, wanted_person uuid) returns void
language plpgsql as $$
declare done text;
begin
  -- Plain assignments: each is evaluated at once, without planning a statement.
  done := set_config('jiheng.scope', wanted_scope, true);
  done := set_config('jiheng.role', wanted_role, true);
  done := set_config('jiheng.jurisdiction', wanted_jurisdiction, true);
  done := set_config('jiheng.organisation', wanted_organisation::text, true);
  done := set_config('jiheng.person', wanted_person::text, true);
  done := set_config('jiheng.jurisdictions', '', true);
  done := set_config('jiheng.assigned', '', true);
  done := set_config('jiheng.projects', '', true);
  done := set_config('jiheng.project', '', true);
  done := set_config('jiheng.records', '', true);
  done := set_config('jiheng.held', '', true);
  done := set_config('jiheng.hidden_kinds', '', true);
  if wanted_scope = 'jurisdiction' then
    done := set_config('jiheng.jurisdictions', '{' || wanted_jurisdiction || '}', true);
  elsif wanted_scope = 'province' then
    done := set_config('jiheng.jurisdictions', (select array_agg(id)::text from jurisdiction), true);
  elsif wanted_scope = 'assigned' then
    done := set_config('jiheng.assigned', (select array_agg(distinct project_id)::text from assignment
      where (person_id = wanted_person or organisation_id = wanted_organisation)
        and (ends_on is null or ends_on >= shanghai_today())), true);
  end if;
end $$;

-- Steps and rows of a record at hand; only the tables that its kind has rows in are looked into.
create function record_parts(place text, wanted uuid, wanted_kind text) returns json
language plpgsql security definer set search_path = public, pg_temp as $$
declare bound_table text; steps json; indicators json; observations json; executions json; scores json;
begin
  if not is_at_hand(place, wanted) then
    raise exception '没有先按权限打开的办理事项 %', wanted using errcode = 'insufficient_privilege';
  end if;
  select json_agg(json_build_object('id', a.id, 'recordId', a.record_id, 'kind', wanted_kind, 'action', a.action,
      'fromState', a.from_state, 'toState', a.to_state, 'version', a.version, 'personId', a.person_id,
      'personName', person.name, 'role', a.role, 'organisationName', o.name, 'opinion', a.opinion,
      'documentNumber', a.document_number, 'actedAt', a.acted_at) order by a.acted_at, a.sequence) into steps
    from act a join person on person.id = a.person_id left join organisation o on o.id = a.organisation_id
    where a.jurisdiction_id = place and a.record_id = wanted;
  for bound_table in select k.bound from kind_rows k where k.kind = wanted_kind loop
    case bound_table
      when 'indicator' then
        select json_agg(jsonb_strip_nulls(jsonb_build_object('id', t.id, 'level1', t.level1, 'level2', t.level2,
            'name', t.name, 'kind', t.kind, 'operator', t.operator, 'value', trim_scale(t.value)::text, 'unit', t.unit,
            'weight_x100', t.weight_x100) || t.content) order by t.ordinal, t.id) into indicators
          from indicator t where t.jurisdiction_id = place and t.record_id = wanted;
      when 'observation' then
        select json_agg(jsonb_strip_nulls(jsonb_build_object('id', t.id, 'indicatorId', t.indicator_id,
            'actual', trim_scale(t.actual)::text) || t.content) order by t.ordinal, t.id) into observations
          from observation t where t.jurisdiction_id = place and t.record_id = wanted;
      when 'execution' then
        select json_agg(jsonb_strip_nulls(jsonb_build_object('id', t.id, 'fund', t.fund,
            'budget_fen', t.budget_fen::text, 'adjusted_fen', t.adjusted_fen::text, 'paid_fen', t.paid_fen::text,
            'expected_fen', t.expected_fen::text) || t.content) order by t.ordinal, t.id) into executions
          from execution t where t.jurisdiction_id = place and t.record_id = wanted;
      when 'score' then
        select json_agg(jsonb_strip_nulls(jsonb_build_object('id', t.id, 'weight_x100', t.weight_x100,
            'score_x100', t.score_x100, 'computedScore_x100', t.computed_x100, 'scoringMethod', t.method) || t.content)
            order by t.ordinal, t.id) into scores
          from score t where t.jurisdiction_id = place and t.record_id = wanted;
    end case;
  end loop;
  return json_build_object('acts', steps, 'indicator', indicators, 'observation', observations,
    'execution', executions, 'score', scores);
end $$;
revoke all on function record_parts(text, uuid, text) from public;
grant execute on function record_parts(text, uuid, text) to jiheng_app;

create or replace function read_record(wanted uuid, is_locked boolean) returns json
language plpgsql as $$
-- With its schema: the word alone also means a type of the language.
declare r public.record%rowtype; project_json json; is_near boolean; is_taken boolean;
begin
  is_near := approach_record(wanted);
  if is_locked then
    select * into r from record where id = wanted for update;
  else
    select * into r from record where id = wanted;
  end if;
  if not found then return null; end if;
  is_taken := take_to_hand(r.jurisdiction_id, wanted, is_locked);
  -- The project has a policy of its own: an institution sees its commission before the project.
  select json_build_object('jurisdictionId', p.jurisdiction_id, 'jurisdictionName', j.name, 'id', p.id,
      'fiscalYear', p.fiscal_year, 'code', p.code, 'name', p.name, 'unitId', p.unit_id, 'unitName', u.name,
      'departmentId', p.department_id, 'departmentName', d.name, 'status', p.status, 'isNew', p.is_new,
      'isMajor', p.is_major, 'isClassified', p.is_classified, 'isPilot', p.is_pilot, 'budget_fen', p.budget_fen::text,
      'grade', p.grade, 'light', p.light, 'content', p.content, 'version', p.version, 'createdAt', p.created_at)
    into project_json
    from project p join jurisdiction j on j.id = p.jurisdiction_id join organisation u on u.id = p.unit_id
    join organisation d on d.id = p.department_id
    where p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id;
  return json_build_object(
    'record', json_build_object('jurisdictionId', r.jurisdiction_id, 'id', r.id, 'projectId', r.project_id,
      'organisationId', r.organisation_id, 'kind', r.kind, 'fiscalYear', r.fiscal_year, 'title', r.title,
      'state', r.state, 'version', r.version, 'content', r.content, 'subjectId', r.subject_id, 'dueOn', r.due_on,
      'stateSince', r.state_since, 'createdAt', r.created_at),
    'project', project_json,
    'parts', record_parts(r.jurisdiction_id, wanted, r.kind));
end $$;

-- One step of a record that is held, as before (0052); its project is that of the record.
create function write_step(step jsonb, new_content jsonb, frozen_content jsonb) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  place text := step->>'jurisdictionId';
  wanted uuid := (step->>'recordId')::uuid;
  project uuid;
  document text := step->>'documentNumber';
  counter jsonb := step->'series';
  prefix text;
  given integer;
begin
  if not is_held(place, wanted) then
    raise exception '没有先按权限锁定的办理事项 %', wanted using errcode = 'insufficient_privilege';
  end if;
  update record set state = step->>'toState', version = (step->>'version')::integer,
      content = coalesce(new_content, content), state_since = (step->>'actedAt')::timestamptz,
      due_on = (step->>'dueOn')::date, private_to = case when (step->>'isPrivate')::boolean then private_to end
    where jurisdiction_id = place and id = wanted returning project_id into project;
  if counter is not null then
    prefix := coalesce((select o.document_prefix from organisation o where o.id = (counter->>'organisationId')::uuid),
      counter->>'otherwise');
    perform pg_advisory_xact_lock(hashtextextended(
      (counter->>'jurisdictionId') || '/' || prefix || '/' || (counter->>'year'), 1));
    insert into document_number (jurisdiction_id, series, year, number, record_id, issued_at)
      select counter->>'jurisdictionId', prefix, (counter->>'year')::integer, coalesce(max(n.number), 0) + 1, wanted,
        (step->>'actedAt')::timestamptz
      from document_number n where n.jurisdiction_id = counter->>'jurisdictionId' and n.series = prefix
        and n.year = (counter->>'year')::integer
      returning number into given;
    document := prefix || '〔' || (counter->>'year') || '〕' || given || '号';
  end if;
  insert into act (jurisdiction_id, id, record_id, project_id, sequence, action, from_state, to_state, version,
      person_id, post_id, role, organisation_id, opinion, document_number, acted_at)
    select place, (step->>'actId')::uuid, wanted, project, count(*) + 1, step->>'action', step->>'fromState',
      step->>'toState', (step->>'version')::integer, (step->>'personId')::uuid, (step->>'postId')::uuid, step->>'role',
      (step->>'organisationId')::uuid, step->>'opinion', document, (step->>'actedAt')::timestamptz
    from act where jurisdiction_id = place and record_id = wanted;
  if frozen_content is not null then
    insert into frozen (jurisdiction_id, id, record_id, project_id, number, action, act_id, content, digest, frozen_at)
      select place, (step->>'frozenId')::uuid, wanted, project, count(*) + 1, step->>'action', (step->>'actId')::uuid,
        frozen_content, step->>'digest', (step->>'actedAt')::timestamptz
      from frozen where jurisdiction_id = place and record_id = wanted;
  end if;
  return document;
end $$;
revoke all on function write_step(jsonb, jsonb, jsonb) from public;
grant execute on function write_step(jsonb, jsonb, jsonb) to jiheng_app;

-- What was only read is locked first, under the policies of whoever takes the step.
create or replace function take_step(step jsonb, new_content jsonb, frozen_content jsonb) returns text
language plpgsql as $$
declare place text := step->>'jurisdictionId'; wanted uuid := (step->>'recordId')::uuid; is_taken boolean;
begin
  if not is_held(place, wanted) then
    perform from record where jurisdiction_id = place and id = wanted for update;
    if not found then
      raise exception '没有权限办理的事项 %', wanted using errcode = 'insufficient_privilege';
    end if;
    is_taken := take_to_hand(place, wanted, true);
  end if;
  return write_step(step, new_content, frozen_content);
end $$;

-- What was superseded is kept whoever supersedes it: nothing is chosen, so nothing has to be asked. For the same
-- reason nobody else may hang these functions on a table of theirs, or write a past by hand.
create or replace procedure keep_by_statement(table_name text) language plpgsql as $$
declare columns text;
begin
  select string_agg(quote_ident(attname), ', ' order by attnum) into columns
    from pg_attribute where attrelid = table_name::regclass and attnum > 0 and not attisdropped;
  execute format('create or replace function %I() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $f$
    begin
      insert into %I (%s, recorded_to) select %s, now() from superseded;
      return null;
    end $f$', 'keep_superseded_' || table_name, table_name || '_history', columns, columns);
  execute format('revoke all on function %I() from public', 'keep_superseded_' || table_name);
  execute format('revoke insert on %I from jiheng_app', table_name || '_history');
  execute format('drop trigger if exists keep on %I', table_name);
  execute format('drop trigger if exists keep_deleted on %I', table_name);
  execute format('create trigger keep after update on %I referencing old table as superseded
    for each statement execute function %I()', table_name, 'keep_superseded_' || table_name);
  execute format('create trigger keep_deleted after delete on %I referencing old table as superseded
    for each statement execute function %I()', table_name, 'keep_superseded_' || table_name);
end $$;
do $$ declare name text;
begin
  for name in select tgrelid::regclass::text from pg_trigger where tgname = 'keep' and not tgisinternal loop
    call keep_by_statement(name);
  end loop;
end $$;

-- Which records a role may not see was planned anew at every question, because a plan for the kinds of that
-- moment looks cheaper than one for any: three milliseconds of an approval.
alter function hidden_records() set plan_cache_mode = force_generic_plan;
