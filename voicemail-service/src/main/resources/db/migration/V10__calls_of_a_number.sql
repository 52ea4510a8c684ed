-- How often a number was called on a day, whichever outreach it was for.
create index call_attempt_phone on call_attempt (phone, started_at);
