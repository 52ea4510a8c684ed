-- Since when a mailbox cannot be read: kept here, because a replica that restarts or takes over counts on. Whoever can mend
-- it is told only of what lasts; the status says that they were.
ALTER TABLE mail_account
    ADD COLUMN failing_since timestamptz,
    DROP CONSTRAINT mail_account_status_check,
    ADD CONSTRAINT mail_account_status_check CHECK (status IN ('ACTIVE', 'NEEDS_SIGN_IN', 'NOT_READ'));
