-- Where a message we keep lies in the mailboxes it was read from: each place is taken in once.
CREATE TABLE inbound_message_place (
    mailbox      text   NOT NULL,
    uid_validity bigint NOT NULL,
    uid          bigint NOT NULL,
    message_id   uuid   NOT NULL REFERENCES inbound_message ON DELETE CASCADE,
    PRIMARY KEY (mailbox, uid_validity, uid)
);
CREATE INDEX inbound_message_place_of ON inbound_message_place (message_id);

-- When a message of it was taken in or passed over last.
ALTER TABLE mailbox ADD COLUMN read_at timestamptz;

-- Replicas that read mailboxes of accounts and share them.
CREATE TABLE mailbox_reader (
    replica    text PRIMARY KEY,
    seen_until timestamptz NOT NULL
);
