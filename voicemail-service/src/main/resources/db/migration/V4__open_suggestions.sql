-- Messages that may be an answer: nobody is called until somebody says so or not.
create table open_suggestion (
    suggestion_id uuid primary key,
    outreach_id   uuid        not null,
    opened_at     timestamptz not null
);
create index open_suggestion_outreach on open_suggestion (outreach_id);
