-- Addresses a delivery report said for good that mail does not reach, until something shows that it does.
CREATE TABLE bounced_address (
    address    text        PRIMARY KEY CHECK (address = lower(address)),
    bounced_at timestamptz NOT NULL,
    status     text,
    diagnostic text
);
