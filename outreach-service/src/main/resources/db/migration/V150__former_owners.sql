-- Whose an outreach was before it was handed over: what they sent and said then stays theirs.
CREATE TABLE outreach_former_owner (
    outreach_id uuid        NOT NULL REFERENCES outreach,
    person_id   uuid        NOT NULL,
    until       timestamptz NOT NULL,
    PRIMARY KEY (outreach_id, until)
);
