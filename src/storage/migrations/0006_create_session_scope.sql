-- One call opens the scope of a signed-in person for the transaction and says who it is.

create function shanghai_today() returns date language sql stable
  as $$ select (now() at time zone 'Asia/Shanghai')::date $$;

create table role_scope (role text primary key, scope text not null);
comment on table role_scope is '岗位角色的可见范围:由程序生成';
grant select on role_scope to jiheng_app;

-- Puts the scope of a post into the settings of the transaction.
create function set_scope(
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

-- Signed in? Then the scope is open for this transaction. False when the session is unknown, idle for
-- 30 minutes, over its end, or the post has ended. One row by its key: this runs at every request.
create function enter_scope(wanted_token bytea) returns boolean
language plpgsql as $$
declare s session%rowtype;
begin
  select * into s from session where token_hash = wanted_token;
  if not found or s.expires_at <= now() or s.seen_at <= now() - interval '30 minutes'
      or s.last_day < (now() at time zone 'Asia/Shanghai')::date then
    return false;
  end if;
  if s.seen_at < now() - interval '1 minute' then
    update session set seen_at = now() where token_hash = wanted_token;
  end if;
  perform set_scope(s.scope, s.role, s.jurisdiction_id, s.organisation_id, s.person_id);
  return true;
end $$;

create function end_sessions_of_account() returns trigger language plpgsql as $$
begin
  delete from session where person_id = new.person_id;
  return null;
end $$;
create trigger end_sessions after update of is_disabled on account for each row
  when (new.is_disabled) execute function end_sessions_of_account();

create function end_sessions_of_post() returns trigger language plpgsql as $$
begin
  delete from session where post_id = new.id;
  return null;
end $$;
create trigger end_sessions after update on post for each row
  when (new.valid_to is distinct from old.valid_to or new.role <> old.role or new.organisation_id <> old.organisation_id)
  execute function end_sessions_of_post();

-- Who acts in a post, in the words pages need.
create function describe_post(wanted_post uuid) returns jsonb language sql stable as $$
  select jsonb_build_object('personId', p.person_id, 'personName', person.name, 'postId', p.id, 'role', p.role,
      'postTitle', p.title, 'organisationId', p.organisation_id, 'organisationName', o.name,
      'organisationKind', o.kind, 'jurisdictionId', p.jurisdiction_id, 'jurisdictionName', j.name)
    from post p join person on person.id = p.person_id
    join organisation o on o.id = p.organisation_id
    join jurisdiction j on j.id = p.jurisdiction_id
    where p.id = wanted_post
$$;

-- The signed-in person; null when not signed in.
create function open_scope(wanted_token bytea) returns jsonb
language plpgsql as $$
begin
  if not enter_scope(wanted_token) then return null; end if;
  return (select describe_post(session.post_id)
      || jsonb_build_object('csrfToken', session.csrf_token, 'mustChange', account.must_change)
    from session join account on account.person_id = session.person_id where session.token_hash = wanted_token);
end $$;

-- For the program itself (commands, demonstration data): acts in a post without a session.
create function open_scope_of_post(wanted_post uuid) returns jsonb
language plpgsql as $$
begin
  perform set_scope(coalesce(role_scope.scope, 'none'), post.role, post.jurisdiction_id, post.organisation_id, post.person_id)
    from post left join role_scope on role_scope.role = post.role where post.id = wanted_post;
  return describe_post(wanted_post);
end $$;
