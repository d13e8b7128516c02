-- Proofs and answers are added by whoever may add versions of the same place, and by nobody else.
do $$
declare name text;
begin
  foreach name in array array['proof', 'answer'] loop
    execute format('alter table disclosure.%I enable row level security', name);
    execute format('create policy readable on disclosure.%I for select using (true)', name);
    execute format('create policy own on disclosure.%I for insert to jiheng_app with check (exists (
      select 1 from disclosure.version v where v.publication_id = %I.publication_id and v.version = %I.version
        and v.jurisdiction_id = any ((select scope_jurisdictions())::text[])))', name, name, name);
  end loop;
end $$;

-- A form sends every line end as two characters; what is counted is what was typed.
create or replace function disclosure.send_feedback(wanted_publication text, wanted_version integer, words text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare place text; made text; typed text := btrim(replace(replace(words, E'\r\n', E'\n'), E'\r', E'\n'), E' \t\n');
begin
  select jurisdiction_id into place from disclosure.version v
    where v.publication_id = wanted_publication and v.version = wanted_version;
  if place is null then raise exception 'unknown publication' using errcode = 'JH404'; end if;
  if typed is null or length(typed) < 5 or length(typed) > 1000 then
    raise exception 'too short or too long' using errcode = 'JH422';
  end if;
  if (select count(*) from feedback where publication_id = wanted_publication and received_at > now() - interval '1 hour') >= 30
    or (select count(*) from feedback where received_at > now() - interval '1 hour') >= 300 then
    raise exception 'too many' using errcode = 'JH429';
  end if;
  made := upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 10));
  insert into feedback (jurisdiction_id, number, publication_id, version, said)
    values (place, made, wanted_publication, wanted_version, typed);
  return made;
end $$;
