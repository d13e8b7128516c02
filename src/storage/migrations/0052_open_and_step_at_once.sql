-- A save was 15 statements and an approval 37, each a trip between server and database. What belongs together
-- is asked and written together (docs/adr/0016). Everything here runs as whoever asks: row-level security,
-- guard, history and change numbers hold as before.

-- The signed-in person; null when not signed in.
create or replace function open_scope(wanted_token bytea) returns jsonb
language plpgsql as $$
declare s live_session%rowtype; actor jsonb;
begin
  select * into s from live_session where token_hash = wanted_token;
  if not found then return null; end if;
  if s.is_due then perform touch_session(wanted_token); end if;
  perform set_scope(s.scope, s.role, s.jurisdiction_id, s.organisation_id, s.person_id);
  select jsonb_build_object('personId', s.person_id, 'personName', person.name, 'postId', post.id, 'role', post.role,
      'postTitle', post.title, 'organisationId', o.id, 'organisationName', o.name, 'organisationKind', o.kind,
      'jurisdictionId', j.id, 'jurisdictionName', j.name, 'csrfToken', s.csrf_token, 'mustChange', account.must_change)
    into actor
    from post, person, organisation o, jurisdiction j, account
    where post.id = s.post_id and person.id = post.person_id and o.id = post.organisation_id
      and j.id = post.jurisdiction_id and account.person_id = s.person_id;
  return actor;
end $$;

-- A record with its project, the rows of its form and its steps; null when it is not there or not to be seen.
-- The names are those of the program (storage/stored-record.ts).
create function read_record(wanted uuid, is_locked boolean) returns json
language plpgsql as $$
-- With its schema: the word alone also means a type of the language.
declare r public.record%rowtype; answer json;
begin
  perform approach_record(wanted);
  if is_locked then
    select * into r from record where id = wanted for update;
  else
    select * into r from record where id = wanted;
  end if;
  if not found then return null; end if;
  select json_build_object(
    'record', json_build_object('jurisdictionId', r.jurisdiction_id, 'id', r.id, 'projectId', r.project_id,
      'organisationId', r.organisation_id, 'kind', r.kind, 'fiscalYear', r.fiscal_year, 'title', r.title,
      'state', r.state, 'version', r.version, 'content', r.content, 'subjectId', r.subject_id, 'dueOn', r.due_on,
      'stateSince', r.state_since, 'createdAt', r.created_at),
    'project', (select json_build_object('jurisdictionId', p.jurisdiction_id, 'jurisdictionName', j.name, 'id', p.id,
        'fiscalYear', p.fiscal_year, 'code', p.code, 'name', p.name, 'unitId', p.unit_id, 'unitName', u.name,
        'departmentId', p.department_id, 'departmentName', d.name, 'status', p.status, 'isNew', p.is_new,
        'isMajor', p.is_major, 'isClassified', p.is_classified, 'isPilot', p.is_pilot, 'budget_fen', p.budget_fen::text,
        'grade', p.grade, 'light', p.light, 'content', p.content, 'version', p.version, 'createdAt', p.created_at)
      from project p join jurisdiction j on j.id = p.jurisdiction_id join organisation u on u.id = p.unit_id
      join organisation d on d.id = p.department_id
      where p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id),
    'acts', (select json_agg(json_build_object('id', a.id, 'recordId', a.record_id, 'kind', r.kind, 'action', a.action,
        'fromState', a.from_state, 'toState', a.to_state, 'version', a.version, 'personId', a.person_id,
        'personName', person.name, 'role', a.role, 'organisationName', o.name, 'opinion', a.opinion,
        'documentNumber', a.document_number, 'actedAt', a.acted_at) order by a.acted_at, a.sequence)
      from act a join person on person.id = a.person_id left join organisation o on o.id = a.organisation_id
      where a.jurisdiction_id = r.jurisdiction_id and a.record_id = r.id),
    'indicator', (select json_agg(jsonb_strip_nulls(jsonb_build_object('id', t.id, 'level1', t.level1, 'level2', t.level2,
        'name', t.name, 'kind', t.kind, 'operator', t.operator, 'value', trim_scale(t.value)::text, 'unit', t.unit,
        'weight_x100', t.weight_x100) || t.content) order by t.ordinal, t.id)
      from indicator t where t.jurisdiction_id = r.jurisdiction_id and t.record_id = r.id),
    'observation', (select json_agg(jsonb_strip_nulls(jsonb_build_object('id', t.id, 'indicatorId', t.indicator_id,
        'actual', trim_scale(t.actual)::text) || t.content) order by t.ordinal, t.id)
      from observation t where t.jurisdiction_id = r.jurisdiction_id and t.record_id = r.id),
    'execution', (select json_agg(jsonb_strip_nulls(jsonb_build_object('id', t.id, 'fund', t.fund,
        'budget_fen', t.budget_fen::text, 'adjusted_fen', t.adjusted_fen::text, 'paid_fen', t.paid_fen::text,
        'expected_fen', t.expected_fen::text) || t.content) order by t.ordinal, t.id)
      from execution t where t.jurisdiction_id = r.jurisdiction_id and t.record_id = r.id),
    'score', (select json_agg(jsonb_strip_nulls(jsonb_build_object('id', t.id, 'weight_x100', t.weight_x100,
        'score_x100', t.score_x100, 'computedScore_x100', t.computed_x100, 'scoringMethod', t.method) || t.content)
        order by t.ordinal, t.id)
      from score t where t.jurisdiction_id = r.jurisdiction_id and t.record_id = r.id)) into answer;
  return answer;
end $$;

-- Opens the scope of a call, waits for the same call under the same key, and reads and locks the record it is
-- about. Null when not signed in.
create function open_call(wanted_token bytea, wanted_post uuid, wanted_key text, wanted_record uuid) returns json
language plpgsql as $$
declare actor jsonb; earlier json; about json;
begin
  if wanted_token is null then
    actor := open_scope_of_post(wanted_post);
  else
    actor := open_scope(wanted_token);
  end if;
  if actor is null then return null; end if;
  if wanted_key is not null then
    perform pg_advisory_xact_lock(hashtextextended((actor->>'personId') || '/' || wanted_key, 0));
    select json_build_object('digest', body_digest, 'answer', answer) into earlier
      from idempotency where person_id = (actor->>'personId')::uuid and key = wanted_key;
  end if;
  if earlier is null and wanted_record is not null then about := read_record(wanted_record, true); end if;
  return json_build_object('actor', actor, 'earlier', earlier, 'record', about);
end $$;

-- One step of a record whose row is locked: state (and content, where the step brings some), 文号, act, frozen
-- version. Numbers of a series are given without gaps: whoever takes one holds the series until commit, and a
-- transaction that is rolled back gives its number back.
create function take_step(step jsonb, new_content jsonb, frozen_content jsonb) returns text
language plpgsql as $$
declare
  place text := step->>'jurisdictionId';
  wanted uuid := (step->>'recordId')::uuid;
  project uuid := (step->>'projectId')::uuid;
  document text := step->>'documentNumber';
  counter jsonb := step->'series';
  prefix text;
  given integer;
begin
  update record set state = step->>'toState', version = (step->>'version')::integer,
      content = coalesce(new_content, content), state_since = (step->>'actedAt')::timestamptz,
      due_on = (step->>'dueOn')::date, private_to = case when (step->>'isPrivate')::boolean then private_to end
    where jurisdiction_id = place and id = wanted;
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
