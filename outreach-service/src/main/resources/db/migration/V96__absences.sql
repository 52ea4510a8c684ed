-- By how many days the wait of a round was moved, because somebody said that they were away.
ALTER TABLE outreach_round ADD COLUMN absence_days integer NOT NULL DEFAULT 0;
