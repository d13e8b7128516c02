-- No value of a place begins before the day it was approved (docs/adr/0027): an old record is explained by what held
-- when it was decided. Rows of earlier versions are left as they are; the rules leave such a value aside and say so.
alter table place_parameter add constraint not_into_the_past check (effective_from >= approved_on) not valid;
