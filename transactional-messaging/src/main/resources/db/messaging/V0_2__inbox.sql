-- Every event that arrived and what became of it. The primary key is what makes a second delivery harmless.
CREATE TABLE inbox_event (
    event_id    uuid PRIMARY KEY,
    source      text        NOT NULL,
    key         text        NOT NULL,
    sequence    bigint      NOT NULL,
    type        text        NOT NULL,
    outcome     text        NOT NULL
        CHECK (outcome IN ('HANDLED', 'NOT_SUBSCRIBED', 'UNKNOWN_TYPE', 'OLDER', 'DISCARDED')),
    received_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX inbox_event_received_at ON inbox_event (received_at);

-- How far each key of each source has come. Its row is locked while an event of the key is handled.
CREATE TABLE inbox_sequence (
    source        text   NOT NULL,
    key           text   NOT NULL,
    last_sequence bigint NOT NULL,
    PRIMARY KEY (source, key)
);

-- Messages that could not take effect yet, with everything needed to handle them later.
CREATE TABLE parked_message (
    id            uuid PRIMARY KEY     DEFAULT uuidv7(),
    topic         text        NOT NULL,
    partition     integer     NOT NULL,
    log_offset    bigint      NOT NULL,
    record_time   bigint      NOT NULL,
    key           text,
    raw_key       bytea,
    value         bytea,
    header_names  text[]      NOT NULL,
    header_values bytea[]     NOT NULL,
    -- from the headers, as far as they could be read
    event_id      uuid,
    source        text,
    type          text,
    sequence      bigint,
    reason        text        NOT NULL CHECK (reason IN ('UNREADABLE', 'FAILED', 'FOLLOWS', 'GAP', 'UNKNOWN_TYPE')),
    error         text        NOT NULL,
    attempts      integer     NOT NULL,
    parked_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Parking twice must not make two. A log offset alone is no identity: a topic made anew counts from zero again.
CREATE UNIQUE INDEX parked_message_event ON parked_message (event_id) WHERE event_id IS NOT NULL;
CREATE UNIQUE INDEX parked_message_record ON parked_message (topic, partition, log_offset, record_time)
    WHERE event_id IS NULL;
CREATE INDEX parked_message_key ON parked_message (source, key, sequence);
CREATE INDEX parked_message_unreadable ON parked_message (topic, key) WHERE sequence IS NULL;
