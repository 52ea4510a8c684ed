-- Which days the length of a wait counts.
ALTER TABLE outreach ADD COLUMN wait_counted_in text NOT NULL DEFAULT 'DAYS'
    CHECK (wait_counted_in IN ('DAYS', 'WORKING_DAYS'));
