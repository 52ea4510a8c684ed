-- Messages that could not be read or taken in again and again, set aside so that those behind them are. Of each nothing is
-- known but where it lies: it is tried again until it can be taken in, or is gone from the mailbox.
CREATE TABLE mailbox_set_aside (
    mailbox         text        NOT NULL REFERENCES mailbox (name) ON DELETE CASCADE,
    uid_validity    bigint      NOT NULL,
    uid             bigint      NOT NULL,
    since           timestamptz NOT NULL DEFAULT clock_timestamp(),
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    problem         text        NOT NULL,
    PRIMARY KEY (mailbox, uid_validity, uid)
);
