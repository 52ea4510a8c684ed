-- A story may turn out to be about the very company it is told to: when companies are joined, or known by another name.
ALTER TABLE outreach
    DROP CONSTRAINT outreach_attention_check,
    ADD CONSTRAINT outreach_attention_check CHECK (attention IN
        ('HARD_BOUNCE', 'REFUSED', 'OUTCOME_UNKNOWN', 'WRONG_NUMBER', 'SUPPRESSED', 'PERMISSION_ENDED',
         'STORY_ABOUT_THEM', 'PROMISE_MISMATCH', 'COMPANY_HELD'));
