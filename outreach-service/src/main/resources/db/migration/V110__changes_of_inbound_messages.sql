-- When a message changed last, for clients that poll. A trigger, so that no statement can forget it.
CREATE FUNCTION stamp_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := clock_timestamp();
    RETURN NEW;
END $$;

ALTER TABLE inbound_message ADD COLUMN updated_at timestamptz;
UPDATE inbound_message SET updated_at = received_at;
ALTER TABLE inbound_message
    ALTER COLUMN updated_at SET NOT NULL, ALTER COLUMN updated_at SET DEFAULT clock_timestamp();
CREATE TRIGGER inbound_message_change BEFORE UPDATE ON inbound_message
    FOR EACH ROW EXECUTE FUNCTION stamp_change();
CREATE INDEX inbound_message_changes ON inbound_message (updated_at, id);

-- What a message may belong to is shown with it.
CREATE FUNCTION stamp_message_of_suggestion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE inbound_message SET updated_at = clock_timestamp() WHERE id = NEW.message_id;
    RETURN NEW;
END $$;
CREATE TRIGGER match_suggestion_change AFTER INSERT OR UPDATE ON match_suggestion
    FOR EACH ROW EXECUTE FUNCTION stamp_message_of_suggestion();
