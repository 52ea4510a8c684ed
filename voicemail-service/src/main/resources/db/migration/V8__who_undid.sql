-- Who took a call attempt back.
alter table call_attempt add column undone_by uuid;
