-- Messages that may belong to an outreach, waiting for the word of whoever owns it.
CREATE TABLE match_suggestion (
    id           uuid PRIMARY KEY,
    message_id   uuid        NOT NULL REFERENCES inbound_message ON DELETE CASCADE,
    outreach_id  uuid        NOT NULL REFERENCES outreach (id),
    confidence   double precision NOT NULL,
    evidence     jsonb       NOT NULL,
    -- Whether timers and calls of the outreach wait for it: what a machine wrote is only to be looked at.
    pauses       boolean     NOT NULL,
    -- ELSEWHERE: settled by whom it belongs to.
    state        text        NOT NULL CHECK (state IN ('OPEN', 'CONFIRMED', 'CORRECTED', 'REJECTED', 'ELSEWHERE')),
    corrected_to uuid REFERENCES outreach (id),
    opened_at    timestamptz NOT NULL,
    settled_at   timestamptz,
    settled_by   uuid,
    UNIQUE (message_id, outreach_id),
    CHECK ((state = 'OPEN') = (settled_at IS NULL)),
    CHECK ((state = 'CORRECTED') = (corrected_to IS NOT NULL))
);
CREATE INDEX match_suggestion_outreach ON match_suggestion (outreach_id, message_id);
CREATE INDEX match_suggestion_open ON match_suggestion (message_id) WHERE state = 'OPEN';
