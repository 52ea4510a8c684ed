-- A company is held from opening to closure. Only an overriding manager or a late response makes a hold that is not
-- exclusive; it becomes exclusive when the other one ends.
CREATE TABLE company_hold (
    id              uuid PRIMARY KEY,
    outreach_id     uuid        NOT NULL,
    prospect_id     uuid        NOT NULL REFERENCES prospect (id),
    owner_id        uuid        NOT NULL,
    owner_name      text        NOT NULL,
    company_name    text        NOT NULL,
    domains         text[]      NOT NULL,
    exclusive       boolean     NOT NULL,
    override_reason text,
    overridden_by   uuid,
    taken_at        timestamptz NOT NULL,
    released_at     timestamptz
);
CREATE UNIQUE INDEX company_hold_outreach ON company_hold (outreach_id) WHERE released_at IS NULL;

-- What makes it the same company: every prospect and every domain of it. At most one exclusive hold has each.
CREATE TABLE company_hold_key (
    hold_id   uuid    NOT NULL REFERENCES company_hold (id),
    key       text    NOT NULL,
    exclusive boolean NOT NULL,
    PRIMARY KEY (hold_id, key)
);
CREATE UNIQUE INDEX company_hold_key_exclusive ON company_hold_key (key) WHERE exclusive;
CREATE INDEX company_hold_key_key ON company_hold_key (key);
