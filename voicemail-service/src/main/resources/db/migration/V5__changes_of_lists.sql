-- When somebody was suppressed, or not any more: it changes their call tasks, for clients that poll.
alter table suppression add column updated_at timestamptz not null default clock_timestamp();
