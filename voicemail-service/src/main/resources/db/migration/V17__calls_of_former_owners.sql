-- Whose outreach it was when the call was made: calls stay with whoever made them, whoever the outreach belongs to now.
alter table call_attempt add column rep_id uuid;
update call_attempt a set rep_id = o.owner_id from outreach o where o.outreach_id = a.outreach_id;
alter table call_attempt alter column rep_id set not null;
