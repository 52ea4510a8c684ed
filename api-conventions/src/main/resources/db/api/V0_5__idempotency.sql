-- Responses of calls made with an Idempotency-Key, written in the transaction of their effect:
-- after a crash there are both or neither.
CREATE TABLE idempotency_key (
    -- SHA-256 over caller, method, path and key: paths are too long for an index row.
    request_id   bytea       PRIMARY KEY CHECK (octet_length(request_id) = 32),
    caller_id    uuid        NOT NULL,
    method       text        NOT NULL,
    path         text        NOT NULL,
    -- SHA-256 over query string and body: the same key with another request is refused.
    fingerprint  bytea       NOT NULL CHECK (octet_length(fingerprint) = 32),
    -- Null only inside the transaction that claimed the key.
    status       integer,
    headers      text        NOT NULL DEFAULT '',
    body         bytea,
    created_at   timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL
);

CREATE INDEX idempotency_key_expiry ON idempotency_key (expires_at);
-- Erasure of a person reaches the responses stored for them.
CREATE INDEX idempotency_key_caller ON idempotency_key (caller_id);
