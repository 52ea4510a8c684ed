-- What a response seems to mean, beside what the rep says it means. It moves nothing.
ALTER TABLE response
    ADD COLUMN suggested            text CHECK (suggested IN
        ('INTERESTED', 'PASSED_ON', 'LATER', 'DECLINED', 'NOT_FROM_THEM', 'OPTED_OUT')),
    ADD COLUMN suggested_until      timestamptz,
    ADD COLUMN suggested_confidence double precision,
    ADD COLUMN suggested_evidence   text,
    ADD CHECK ((suggested IS NULL) = (suggested_confidence IS NULL));
