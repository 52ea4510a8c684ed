-- Who else holds the company while no manager has allowed the outreach beside theirs: nobody is called by it until then.
-- Changes of it change call tasks, for clients that poll.
alter table company_hold add column contested_by text;
alter table company_hold add column updated_at timestamptz not null default clock_timestamp();
