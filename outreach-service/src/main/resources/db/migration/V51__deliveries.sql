-- What is to be handed to the mail server, rendered once. One row for a round and recipient, so that whatever is
-- released, replayed or corrected, there is one thing only that can be sent.
CREATE TABLE delivery (
    id              uuid PRIMARY KEY,
    outreach_id     uuid        NOT NULL,
    round           int         NOT NULL,
    recipient       text        NOT NULL,
    email_version   int         NOT NULL,
    approved_hash   text        NOT NULL,
    sender          text        NOT NULL,
    rendered        bytea       NOT NULL,
    rendered_hash   text        NOT NULL,
    message_id      text        NOT NULL UNIQUE,
    reply_token     text        NOT NULL UNIQUE,
    state           text        NOT NULL CHECK (state IN ('QUEUED', 'CLAIMED', 'DOT_SENDING', 'SENT', 'TEMPORARY',
                                                          'PERMANENT', 'UNKNOWN', 'CANCELLED')),
    reason          text,
    attempt         int         NOT NULL DEFAULT 0,
    claimed_by      uuid,
    lease_until     timestamptz,
    next_attempt_at timestamptz NOT NULL,
    give_up_at      timestamptz NOT NULL,
    released_at     timestamptz NOT NULL,
    dot_at          timestamptz,
    settled_at      timestamptz,
    created_at      timestamptz NOT NULL,
    CONSTRAINT delivery_once UNIQUE (outreach_id, round, recipient),
    CONSTRAINT delivery_claim CHECK ((state IN ('CLAIMED', 'DOT_SENDING')) = (lease_until IS NOT NULL))
);
CREATE INDEX delivery_due ON delivery (next_attempt_at) WHERE state IN ('QUEUED', 'TEMPORARY');
CREATE INDEX delivery_leases ON delivery (lease_until) WHERE state IN ('CLAIMED', 'DOT_SENDING');

-- Every conversation with the mail server about it.
CREATE TABLE delivery_attempt (
    delivery_id uuid        NOT NULL REFERENCES delivery ON DELETE CASCADE,
    attempt     int         NOT NULL,
    started_at  timestamptz NOT NULL,
    dot_at      timestamptz,
    ended_at    timestamptz,
    outcome     text,
    phase       text,
    smtp_code   int,
    reply       text,
    PRIMARY KEY (delivery_id, attempt)
);
