-- The hot table holds pending timers only, so that firing stays flat however many have fired before.
CREATE TABLE timer (
    id          uuid        NOT NULL UNIQUE,
    outreach_id uuid        NOT NULL REFERENCES outreach (id),
    kind        text        NOT NULL CHECK (kind IN ('WAIT')),
    round       int         NOT NULL,
    version     int         NOT NULL,
    due_at      timestamptz NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (outreach_id, kind)
);
CREATE INDEX timer_due ON timer (due_at);

CREATE TABLE timer_history (
    id          uuid        PRIMARY KEY,
    outreach_id uuid        NOT NULL,
    kind        text        NOT NULL,
    round       int         NOT NULL,
    version     int         NOT NULL,
    due_at      timestamptz NOT NULL,
    created_at  timestamptz NOT NULL,
    ended_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_as    text        NOT NULL CHECK (ended_as IN ('FIRED', 'PAUSED', 'CANCELLED', 'REPLACED', 'STALE'))
);
-- Once per wait, whatever else goes wrong.
CREATE UNIQUE INDEX timer_fired_once ON timer_history (outreach_id, kind, version) WHERE ended_as = 'FIRED';
CREATE INDEX timer_history_outreach ON timer_history (outreach_id);

-- One row while the clock is distrusted; every replica's firing looks here.
CREATE TABLE clock_hold (
    id           int PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    held_since   timestamptz NOT NULL DEFAULT clock_timestamp(),
    jump_seconds bigint      NOT NULL
);
