-- What needs the rep is told, repeated, and told the manager in the end: attempt 0, then one after the other.
ALTER TABLE timer
    ADD COLUMN attempt      int NOT NULL DEFAULT 0,
    -- What is due working days after a moment, so that another place of work moves it to its own mornings.
    ADD COLUMN counted_from timestamptz,
    ADD COLUMN working_days int,
    DROP CONSTRAINT timer_kind_check,
    ADD CONSTRAINT timer_kind_check CHECK (kind IN ('WAIT', 'FOLLOW_UP', 'CALL_DUE', 'DISPOSITION', 'NEXT_STEP',
        'NEXT_STEP_ESCALATION', 'RETURN')),
    ADD CONSTRAINT timer_counted CHECK ((counted_from IS NOT NULL) = (kind IN ('FOLLOW_UP', 'CALL_DUE', 'DISPOSITION'))
        AND (counted_from IS NULL) = (working_days IS NULL));

ALTER TABLE timer_history ADD COLUMN attempt int NOT NULL DEFAULT 0;
DROP INDEX timer_fired_once;
CREATE UNIQUE INDEX timer_fired_once ON timer_history (outreach_id, kind, version, attempt) WHERE ended_as = 'FIRED';

-- The call to make, or the answer to say the meaning of: counted here, because calls and moves come from two services.
ALTER TABLE outreach
    ADD COLUMN task_number int NOT NULL DEFAULT 0,
    ADD COLUMN task_from   timestamptz;
-- When it is to be tried again after a call that reached nobody.
ALTER TABLE outreach_round ADD COLUMN next_call_at timestamptz;

ALTER TABLE reminder ADD COLUMN attempt int NOT NULL DEFAULT 0;
