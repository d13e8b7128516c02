-- 一分钟更新: a link by which the person who answers for indicators of a round reports them without signing
-- in. Whoever holds it may do nothing but that, until the round is handed in or the link is over.
create table update_link (
  jurisdiction_id text not null,
  id uuid not null,
  project_id uuid not null,
  record_id uuid not null,
  person_id uuid not null references person,
  post_id uuid not null references post,
  -- Only the digest is kept: who reads the database cannot use the link.
  token_hash bytea not null unique,
  expires_on date not null,
  made_at timestamptz not null,
  made_by uuid not null references person,
  recorded_tx bigint not null default pg_current_xact_id()::text::bigint,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, record_id) references record (jurisdiction_id, id)
);
create index on update_link (jurisdiction_id, record_id);
create trigger only_append before update or delete on update_link for each row execute function refuse_change();
comment on table update_link is '一分钟更新的链接:只存摘要,只增不改,到期或报送后失效';
call guard_project_rows('update_link');
grant select, insert on update_link to jiheng_app;

-- Asked before anybody is known: which post the link lets act, and on which record. Nothing once it is over,
-- the post has ended, or the newest link of that person for the record is another one.
create function find_update_link(wanted bytea, today date) returns table (record_id uuid, post_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.record_id, l.post_id from update_link l
  join post on post.id = l.post_id and (post.valid_to is null or post.valid_to >= today)
  where l.token_hash = wanted and l.expires_on >= today
    and not exists (select 1 from update_link newer where newer.jurisdiction_id = l.jurisdiction_id
      and newer.record_id = l.record_id and newer.person_id = l.person_id and newer.made_at > l.made_at)
$$;
revoke all on function find_update_link(bytea, date) from public;
grant execute on function find_update_link(bytea, date) to jiheng_app;
