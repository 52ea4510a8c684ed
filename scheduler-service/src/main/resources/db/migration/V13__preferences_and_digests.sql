-- How somebody wants their mails; who never said so has no row.
CREATE TABLE reminder_preference (
    person_id uuid PRIMARY KEY,
    -- Null: the profile's.
    language  text,
    delivery  text NOT NULL CHECK (delivery IN ('IMMEDIATE', 'DIGEST')),
    digest_at time NOT NULL,
    version   int  NOT NULL
);

-- One digest is prepared at a time, and what it will hold is found by its reader.
CREATE UNIQUE INDEX reminder_prepared_digest ON reminder (recipient_id) WHERE kind = 'DIGEST' AND state = 'PENDING';
CREATE INDEX reminder_digests ON reminder (recipient_id, cause) WHERE kind = 'DIGEST';
CREATE INDEX reminder_pending_of ON reminder (recipient_id) WHERE state = 'PENDING';
