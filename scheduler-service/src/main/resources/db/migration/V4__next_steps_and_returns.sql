-- What an engagement waits for, and when a deal was lost. The versions are the numbers of the events that told it.
ALTER TABLE outreach
    ADD COLUMN next_step         text,
    ADD COLUMN next_step_on      date,
    ADD COLUMN next_step_contact text,
    -- No reminder before it: the step was planned then, or the outreach came back to it.
    ADD COLUMN next_step_from    timestamptz,
    ADD COLUMN next_step_version int NOT NULL DEFAULT 0,
    ADD COLUMN lost_at           timestamptz,
    ADD COLUMN lost_version      int NOT NULL DEFAULT 0;
-- Whether anybody is at work there again when a return is due.
CREATE INDEX outreach_prospect ON outreach (prospect_id);

ALTER TABLE timer DROP CONSTRAINT timer_kind_check;
ALTER TABLE timer ADD CHECK (kind IN ('WAIT', 'NEXT_STEP', 'NEXT_STEP_ESCALATION', 'RETURN'));

-- The wait, next step or loss a reminder is about.
ALTER TABLE reminder RENAME COLUMN wait_number TO version;
ALTER TABLE reminder DROP CONSTRAINT reminder_kind_check;
ALTER TABLE reminder DROP CONSTRAINT reminder_check;
ALTER TABLE reminder DROP CONSTRAINT reminder_check1;
ALTER TABLE reminder
    ADD CHECK (kind IN ('FOLLOW_UP', 'NEXT_STEP', 'RETURN', 'RESPONSE', 'ATTENTION', 'WITHHELD', 'PERMISSION_ENDED')),
    ADD CHECK ((version IS NOT NULL) = (kind IN ('FOLLOW_UP', 'NEXT_STEP', 'RETURN'))),
    ADD CHECK ((event_data IS NOT NULL) = (kind IN ('RESPONSE', 'ATTENTION', 'WITHHELD', 'PERMISSION_ENDED')));
