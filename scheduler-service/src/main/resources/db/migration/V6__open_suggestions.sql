-- Messages that may belong to an outreach: nothing of it fires or reminds until somebody says so or not.
CREATE TABLE open_suggestion (
    id          uuid PRIMARY KEY,
    outreach_id uuid        NOT NULL,
    opened_at   timestamptz NOT NULL
);
CREATE INDEX open_suggestion_outreach ON open_suggestion (outreach_id);

ALTER TABLE reminder DROP CONSTRAINT reminder_kind_check;
ALTER TABLE reminder
    ADD CONSTRAINT reminder_kind_check CHECK (kind IN ('FOLLOW_UP', 'NEXT_STEP', 'RETURN', 'RESPONSE', 'ATTENTION',
        'WITHHELD', 'PERMISSION_ENDED', 'ADDRESS_REFUSED', 'SUGGESTION'));
ALTER TABLE reminder DROP CONSTRAINT reminder_check1;
ALTER TABLE reminder
    ADD CONSTRAINT reminder_event CHECK ((event_data IS NOT NULL)
        = (kind IN ('RESPONSE', 'ATTENTION', 'WITHHELD', 'PERMISSION_ENDED', 'SUGGESTION')));
