-- How mail sent through an account is filed and where reports on it go.
ALTER TABLE mail_account
    ADD COLUMN sent_copy      text    NOT NULL DEFAULT 'APPEND' CHECK (sent_copy IN ('APPEND', 'BY_PROVIDER')),
    ADD COLUMN sent_folder    text,
    ADD COLUMN sub_addressing boolean NOT NULL DEFAULT false;
UPDATE mail_account SET sent_copy = 'BY_PROVIDER'
WHERE lower(smtp_host) IN ('smtp.gmail.com', 'smtp.googlemail.com', 'smtp.office365.com', 'smtp-mail.outlook.com');
