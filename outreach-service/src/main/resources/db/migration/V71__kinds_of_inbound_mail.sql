-- What a person wrote is told apart: an answer, a mail passed on, a wish not to be written to, or something else.
ALTER TABLE inbound_message DROP CONSTRAINT inbound_message_kind_check;
UPDATE inbound_message SET kind = 'REPLY' WHERE kind = 'PERSONAL';
ALTER TABLE inbound_message ADD CONSTRAINT inbound_message_kind_check CHECK (
    kind IN ('REPLY', 'FORWARD', 'OPT_OUT', 'AUTOMATIC', 'BOUNCE', 'COMPLAINT', 'UNRELATED', 'OWN_COPY'));
