-- A leaf carries some twenty salts: whether their leaf is there was asked for each, a third of what writing a
-- leaf cost. Leaves neither change nor go (0020), so it is enough to ask once when salts come in.
alter table ledger_salt drop constraint ledger_salt_jurisdiction_id_idx_fkey;
create function require_leaf() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare one record;
begin
  for one in select distinct jurisdiction_id, idx from added loop
    if not exists (select from ledger_leaf l where l.jurisdiction_id = one.jurisdiction_id and l.idx = one.idx) then
      raise exception '盐值没有对应的契约账条目' using errcode = 'foreign_key_violation';
    end if;
  end loop;
  return null;
end $$;
create trigger of_leaf after insert on ledger_salt referencing new table as added
  for each statement execute function require_leaf();

-- The rows of a record in a table of their own, in their order, without the columns that its content shows;
-- every column as text, so that numbers lose no digit. (As `text_columns`, which costs twice as much at every call.)
create function seal_rows(bound text, place text, wanted uuid, shown text[]) returns json
language plpgsql as $$
declare found json;
begin
  case bound
    when 'execution' then
      select json_agg((select json_object_agg(key, value) from jsonb_each_text(to_jsonb(b) - shown)) order by b.ordinal, b.id) into found
        from execution b where b.jurisdiction_id = place and b.record_id = wanted;
    when 'indicator' then
      select json_agg((select json_object_agg(key, value) from jsonb_each_text(to_jsonb(b) - shown)) order by b.ordinal, b.id) into found
        from indicator b where b.jurisdiction_id = place and b.record_id = wanted;
    when 'observation' then
      select json_agg((select json_object_agg(key, value) from jsonb_each_text(to_jsonb(b) - shown)) order by b.ordinal, b.id) into found
        from observation b where b.jurisdiction_id = place and b.record_id = wanted;
    when 'score' then
      select json_agg((select json_object_agg(key, value) from jsonb_each_text(to_jsonb(b) - shown)) order by b.ordinal, b.id) into found
        from score b where b.jurisdiction_id = place and b.record_id = wanted;
  end case;
  return coalesce(found, '[]');
end $$;

-- Files that the frozen content names, or that prove a figure of the record: found by their key. Nothing is looked
-- for in the content where the project has no file at all.
create function seal_files(place text, project uuid, wanted uuid, frozen_content jsonb) returns json
language plpgsql as $$
declare files uuid[] := '{}'; attachments json; evidences json;
begin
  if exists (select from attachment f where f.jurisdiction_id = seal_files.place
      and (f.project_id = project or f.project_id is null)) then
    select array_agg(e.attachment_id), json_agg((select json_object_agg(key, value) from jsonb_each_text(to_jsonb(e)))
        order by e.place, e.id) into files, evidences
      from evidence e where e.jurisdiction_id = seal_files.place and e.record_id = wanted;
    files := coalesce(files, '{}') || array(select said[1]::uuid from regexp_matches(frozen_content::text,
      '"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"', 'g') said);
    select json_agg(text_columns(to_jsonb(f)) || jsonb_build_object('sm3', d.sm3) order by f.name, f.id) into attachments
      from attachment f left join file_digest d on d.sha256 = f.sha256
      where f.jurisdiction_id = seal_files.place and f.id = any (files);
  end if;
  return json_build_object('attachments', coalesce(attachments, '[]'), 'evidence', coalesce(evidences, '[]'));
end $$;

-- What acts that were just taken rest on, as it is stored now, in the order asked for. First the contracts are
-- locked: only one transaction at a time adds to a contract, so that its leaves form one chain. What is read must
-- be as it is once the lock is had, so that this cannot be one statement.
-- acts: [{jurisdictionId, recordId, actId, contractId, bound: {table: columns left out}}].
create function read_seal_sources(acts jsonb) returns setof json
language plpgsql as $$
declare asked jsonb; contract text; source json; place text; wanted uuid; content jsonb; project uuid;
begin
  for contract in select distinct a->>'contractId' from jsonb_array_elements(acts) a order by 1 loop
    perform pg_advisory_xact_lock(hashtextextended(contract, 2));
  end loop;
  for asked in select value from jsonb_array_elements(acts) loop
    place := asked->>'jurisdictionId';
    wanted := (asked->>'recordId')::uuid;
    select json_build_object(
      'jurisdiction', json_build_object('code', j.id, 'name', j.name),
      'record', (select json_object_agg(key, value) from jsonb_each_text(to_jsonb(r) - 'content')),
      'project', (select json_build_array(
            (select json_object_agg(key, value) from jsonb_each_text(to_jsonb(p) - 'content')),
            json_build_object('unit_code', (select code from organisation where id = p.unit_id),
              'department_code', (select code from organisation where id = p.department_id)))
        from project p where p.jurisdiction_id = place and p.id = r.project_id),
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
        order by l.idx desc limit 1)), frozen.content, r.project_id into source, content, project
    from act
    join record r on r.jurisdiction_id = place and r.id = wanted
    join jurisdiction j on j.id = place
    join frozen on frozen.jurisdiction_id = place and frozen.record_id = wanted and frozen.act_id = act.id
    where act.jurisdiction_id = place and act.record_id = wanted and act.id = (asked->>'actId')::uuid;
    if found then
      return next json_build_object('source', source, 'files', seal_files(place, project, wanted, content),
        'rows', (select json_object_agg(b.key, seal_rows(b.key, place, wanted,
            array(select jsonb_array_elements_text(b.value)) || '{content}'))
          from jsonb_each(asked->'bound') b));
    end if;
  end loop;
end $$;
-- Its numbers are asked for by the record.
create index on document_number (jurisdiction_id, record_id);
