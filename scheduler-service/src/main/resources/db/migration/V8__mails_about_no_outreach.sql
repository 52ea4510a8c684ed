-- A mail about a mail account is about no outreach.
ALTER TABLE reminder
    ALTER COLUMN outreach_id DROP NOT NULL,
    ALTER COLUMN round DROP NOT NULL,
    DROP CONSTRAINT reminder_kind_check,
    DROP CONSTRAINT reminder_event,
    ADD CONSTRAINT reminder_kind_check CHECK (kind IN ('FOLLOW_UP', 'NEXT_STEP', 'RETURN', 'RESPONSE', 'ATTENTION',
        'WITHHELD', 'PERMISSION_ENDED', 'ADDRESS_REFUSED', 'SUGGESTION', 'SIGN_IN')),
    ADD CONSTRAINT reminder_event CHECK ((event_data IS NOT NULL)
        = (kind IN ('RESPONSE', 'ATTENTION', 'WITHHELD', 'PERMISSION_ENDED', 'SUGGESTION', 'SIGN_IN'))),
    ADD CONSTRAINT reminder_outreach CHECK ((outreach_id IS NULL) = (kind = 'SIGN_IN')
        AND (round IS NULL) = (kind = 'SIGN_IN'));
