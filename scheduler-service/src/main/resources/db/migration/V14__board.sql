-- Since when an outreach is open and in its state, and what has to be mended before it goes on. Of those known before,
-- the beginning is the first that was told of them.
ALTER TABLE outreach
    ADD COLUMN open_since  timestamptz,
    ADD COLUMN state_since timestamptz,
    ADD COLUMN attention   text;
UPDATE outreach o SET state_since = clock_timestamp(),
    open_since = coalesce((SELECT min(least(voicemail_at, conversation_at, email_sent_at)) FROM outreach_round r
        WHERE r.outreach_id = o.id), clock_timestamp())
WHERE state IS NOT NULL;
ALTER TABLE outreach ADD CONSTRAINT outreach_since CHECK ((state IS NULL) = (state_since IS NULL)
    AND (state IS NULL) = (open_since IS NULL));
-- A team's board reads the open outreaches; the closed ones become many more over the years.
CREATE INDEX outreach_open_of_team ON outreach (team_id) WHERE state <> 'CLOSED';
CREATE INDEX outreach_open_of_owner ON outreach (owner_id) WHERE state <> 'CLOSED';
CREATE INDEX person_team ON person (team_id);

-- Answers that show that a mail was passed on.
CREATE TABLE forward (
    response_id uuid        PRIMARY KEY,
    outreach_id uuid        NOT NULL,
    noticed_at  timestamptz NOT NULL
);
CREATE INDEX forward_noticed ON forward (noticed_at);
