-- What a leaf says of a record at hand is read through the door of 0121: its policies were asked, and the steps
-- of every other record need not be told apart from its own. The project keeps its own policy, because an
-- institution may see a commission and not yet the project; and so do files, because content may name any file.
create function seal_source(asked jsonb) returns json
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  place text := asked->>'jurisdictionId';
  wanted uuid := (asked->>'recordId')::uuid;
  source json; project uuid;
begin
  if not is_at_hand(place, wanted) then
    raise exception '没有先按权限打开的办理事项 %', wanted using errcode = 'insufficient_privilege';
  end if;
  select json_build_object(
    'jurisdiction', json_build_object('code', j.id, 'name', j.name),
    'record', (select json_object_agg(key, value) from jsonb_each_text(to_jsonb(r) - 'content')),
    'acts', (select json_agg(json_build_array(
          (select json_object_agg(key, value) from jsonb_each_text(to_jsonb(a))),
          json_build_object('person_name', person.name, 'organisation_name', o.name)) order by a.sequence)
      from act a left join person on person.id = a.person_id left join organisation o on o.id = a.organisation_id
      where a.jurisdiction_id = place and a.record_id = wanted and a.sequence <= act.sequence),
    'frozen', (select json_object_agg(key, value) from jsonb_each_text(to_jsonb(frozen) - 'content')),
    'frozenContent', frozen.content,
    'numbers', (select coalesce(json_agg((select json_object_agg(key, value) from jsonb_each_text(to_jsonb(n)))
          order by n.series, n.year, n.number), '[]')
      from document_number n where n.jurisdiction_id = place and n.record_id = wanted),
    'previous', (select json_build_object('idx', l.idx::text, 'sha256', encode(l.sha256, 'hex'), 'sm3', encode(l.sm3, 'hex'))
      from ledger_leaf l where l.jurisdiction_id = place and l.contract_id = (asked->>'contractId')::uuid
      order by l.idx desc limit 1)), r.project_id into source, project
  from act
  join record r on r.jurisdiction_id = place and r.id = wanted
  join jurisdiction j on j.id = place
  join frozen on frozen.jurisdiction_id = place and frozen.record_id = wanted and frozen.act_id = act.id
  where act.jurisdiction_id = place and act.record_id = wanted and act.id = (asked->>'actId')::uuid;
  if not found then return null; end if;
  return json_build_object('source', source, 'projectId', project,
    'rows', (select json_object_agg(b.key, seal_rows(b.key, place, wanted,
        array(select jsonb_array_elements_text(b.value)) || '{content}'))
      from jsonb_each(asked->'bound') b));
end $$;
revoke all on function seal_source(jsonb) from public;
grant execute on function seal_source(jsonb) to jiheng_app;

-- A project as a leaf tells it, with the codes a reader needs; null where the asker may not see it.
create function seal_project(place text, wanted uuid) returns json language plpgsql as $$
declare answer json;
begin
  if wanted is null then return null; end if;
  select json_build_array(
      (select json_object_agg(key, value) from jsonb_each_text(to_jsonb(p) - 'content')),
      json_build_object('unit_code', unit.code, 'department_code', department.code)) into answer
    from project p left join organisation unit on unit.id = p.unit_id
    left join organisation department on department.id = p.department_id
    where p.jurisdiction_id = place and p.id = wanted;
  return answer;
end $$;

create or replace function read_seal_sources(acts jsonb) returns setof json
language plpgsql as $$
declare asked jsonb; contract text; source json; place text; project uuid;
begin
  for contract in select distinct a->>'contractId' from jsonb_array_elements(acts) a order by 1 loop
    perform pg_advisory_xact_lock(hashtextextended(contract, 2));
  end loop;
  for asked in select value from jsonb_array_elements(acts) loop
    source := seal_source(asked);
    if source is not null then
      place := asked->>'jurisdictionId';
      project := (source->>'projectId')::uuid;
      return next json_build_object('source', source, 'project', seal_project(place, project), 'files',
        seal_files(place, project, (asked->>'recordId')::uuid, (source->'source'->'frozenContent')::jsonb));
    end if;
  end loop;
end $$;

-- Records of hidden kinds are few in a place of many: they are looked for by kind.
alter function hidden_records() set enable_seqscan = off;
