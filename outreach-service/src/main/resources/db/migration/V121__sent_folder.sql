-- The account a mail was handed over through last; absent: the configured server.
ALTER TABLE delivery ADD COLUMN account_id uuid;

-- What is to be done in the Sent folder of an account about a mail of ours: file a copy of it there (APPEND), or look
-- whether somebody filed one, which settles an unknown outcome (FIND).
CREATE TABLE sent_folder_task (
    delivery_id   uuid        NOT NULL REFERENCES delivery ON DELETE CASCADE,
    task          text        NOT NULL CHECK (task IN ('APPEND', 'FIND')),
    account_id    uuid        NOT NULL,
    -- Hash of the bytes that went out: a mail written anew since is another one, with the same Message-ID.
    rendered_hash text        NOT NULL,
    state         text        NOT NULL DEFAULT 'DUE' CHECK (state IN ('DUE', 'DONE', 'GIVEN_UP')),
    tries         int         NOT NULL DEFAULT 0,
    next_at       timestamptz NOT NULL,
    lease_until   timestamptz NOT NULL DEFAULT '-infinity',
    give_up_at    timestamptz NOT NULL,
    -- Where it was found or filed, or why it was not.
    said          text,
    PRIMARY KEY (delivery_id, task)
);
CREATE INDEX sent_folder_task_due ON sent_folder_task (next_at) WHERE state = 'DUE';
