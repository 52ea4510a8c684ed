-- Clients poll for attempts that changed.
create index call_attempt_changes on call_attempt (updated_at, attempt_id);
