-- Whoever is given an outreach is told.
ALTER TABLE reminder
    DROP CONSTRAINT reminder_kind_check,
    DROP CONSTRAINT reminder_event,
    ADD CONSTRAINT reminder_kind_check CHECK (kind IN ('FOLLOW_UP', 'NEXT_STEP', 'RETURN', 'CALL_DUE', 'DISPOSITION',
        'RESPONSE', 'ATTENTION', 'WITHHELD', 'PERMISSION_ENDED', 'ADDRESS_REFUSED', 'SUGGESTION', 'SIGN_IN', 'DIGEST',
        'WEEKLY', 'HANDED_OVER')),
    ADD CONSTRAINT reminder_event CHECK ((event_data IS NOT NULL) = (kind IN ('RESPONSE', 'ATTENTION', 'WITHHELD',
        'PERMISSION_ENDED', 'SUGGESTION', 'SIGN_IN', 'HANDED_OVER')));
