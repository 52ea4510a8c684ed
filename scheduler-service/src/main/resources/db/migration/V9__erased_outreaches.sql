-- Outreaches to people who were erased: an event that comes late, or is replayed, must not bring anything of them back.
CREATE TABLE erased_outreach (
    outreach_id uuid PRIMARY KEY,
    erased_at   timestamptz NOT NULL
);
