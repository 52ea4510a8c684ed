-- The attempt of a round whose promise somebody else heard; and the reason for attention after the last attempt to call.
ALTER TABLE outreach
    DROP CONSTRAINT outreach_attention_check,
    ADD CONSTRAINT outreach_attention_check CHECK (attention IN
        ('HARD_BOUNCE', 'REFUSED', 'OUTCOME_UNKNOWN', 'WRONG_NUMBER', 'NOT_REACHED', 'SUPPRESSED', 'PERMISSION_ENDED',
         'STORY_ABOUT_THEM', 'PROMISE_MISMATCH', 'COMPANY_HELD'));

ALTER TABLE outreach_round
    ADD COLUMN void_attempt_id uuid,
    DROP CONSTRAINT outreach_round_check2,
    -- Rule 1: no e-mail is out without a voicemail or conversation of its round, were it to the wrong person.
    ADD CONSTRAINT outreach_round_called_before_mail
        CHECK (NOT mail_out OR attempt_id IS NOT NULL OR void_attempt_id IS NOT NULL);
