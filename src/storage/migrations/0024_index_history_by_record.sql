-- Rows of a form are read back as they were by the record they belong to; the old index began with the
-- county and the row's own id, which no reader asks for, and cost a third of writing history.
do $$ declare name text;
begin
  foreach name in array array['indicator', 'observation', 'execution', 'score'] loop
    execute format('drop index %I', name || '_history_jurisdiction_id_id_recorded_to_idx');
    execute format('create index on %I (record_id, recorded_to)', name || '_history');
  end loop;
end $$;
