CREATE TABLE reminder (
    id              uuid        PRIMARY KEY DEFAULT uuidv7(),
    -- What it is sent for, such as follow-up:<outreach>:<wait>:<person>: one mail per cause, however often it is told.
    cause           text        NOT NULL UNIQUE,
    kind            text        NOT NULL
        CHECK (kind IN ('FOLLOW_UP', 'RESPONSE', 'ATTENTION', 'WITHHELD', 'PERMISSION_ENDED')),
    outreach_id     uuid        NOT NULL REFERENCES outreach (id),
    round           int         NOT NULL,
    recipient_id    uuid        NOT NULL,
    wait_number     int,
    event_type      text,
    event_data      text,
    state           text        NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'SENT', 'CANCELLED')),
    reason          text,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- Also the lease: claiming moves it past the longest time sending may take.
    next_attempt_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    claim           uuid,
    attempts        int         NOT NULL DEFAULT 0,
    last_error      text,
    sent_at         timestamptz,
    CHECK (kind <> 'FOLLOW_UP' OR wait_number IS NOT NULL),
    CHECK (kind = 'FOLLOW_UP' OR event_data IS NOT NULL),
    CHECK ((state = 'SENT') = (sent_at IS NOT NULL))
);
CREATE INDEX reminder_pending ON reminder (next_attempt_at) WHERE state = 'PENDING';
CREATE INDEX reminder_outreach ON reminder (outreach_id);
