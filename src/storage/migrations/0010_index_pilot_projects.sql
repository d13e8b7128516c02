-- The cockpit asks for the pilot projects of 27 places; among all projects they are a handful.
create index project_pilot on project (jurisdiction_id, created_at) where is_pilot;
