-- A frozen version is asked for by the act that froze it when a leaf is compared with its rows.
create index on frozen (jurisdiction_id, act_id);
