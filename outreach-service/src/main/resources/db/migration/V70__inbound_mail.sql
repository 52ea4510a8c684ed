-- Messages that belong, or may belong, to an outreach. Nothing else of a mailbox is kept.
CREATE TABLE inbound_message (
    id           uuid PRIMARY KEY,
    -- Message-ID and sender, or a hash of the bytes where there is no Message-ID: one message read from two mailboxes,
    -- or posted again by a provider, is one message.
    identity     text        NOT NULL UNIQUE,
    source       text        NOT NULL,
    message_id   text,
    from_name    text,
    from_address text,
    subject      text,
    kind         text        NOT NULL CHECK (kind IN ('PERSONAL', 'AUTOMATIC', 'BOUNCE', 'COMPLAINT', 'OWN_COPY')),
    outreach_id  uuid,
    round        integer,
    response_id  uuid,
    new_text     text        NOT NULL,
    evidence     jsonb       NOT NULL,
    raw          bytea       NOT NULL,
    sent_at      timestamptz,
    received_at  timestamptz NOT NULL
);
CREATE INDEX inbound_message_outreach ON inbound_message (outreach_id, id);

-- How far each mailbox was read, and which replica reads it.
CREATE TABLE mailbox (
    name         text PRIMARY KEY,
    uid_validity bigint      NOT NULL DEFAULT 0,
    last_uid     bigint      NOT NULL DEFAULT 0,
    holder       text,
    lease_until  timestamptz NOT NULL DEFAULT '-infinity'
);
