-- A reminder refused for good is kept with the address that was refused: another address in the profile makes it due again.
ALTER TABLE reminder
    ADD COLUMN refused_address text,
    -- The mail that did not arrive, in what a manager is told of it.
    ADD COLUMN about_id uuid REFERENCES reminder (id) ON DELETE CASCADE;

ALTER TABLE reminder DROP CONSTRAINT reminder_state_check;
ALTER TABLE reminder DROP CONSTRAINT reminder_kind_check;
ALTER TABLE reminder
    ADD CONSTRAINT reminder_state_check CHECK (state IN ('PENDING', 'SENT', 'CANCELLED', 'UNDELIVERABLE')),
    ADD CONSTRAINT reminder_kind_check CHECK (kind IN ('FOLLOW_UP', 'NEXT_STEP', 'RETURN', 'RESPONSE', 'ATTENTION',
        'WITHHELD', 'PERMISSION_ENDED', 'ADDRESS_REFUSED')),
    ADD CONSTRAINT reminder_refused CHECK ((state = 'UNDELIVERABLE') = (refused_address IS NOT NULL)),
    ADD CONSTRAINT reminder_about CHECK ((kind = 'ADDRESS_REFUSED') = (about_id IS NOT NULL));
CREATE INDEX reminder_undeliverable ON reminder (recipient_id) WHERE state = 'UNDELIVERABLE';
CREATE INDEX reminder_about ON reminder (about_id) WHERE about_id IS NOT NULL;
