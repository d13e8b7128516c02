-- Targets of a whole department and of a policy stand in the room beside those of projects, told apart by their kind.
alter table disclosure.version add column kind text not null default 'project'
  check (kind in ('project', 'departmentWhole', 'policy'));
comment on column disclosure.version.kind is '公开的是项目、部门整体还是政策';
