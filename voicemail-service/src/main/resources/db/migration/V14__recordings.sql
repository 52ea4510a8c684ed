-- Recordings of calls. A row comes before its bytes and goes after them, so that no bytes are ever left without one:
-- PENDING while they are being stored, GOING until they are removed.
create table recording (
    recording_id uuid primary key,
    attempt_id   uuid        not null references call_attempt,
    status       text        not null check (status in ('PENDING', 'KEPT', 'GOING')),
    media_type   text        not null,
    size         bigint      not null,
    sha256       bytea       not null,
    uploaded_by  uuid        not null,
    created_at   timestamptz not null,
    kept_at      timestamptz
);
create unique index recording_kept on recording (attempt_id) where status = 'KEPT';
create index recording_attempt on recording (attempt_id);
create index recording_unsettled on recording (created_at) where status <> 'KEPT';

-- With the attempt, so that whoever lists or polls attempts learns of it.
alter table call_attempt add column recording_type text;
