-- One call opens the scope of a signed-in person for the transaction and says who it is.

create function shanghai_today() returns date language sql stable
  as $$ select (now() at time zone 'Asia/Shanghai')::date $$;

-- Sets the scope by post; for the program itself (commands, demonstration data) and for open_scope.
create function open_scope_of_post(wanted_post uuid, wanted_scope text) returns jsonb
language plpgsql as $$
declare actor jsonb;
begin
  select jsonb_build_object('personId', p.person_id, 'personName', person.name, 'postId', p.id, 'role', p.role,
      'postTitle', p.title, 'organisationId', p.organisation_id, 'organisationName', o.name,
      'organisationKind', o.kind, 'jurisdictionId', p.jurisdiction_id, 'jurisdictionName', j.name)
    into actor
    from post p join person on person.id = p.person_id
    join organisation o on o.id = p.organisation_id
    join jurisdiction j on j.id = p.jurisdiction_id
    where p.id = wanted_post;
  if actor is null then return null; end if;
  perform set_config('jiheng.scope', wanted_scope, true),
    set_config('jiheng.jurisdiction', actor->>'jurisdictionId', true),
    set_config('jiheng.organisation', actor->>'organisationId', true),
    set_config('jiheng.person', actor->>'personId', true),
    set_config('jiheng.role', actor->>'role', true);
  return actor;
end $$;

create table role_scope (role text primary key, scope text not null);
comment on table role_scope is '岗位角色的可见范围:由程序生成';
grant select on role_scope to jiheng_app;

-- Null when the session is unknown, idle for 30 minutes, over 12 hours old, or the person or post has ended.
create function open_scope(wanted_token bytea) returns jsonb
language plpgsql as $$
declare s record; actor jsonb;
begin
  select session.post_id, session.csrf_token, session.person_id, session.seen_at, role_scope.scope,
      account.must_change
    into s
    from session
    join account on account.person_id = session.person_id and not account.is_disabled
    left join post on post.id = session.post_id
      and post.valid_from <= shanghai_today() and (post.valid_to is null or post.valid_to >= shanghai_today())
    left join role_scope on role_scope.role = post.role
    where session.token_hash = wanted_token and session.expires_at > now()
      and session.seen_at > now() - interval '30 minutes' and post.id is not null;
  if not found then return null; end if;
  if s.seen_at < now() - interval '1 minute' then
    update session set seen_at = now() where token_hash = wanted_token;
  end if;
  actor := open_scope_of_post(s.post_id, coalesce(s.scope, 'none'));
  return actor || jsonb_build_object('csrfToken', s.csrf_token, 'mustChange', s.must_change);
end $$;
