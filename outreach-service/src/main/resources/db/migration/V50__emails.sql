-- The draft of a round's e-mail. approved_version names the approval in force; while it is set, the draft is locked.
CREATE TABLE email (
    outreach_id        uuid        NOT NULL,
    round              int         NOT NULL,
    version            bigint      NOT NULL,
    business_user_role text        NOT NULL,
    language           text        NOT NULL,
    subject            text        NOT NULL,
    text_body          text        NOT NULL,
    html_body          text        NOT NULL,
    html_edited        boolean     NOT NULL,
    approved_version   int,
    updated_at         timestamptz NOT NULL,
    updated_by         uuid,
    PRIMARY KEY (outreach_id, round)
);

-- What was approved, kept as it was, also after it was voided. Versions count through all rounds of an outreach, so that
-- a version names one content only.
CREATE TABLE email_approval (
    outreach_id        uuid        NOT NULL,
    version            int         NOT NULL,
    round              int         NOT NULL,
    business_user_role text        NOT NULL,
    language           text        NOT NULL,
    from_name          text        NOT NULL,
    from_address       text        NOT NULL,
    to_name            text        NOT NULL,
    to_address         text        NOT NULL,
    subject            text        NOT NULL,
    text_body          text        NOT NULL,
    html_body          text        NOT NULL,
    hash               text        NOT NULL,
    approved_at        timestamptz NOT NULL,
    approved_by        uuid        NOT NULL,
    voided_at          timestamptz,
    void_reason        text,
    PRIMARY KEY (outreach_id, version),
    FOREIGN KEY (outreach_id, round) REFERENCES email
);
CREATE UNIQUE INDEX email_approval_in_force ON email_approval (outreach_id, round) WHERE voided_at IS NULL;
