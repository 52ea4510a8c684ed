-- Who stands in for whom while they are away; kept from deputy-appointed and deputy-dismissed.
CREATE TABLE deputy (
    absence_id uuid PRIMARY KEY,
    person_id  uuid        NOT NULL,
    deputy_id  uuid        NOT NULL,
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL
);
CREATE INDEX deputy_deputy ON deputy (deputy_id);
