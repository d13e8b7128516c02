-- Blind scoring goes on after a sheet is handed in: finance reads it then, but no expert ever reads
-- the sheet of another. Score rows follow their sheet by own_sheet.
create policy own_judgement on record as restrictive for select to jiheng_app
  using (kind <> 'exante.scoreSheet' or (select scope_kind()) <> 'assigned'
    or content->>'rater' = (select scope_person())::text);
create policy own_judgement on record_history as restrictive for select to jiheng_app
  using (kind <> 'exante.scoreSheet' or (select scope_kind()) <> 'assigned'
    or content->>'rater' = (select scope_person())::text);
