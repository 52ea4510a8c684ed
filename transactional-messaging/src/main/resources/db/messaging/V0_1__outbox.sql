-- Events on their way out. A row is written in the business transaction and marked by the relay.
CREATE TABLE outbox_event (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id     uuid        NOT NULL DEFAULT uuidv7() UNIQUE,
    aggregate_id uuid        NOT NULL,
    sequence     bigint      NOT NULL,
    topic        text        NOT NULL,
    type         text        NOT NULL,
    -- json, not jsonb: what was written is what is sent, byte for byte
    data         json        NOT NULL,
    time         timestamptz NOT NULL DEFAULT clock_timestamp(),
    request_id   text,
    published_at timestamptz,
    UNIQUE (aggregate_id, sequence)
);

-- The relay asks for what is unpublished, never for what is newer than the last one seen: ids commit out of order.
CREATE INDEX outbox_event_unpublished ON outbox_event (id) WHERE published_at IS NULL;

-- Last number given to an event of an aggregate. Its row lock lasts until the commit, so numbers are given in commit
-- order and a rollback leaves no gap. Rows stay for ever: a number must never be given twice.
CREATE TABLE outbox_sequence (
    aggregate_id  uuid PRIMARY KEY,
    last_sequence bigint NOT NULL
);
