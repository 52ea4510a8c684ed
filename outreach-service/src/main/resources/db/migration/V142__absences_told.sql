-- Who said that they are away, and from when to when: a wait that goes on later counts those days, too.
CREATE TABLE outreach_absence (
    outreach_id uuid NOT NULL,
    round       integer NOT NULL,
    who         text NOT NULL,
    starts_on   date NOT NULL,
    returns_on  date NOT NULL,
    PRIMARY KEY (outreach_id, round, who, starts_on, returns_on),
    FOREIGN KEY (outreach_id, round) REFERENCES outreach_round (outreach_id, round)
);

-- Which wait of the round the days were added to: the next one has days of its own.
ALTER TABLE outreach_round ADD COLUMN absence_wait_from timestamptz;
UPDATE outreach_round SET absence_wait_from = wait_from WHERE absence_days > 0;
