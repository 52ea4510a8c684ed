-- When a row changed last, for clients that poll. A trigger, so that no statement can forget it.
CREATE FUNCTION stamp_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := clock_timestamp();
    RETURN NEW;
END $$;

ALTER TABLE reminder ADD COLUMN updated_at timestamptz;
UPDATE reminder SET updated_at = coalesce(sent_at, created_at);
ALTER TABLE reminder ALTER COLUMN updated_at SET NOT NULL, ALTER COLUMN updated_at SET DEFAULT clock_timestamp();
CREATE TRIGGER reminder_change BEFORE UPDATE ON reminder FOR EACH ROW EXECUTE FUNCTION stamp_change();
CREATE INDEX reminder_changes ON reminder (updated_at, id);

-- A timer that ended does not change any more: it changed last when it ended.
ALTER TABLE timer ADD COLUMN updated_at timestamptz;
UPDATE timer SET updated_at = created_at;
ALTER TABLE timer ALTER COLUMN updated_at SET NOT NULL, ALTER COLUMN updated_at SET DEFAULT clock_timestamp();
CREATE TRIGGER timer_change BEFORE UPDATE ON timer FOR EACH ROW EXECUTE FUNCTION stamp_change();
CREATE INDEX timer_changes ON timer (updated_at, id);
CREATE INDEX timer_history_changes ON timer_history (ended_at, id);
CREATE INDEX timer_history_due ON timer_history (due_at, id);
