-- Who passed our mail on to whom, read from inbound mail. One row for a pair of people, however many messages show it.
CREATE TABLE forward_hop (
    id              uuid PRIMARY KEY,
    outreach_id     uuid        NOT NULL REFERENCES outreach (id),
    round           integer     NOT NULL,
    from_kind       text        NOT NULL CHECK (from_kind IN ('OURS', 'EXECUTIVE', 'CONTACT')),
    from_id         uuid        NOT NULL,
    to_kind         text        NOT NULL CHECK (to_kind IN ('OURS', 'EXECUTIVE', 'CONTACT')),
    to_id           uuid        NOT NULL,
    part            text        NOT NULL CHECK (part IN ('TO', 'CC')),
    at              timestamptz,
    date_as_written text,
    -- Nobody wrote it down, but the next one had the mail.
    inferred        boolean     NOT NULL,
    created_at      timestamptz NOT NULL,
    CONSTRAINT forward_hop_once UNIQUE (outreach_id, round, from_id, to_id, part),
    CHECK (from_id <> to_id)
);

CREATE TABLE forward_hop_proof (
    hop_id             uuid NOT NULL REFERENCES forward_hop (id) ON DELETE CASCADE,
    inbound_message_id uuid NOT NULL REFERENCES inbound_message (id),
    PRIMARY KEY (hop_id, inbound_message_id)
);
