-- Mailboxes mail is read from and sent through: one per rep at most, and shared ones.
CREATE TABLE mail_account (
    id             uuid PRIMARY KEY,
    -- Whose it is; absent: shared.
    person_id      uuid UNIQUE REFERENCES person (id),
    address        text        NOT NULL,
    username       text        NOT NULL,
    imap_host      text,
    imap_port      integer,
    imap_security  text CHECK (imap_security IN ('TLS', 'STARTTLS', 'NONE')),
    folder         text        NOT NULL,
    smtp_host      text,
    smtp_port      integer,
    smtp_security  text CHECK (smtp_security IN ('TLS', 'STARTTLS', 'NONE')),
    authentication text        NOT NULL CHECK (authentication IN ('PASSWORD', 'XOAUTH2')),
    token_endpoint text,
    client_id      text,
    scope          text,
    status         text        NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'NEEDS_SIGN_IN')),
    status_reason  text,
    -- Password, client secret and refresh token, sealed by AES-256-GCM for this row alone; which key opens them.
    key_id         text        NOT NULL,
    sealed         bytea       NOT NULL,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    updated_by     uuid        NOT NULL,
    version        bigint      NOT NULL,
    CHECK (imap_host IS NOT NULL OR smtp_host IS NOT NULL)
);
CREATE INDEX mail_account_key ON mail_account (key_id);
