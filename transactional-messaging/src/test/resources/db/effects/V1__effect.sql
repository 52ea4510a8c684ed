-- What a handler under test did: one row for each time it ran and its transaction committed.
CREATE TABLE effect (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    aggregate uuid   NOT NULL,
    event_id  uuid   NOT NULL,
    sequence  bigint NOT NULL
);
