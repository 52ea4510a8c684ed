-- Calls and meanings that are overdue remind as waits do. A digest and a manager's week are about no single outreach.
ALTER TABLE reminder
    DROP CONSTRAINT reminder_kind_check,
    DROP CONSTRAINT reminder_check,
    DROP CONSTRAINT reminder_outreach,
    ADD CONSTRAINT reminder_kind_check CHECK (kind IN ('FOLLOW_UP', 'NEXT_STEP', 'RETURN', 'CALL_DUE', 'DISPOSITION',
        'RESPONSE', 'ATTENTION', 'WITHHELD', 'PERMISSION_ENDED', 'ADDRESS_REFUSED', 'SUGGESTION', 'SIGN_IN', 'DIGEST',
        'WEEKLY')),
    ADD CONSTRAINT reminder_version CHECK ((version IS NOT NULL)
        = (kind IN ('FOLLOW_UP', 'NEXT_STEP', 'RETURN', 'CALL_DUE', 'DISPOSITION'))),
    ADD CONSTRAINT reminder_outreach CHECK ((outreach_id IS NULL) = (kind IN ('SIGN_IN', 'DIGEST', 'WEEKLY'))
        AND (round IS NULL) = (kind IN ('SIGN_IN', 'DIGEST', 'WEEKLY')));
