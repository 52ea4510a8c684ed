-- Outreaches to people who were erased: an event that comes late, or is replayed, must not bring anything of them back.
create table erased_outreach (
    outreach_id uuid primary key,
    erased_at   timestamptz not null
);
