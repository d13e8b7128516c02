-- An answer to a citizen becomes public when somebody other than the one who wrote it lets it out.
create function answered_by_another() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.action = 'publish' and not exists (
    select 1 from feedback_handling h where h.jurisdiction_id = new.jurisdiction_id and h.feedback_id = new.feedback_id
      and h.action = 'answer' and h.person_id <> new.person_id) then
    raise exception '公开答复的不能是答复人本人' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger second_person before insert on feedback_handling for each row execute function answered_by_another();
