-- The address in From of what goes through an account, where its provider lets it send as another than its own.
ALTER TABLE mail_account ADD COLUMN send_as text;
