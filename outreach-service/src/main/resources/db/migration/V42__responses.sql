CREATE TABLE response (
    id                 uuid PRIMARY KEY,
    outreach_id        uuid        NOT NULL REFERENCES outreach (id),
    round              integer     NOT NULL,
    channel            text        NOT NULL CHECK (channel IN ('EMAIL', 'PHONE', 'IN_PERSON', 'OTHER')),
    from_name          text,
    from_address       text,
    from_phone         text,
    from_role          text,
    from_executive     boolean     NOT NULL,
    contact_id         uuid REFERENCES contact (id),
    text               text        NOT NULL,
    received_at        timestamptz NOT NULL,
    inbound_message_id uuid,
    recorded_by        uuid,
    -- Whether it moved the outreach, or waits beside one that was not open for it.
    moved              boolean     NOT NULL,
    disposition        text CHECK (disposition IN
        ('INTERESTED', 'PASSED_ON', 'LATER', 'DECLINED', 'NOT_FROM_THEM', 'OPTED_OUT', 'SETTLED')),
    disposed_at        timestamptz,
    disposed_by        uuid,
    created_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    CHECK ((disposition IS NULL) = (disposed_at IS NULL))
);
CREATE INDEX response_outreach ON response (outreach_id, id);
CREATE UNIQUE INDEX response_message ON response (outreach_id, inbound_message_id) WHERE inbound_message_id IS NOT NULL;
