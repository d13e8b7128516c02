-- What the rules give beside the score on the form is asked for and written by the thousand: a column each,
-- not a field inside the row's content.
alter table score add column computed_x100 integer check (computed_x100 >= 0), add column method text;
alter table score_history add column computed_x100 integer, add column method text;
comment on column score.computed_x100 is '按规则计算的得分';
comment on column score.method is '计分方法';

-- The same values in another place: no new version of any row.
alter table score disable trigger user;
update score set computed_x100 = (content->>'computedScore_x100')::integer, method = content->>'scoringMethod',
  content = content - '{computedScore_x100,scoringMethod}'::text[]
  where content ?| '{computedScore_x100,scoringMethod}'::text[];
alter table score enable trigger user;

call keep_by_statement('score');
drop function score_as_of(timestamptz);
call make_as_of('score');
